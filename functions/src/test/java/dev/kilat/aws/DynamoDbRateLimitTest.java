package dev.kilat.aws;

import dev.kilat.identity.RateLimit;
import dev.kilat.identity.RateLimitContract;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbRateLimitTest extends RateLimitContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected RateLimit rateLimit(InstantSource clock) {
        return new DynamoDbRateLimit(dynamo.client(), dynamo.galleryTable(), clock);
    }
}
