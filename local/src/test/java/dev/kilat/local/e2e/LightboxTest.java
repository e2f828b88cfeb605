package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One photo, as large as the screen.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class LightboxTest {
    @Test
    void arrows_lead_from_photo_to_photo_and_escape_leads_back(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        GuestPage guest = GuestPage.open(browsers.page(Screen.DESKTOP), kilat, wall.slug());
        guest.tile(wall.newest()).click();
        shows(guest, 1);

        guest.page().keyboard().press("ArrowRight");
        shows(guest, 2);
        guest.page().keyboard().press("ArrowRight");
        shows(guest, 3);
        guest.page().keyboard().press("ArrowLeft");
        shows(guest, 2);

        guest.page().keyboard().press("Escape");
        assertThat(guest.dialog()).not().isVisible();
        assertThat(guest.tile(wall.photos().get(1))).isFocused();
        assertThat(browsers.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_way_back_closes_the_photo_and_stays_in_the_gallery(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall wall) {
        Page page = browsers.page(screen);
        page.clock().install();
        GuestPage guest = GuestPage.open(page, kilat, wall.slug());
        guest.tile(wall.newest()).click();
        shows(guest, 1);
        awaitWhole(guest);

        page.goBack();

        assertThat(guest.dialog()).not().isVisible();
        // The address follows the guest a little later, and must not follow a photo that is closed.
        page.clock().runFor(2000);
        assertThat(page).hasURL(kilat.origin() + "/e/" + wall.slug());
        assertThat(guest.dialog()).not().isVisible();
        guest.awaitPhoto(wall.newest());
        guest.neverReloaded();
    }

    @Test
    void a_download_is_named_after_the_photo(Cloud.Running kilat, Browsers browsers, Wall wall)
            throws Exception {
        GuestPage guest = GuestPage.open(browsers.page(Screen.DESKTOP), kilat, wall.slug());
        String name =
                kilat.admin()
                        .page(wall.slug(), 1, null)
                        .path("photos")
                        .path(0)
                        .path("file_name")
                        .asText();
        guest.tile(wall.newest()).click();
        shows(guest, 1);

        Download download = guest.page().waitForDownload(guest.button("Download")::click);

        assertThat(download.suggestedFilename()).isEqualTo(name);
        assertThat(Files.readAllBytes(download.path())).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void a_swipe_on_the_phone_turns_to_the_next_photo(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        GuestPage guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, wall.slug());
        guest.tile(wall.newest()).tap();
        shows(guest, 1);
        awaitWhole(guest);
        try (Finger finger = new Finger(guest.page())) {
            finger.swipe(330, 420, 60, 420);
            shows(guest, 2);
            awaitWhole(guest);
            finger.swipe(60, 420, 330, 420);
            shows(guest, 1);
        }
    }

    /// The photo has flown to its place, and has stopped there.
    private static void awaitWhole(GuestPage guest) {
        guest.await(
                "() => watched.settled() && [...document.querySelectorAll('[role=dialog] img')]"
                        + ".some(image => { const { x, y, width, height } ="
                        + " image.getBoundingClientRect();"
                        + " return Math.abs(x + width / 2 - innerWidth / 2) < 2"
                        + " && Math.abs(y + height / 2 - innerHeight / 2) < 2 })",
                null);
    }

    /// Waits for "2 of 12".
    private static void shows(GuestPage guest, int place) {
        Page page = guest.page();
        assertThat(guest.dialog()).isVisible();
        assertThat(page.getByText(Pattern.compile("^\\s*" + place + " of " + Wall.SIZE + "\\s*$")))
                .isVisible();
    }
}
