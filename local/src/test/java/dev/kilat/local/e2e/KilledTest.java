package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.local.demo.Answer;
import dev.kilat.local.demo.KilatClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `./kilat run` is killed with SIGKILL under load, and started again on what it left.
///
/// What was told of again is shown at once. The rest waits for `Reconcile`, which looks each minute
/// for what has been unfinished for 50 seconds: photos that nobody completed, and those that were
/// published while whoever would have asked for their thumbnails died.
class KilledTest {
    private static final String EVENT = "killed";
    private static final int PUTS = 24;
    private static final Duration RECONCILED = Duration.ofMinutes(2);

    @Test
    @Timeout(300)
    void a_photo_whose_put_was_answered_outlives_a_kill_in_full_flight(
            @TempDir Path data, @TempDir Path screen) throws Exception {
        try (KilatProcess kilat = new KilatProcess(data, screen.resolve("screen"))) {
            KilatClient admin = kilat.login();
            admin.createEvent(EVENT, "A day", "public");
            Follower guest = new Follower(admin.withToken(null), EVENT);
            Photographers photographers = new Photographers(admin, EVENT);
            while (photographers.stored().size() < PUTS) {
                guest.look();
            }
            assertThat(kilat.kill()).as("processes that outlive it").isEmpty();
            photographers.end();
            Set<String> stored = photographers.stored();
            int shownBefore = guest.order().size();
            int readyBefore = guest.ready().size();

            kilat.startAgain();
            long begin = System.nanoTime();
            kilat.login();

            assertThat(guest.look().order()).containsAll(photographers.completed());
            int shownAfter = guest.order().size();
            // As the uploader's page does when it is connected again.
            for (String id : photographers.told()) {
                Wire.await(
                        () -> admin.call("POST", "/api/admin/photos/" + id + "/complete", null),
                        Answer::ok);
            }
            assertThat(guest.look().order()).containsAll(photographers.told());
            Wire.await(RECONCILED, () -> guest.look().ready(), ready -> ready.containsAll(stored));
            System.out.printf(
                    "killed when %d photos were stored, a guest had seen %d of them and %d with"
                            + " thumbnails; %d were shown at once, all with thumbnails after %d s%n",
                    stored.size(),
                    shownBefore,
                    readyBefore,
                    shownAfter,
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            Follower newcomer = new Follower(admin.withToken(null), EVENT);
            // A photo whose PUT arrived and was not answered may be published still.
            List<String> order =
                    Wire.await(
                            () -> guest.look().order(),
                            shown -> newcomer.look().order().equals(shown));
            assertThat(order).doesNotHaveDuplicates().containsAll(stored);
        }
    }
}
