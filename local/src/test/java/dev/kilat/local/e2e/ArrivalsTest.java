package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How a photo comes into a page that somebody looks at.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class ArrivalsTest {
    @ParameterizedTest
    @EnumSource
    void a_photo_arriving_at_the_top_slides_in_without_a_reload(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 2, kilat);
        GuestPage guest = GuestPage.open(browsers.page(screen), kilat, wall.slug());
        guest.awaitOrder(wall.photos());

        String photo = upload(kilat, wall.slug());

        guest.awaitOrder(Stream.concat(Stream.of(photo), wall.photos().stream()).toList());
        guest.await("id => watched.animated.includes(id)", photo);
        guest.awaitCount(3);
        guest.neverReloaded();
        assertThat(guest.toast()).not().isVisible();
        assertThat(browsers.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void further_down_one_toast_counts_what_arrives_and_leads_to_it(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, Wall.SIZE, kilat);
        GuestPage guest = GuestPage.open(browsers.page(screen), kilat, wall.slug());
        guest.awaitPhoto(wall.newest());
        guest.scrollTo(200);
        List<String> photos = new ArrayList<>(wall.photos());
        Collections.reverse(photos);

        for (int count = 1; count <= 3; count++) {
            photos.add(upload(kilat, wall.slug()));
            assertThat(guest.toast()).hasCount(1);
            assertThat(guest.toast()).isVisible();
            awaitToast(guest, count);
        }
        // A poll or a delta that tells again what was pushed counts nothing twice.
        guest.page()
                .waitForResponse(
                        answer -> answer.url().contains("since="),
                        () -> guest.page().evaluate("dispatchEvent(new Event('online'))"));
        guest.awaitCount(Wall.SIZE + 3);
        awaitToast(guest, 3);

        guest.toast().click();
        guest.await("() => scrollY < 2", null);
        assertThat(guest.toast()).not().isVisible();
        Collections.reverse(photos);
        for (String photo : photos.subList(0, 5)) {
            guest.awaitPhoto(photo);
        }
        assertThat(guest.order()).startsWith(photos.subList(0, 5).toArray(String[]::new));
        assertThat(guest.doubled()).isEmpty();
        guest.neverReloaded();
        assertThat(browsers.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_guest_looks_at_keeps_its_place_while_photos_arrive(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, Wall.SIZE, kilat);
        GuestPage guest = GuestPage.open(browsers.page(screen), kilat, wall.slug());
        guest.awaitImages();
        guest.scrollTo(200);
        String seen =
                (String)
                        guest.page()
                                .evaluate(
                                        "[...document.querySelectorAll('[data-photo]')].find(tile"
                                                + " => tile.getBoundingClientRect().top > 100)"
                                                + ".dataset.photo");
        guest.evaluate("id => watched.follow(id)", seen);

        for (int i = 1; i <= 4; i++) {
            upload(kilat, wall.slug());
        }
        awaitToast(guest, 4);
        assertThat(guest.watched("followed.frames")).isGreaterThan(5);
        assertThat(guest.watched("followed.moved")).isLessThanOrEqualTo(1);
    }

    private static void awaitToast(GuestPage guest, int count) {
        assertThat(guest.toast())
                .containsText(
                        Pattern.compile("New Images Added\\s*\\b" + count + "\\b"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(GuestPage.PATIENCE));
    }

    private static String upload(Cloud.Running kilat, String slug) {
        return kilat.admin().upload(slug, Photos.jpeg(400, 300)).path("photo_id").asText();
    }
}
