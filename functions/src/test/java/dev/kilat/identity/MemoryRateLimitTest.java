package dev.kilat.identity;

import java.time.InstantSource;

class MemoryRateLimitTest extends RateLimitContract {
    @Override
    protected RateLimit rateLimit(InstantSource clock) {
        return new MemoryRateLimit(clock);
    }
}
