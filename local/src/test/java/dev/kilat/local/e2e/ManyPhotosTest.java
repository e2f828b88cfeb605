package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.local.demo.PhotoFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pages stay light and right however many photos there are.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class ManyPhotosTest {
    private static final int BURST = 200;
    private static final Duration BURST_LASTS = Duration.ofSeconds(20);
    private static final int MOST_TILES = 200;
    private static final int MOST_NODES = 2000;
    private static final int HUGE = 5000;

    @Test
    void two_hundred_photos_in_twenty_seconds_are_each_there_once_and_in_order(
            Cloud.Running kilat, Browsers browsers) throws Exception {
        String slug = kilat.event();
        List<GuestPage> guests =
                Stream.of(Screen.values())
                        .map(screen -> GuestPage.open(browsers.page(screen), kilat, slug))
                        .toList();

        burst(kilat, slug);

        List<String> order = newestFirst(kilat, slug);
        assertThat(order).hasSize(BURST);
        for (GuestPage guest : guests) {
            guest.awaitCount(BURST);
            guest.awaitPhoto(order.getFirst());
            assertThat(walkDown(guest, order.getLast())).containsExactlyElementsOf(order);
            assertThat(guest.doubled()).isEmpty();
            staysLight(guest);
            guest.neverReloaded();
        }
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void the_far_end_of_five_thousand_photos_is_as_light_as_the_top(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        Wall huge = Copies.of(wall, HUGE, kilat);
        GuestPage guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, huge.slug());
        guest.awaitCount(HUGE);

        guest.await(
                "oldest => { scrollTo({top: document.documentElement.scrollHeight,"
                        + " behavior: 'instant'});"
                        + " return document.querySelector(`[data-photo=\"${oldest}\"]`) !== null }",
                huge.photos().getLast());

        staysLight(guest);
        assertThat(guest.doubled()).isEmpty();
        guest.scrollTo(0);
        guest.awaitPhoto(huge.newest());
        assertThat(browsers.complaints()).isEmpty();
    }

    private static void staysLight(GuestPage guest) {
        assertThat(guest.watched("mostTiles")).isLessThan(MOST_TILES);
        assertThat(guest.watched("mostNodes")).isLessThan(MOST_NODES);
    }

    /// Uploads evenly over the time, or as fast as the machine can.
    private static void burst(Cloud.Running kilat, String slug) throws InterruptedException {
        List<PhotoFile> photos = Stream.generate(() -> Photos.jpeg(320, 240)).limit(BURST).toList();
        try (var hands = Executors.newScheduledThreadPool(4)) {
            for (int i = 0; i < BURST; i++) {
                PhotoFile photo = photos.get(i);
                long at = BURST_LASTS.toMillis() * i / BURST;
                var _ =
                        hands.schedule(
                                () -> kilat.admin().upload(slug, photo), at, TimeUnit.MILLISECONDS);
            }
            hands.shutdown();
            assertThat(hands.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> newestFirst(Cloud.Running kilat, String slug) {
        return kilat.admin()
                .page(slug, 200, null)
                .path("photos")
                .valueStream()
                .map(photo -> photo.path("photo_id").asText())
                .toList();
    }

    /// What a guest meets on the way from the top to a photo far down.
    private static List<String> walkDown(GuestPage guest, String last) {
        Set<String> met = new LinkedHashSet<>();
        guest.scrollTo(0);
        guest.await(
                "() => document.querySelector('[data-photo]')?.getBoundingClientRect().top >= 0",
                null);
        met.addAll(guest.order());
        while (!met.contains(last)) {
            guest.scrollOn();
            met.addAll(guest.order());
        }
        return new ArrayList<>(met);
    }
}
