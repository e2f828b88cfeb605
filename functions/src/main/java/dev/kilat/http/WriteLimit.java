package dev.kilat.http;

import dev.kilat.identity.Caller;
import dev.kilat.identity.RateLimit;
import java.time.Duration;
import java.util.function.Supplier;

/// Keeps a guest from flooding an event: all that guests write, likes and comments, is one count.
/// Asked last, when the call is valid and the photo there: what is refused anyway costs nobody a
/// write.
public final class WriteLimit {
    private static final int MOST = 60;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RateLimit rates;

    public WriteLimit(RateLimit rates) {
        this.rates = rates;
    }

    Response within(Caller caller, Supplier<Response> write) {
        return switch (caller) {
            case Caller.Admin _ -> write.get();
            case Caller.Guest guest -> within(guest, write);
            case Caller.Nobody _ -> Problems.unauthenticated();
        };
    }

    private Response within(Caller.Guest guest, Supplier<Response> write) {
        return switch (rates.hit("write", guest.guestId(), MOST, WINDOW)) {
            case RateLimit.Verdict.Allowed() -> write.get();
            case RateLimit.Verdict.Limited(var retryAfter) -> Problems.rateLimited(retryAfter);
        };
    }
}
