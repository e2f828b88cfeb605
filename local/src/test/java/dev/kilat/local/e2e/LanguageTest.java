package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages follow what a person told the browser.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en-GB, en, Photos",
        "id-ID, id, Foto",
        "th-TH, th, รูป",
        "fr-FR, en, Photos",
    })
    void a_page_speaks_the_browsers_language_if_it_can(
            String locale, String tag, String word, Cloud.Running kilat, Browsers browsers) {
        Page page = browsers.page(Screen.PHONE.person().setLocale(locale));
        page.navigate(kilat.origin());
        assertThat(page.locator("html")).hasAttribute("lang", tag);
        assertThat(page.locator("h1")).containsText(word);
    }

    @Test
    void another_language_is_one_choice_away_and_remembered(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        Page page = browsers.page(Screen.PHONE);
        page.navigate(kilat.origin());
        page.getByLabel("Language").selectOption("id");
        assertThat(page.locator("html")).hasAttribute("lang", "id");
        assertThat(page.locator("h1")).containsText("Foto");

        page.reload();
        assertThat(page.locator("h1")).containsText("Foto");
        page.navigate(kilat.origin() + "/e/" + wall.slug());
        assertThat(page.locator("header")).containsText(Wall.SIZE + " foto");
    }

    @Test
    void whoever_wants_less_motion_sees_none(Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 2, kilat);
        Page page = browsers.page(Screen.PHONE);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        GuestPage guest = GuestPage.open(page, kilat, wall.slug());
        guest.awaitOrder(wall.photos());

        String photo =
                kilat.admin().upload(wall.slug(), Photos.jpeg(400, 300)).path("photo_id").asText();
        guest.awaitPhoto(photo);
        guest.awaitImages(3);
        guest.tile(photo).tap();
        assertThat(guest.dialog()).isVisible();

        assertThat((Iterable<?>) page.evaluate("watched.animated")).isEmpty();
        assertThat(
                        page.evaluate(
                                "watched.running().map(one => one.animationName ?? String(one.transitionProperty))"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }
}
