package dev.kilat.http;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.Caller;
import dev.kilat.identity.Clock;
import dev.kilat.identity.MemoryRateLimit;
import org.junit.jupiter.api.Test;

class WriteLimitTest {
    private final WriteLimit limit = new WriteLimit(new MemoryRateLimit(new Clock()));
    private int written;

    @Test
    void the_61st_write_of_a_guest_within_a_minute_is_not_made() {
        for (int i = 0; i < 60; i++) {
            assertThat(write(guest("ayu")).status()).isEqualTo(204);
        }
        Response refused = write(guest("ayu"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("retry-after", "60");
        assertThat(written).isEqualTo(60);
    }

    @Test
    void each_guest_has_a_count_of_their_own_and_admins_have_none() {
        for (int i = 0; i < 61; i++) {
            write(guest("ayu"));
            assertThat(write(new Caller.Admin("admin")).status()).isEqualTo(204);
        }
        assertThat(write(guest("budi")).status()).isEqualTo(204);
    }

    @Test
    void nobody_writes_nothing() {
        assertThat(write(new Caller.Nobody()).status()).isEqualTo(401);
        assertThat(written).isZero();
    }

    private Response write(Caller caller) {
        return limit.within(
                caller,
                () -> {
                    written++;
                    return Response.noContent();
                });
    }

    private static Caller guest(String id) {
        return new Caller.Guest(id, WEDDING, NOON, "Guest");
    }
}
