package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Everybody can use it: nothing that WCAG 2.2 A and AA ask for is missing, in dark and in light,
/// and all goes by keyboard.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class AccessibilityTest {
    private static final int MOST_TABS = 30;

    @ParameterizedTest
    @EnumSource
    void axe_finds_nothing_on_what_guests_see(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall wall) {
        Page page = browsers.page(screen);
        page.navigate(kilat.origin());
        page.locator("h1").waitFor();
        Axe.findsNothing(page, "landing");

        page.navigate(kilat.origin() + "/e/never-made");
        page.locator("h1").waitFor();
        Axe.findsNothing(page, "not found");

        GuestPage.open(page, kilat, kilat.event());
        Axe.findsNothing(page, "empty gallery");

        GuestPage guest = GuestPage.open(page, kilat, wall.slug());
        guest.awaitImages();
        Axe.findsNothing(page, "gallery");

        guest.tile(wall.newest()).click();
        assertThat(guest.dialog()).isVisible();
        Axe.findsNothing(page, "lightbox");
        OpenPhoto photo = new OpenPhoto(guest);
        photo.openComments();
        Axe.findsNothing(page, "comments");
    }

    @ParameterizedTest
    @EnumSource
    void axe_finds_nothing_on_what_admins_see(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall wall) {
        Page page = browsers.page(screen);
        page.navigate(kilat.origin() + "/admin");
        page.locator("form").waitFor();
        Axe.findsNothing(page, "login");

        AdminPage admin = AdminPage.at(page, kilat, wall.slug());
        admin.tile(wall.newest()).waitFor();
        Axe.findsNothing(page, "desk");
    }

    @ParameterizedTest
    @CsvSource({"id-ID", "th-TH"})
    void axe_finds_nothing_in_the_other_languages(
            String locale, Cloud.Running kilat, Browsers browsers, Wall wall) {
        Browser.NewContextOptions person = Screen.PHONE.person().setLocale(locale);
        Page page = browsers.page(person);
        page.navigate(kilat.origin() + "/e/" + wall.slug());
        GuestPage guest = new GuestPage(page);
        guest.awaitPhoto(wall.newest());
        guest.awaitImages();
        Axe.findsNothing(page, locale);
    }

    @Test
    void the_keyboard_reaches_a_photo_opens_it_and_comes_back(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        GuestPage guest = GuestPage.open(browsers.page(Screen.DESKTOP), kilat, wall.slug());
        guest.awaitPhoto(wall.newest());
        int tabs = 0;
        while (!Boolean.TRUE.equals(
                guest.evaluate(
                        "id => document.activeElement?.dataset.photo === id",
                        wall.photos().get(1)))) {
            guest.page().keyboard().press("Tab");
            assertThat(++tabs).as("tabs to the second photo").isLessThan(MOST_TABS);
        }

        guest.page().keyboard().press("Enter");
        assertThat(guest.dialog()).isVisible();
        Object within =
                guest.page()
                        .evaluate(
                                "() => document.activeElement.closest('dialog, [role=dialog]')"
                                        + " !== null");
        assertThat(within).as("the focus is in the dialog").isEqualTo(true);

        guest.page().keyboard().press("Escape");
        assertThat(guest.dialog()).not().isVisible();
        assertThat(guest.tile(wall.photos().get(1))).isFocused();
    }
}
