package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.kilat.local.demo.PhotoFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What people see, in Chromium.
@ExtendWith({Cloud.class, Chromium.class})
class BrowserTest {
    private static final int PHOTOS = 10;

    @Test
    void an_admin_uploads_ten_photos_and_two_guests_see_them_in_order_without_reload(
            Cloud.Running kilat, Browsers browsers) throws Exception {
        AdminPage admin = new AdminPage(browsers.page(Screen.DESKTOP));
        admin.page().navigate(kilat.origin() + "/admin");
        admin.logIn(kilat.cloud().adminPassword());
        admin.makeEvent("Sari & Bima");

        List<GuestPage> guests =
                Stream.of(Screen.values())
                        .map(screen ->
                                GuestPage.open(browsers.page(screen), kilat, "sari-and-bima"))
                        .toList();

        List<PhotoFile> photos = Stream.generate(Photos::jpeg).limit(PHOTOS).toList();
        admin.choose(photos);

        List<String> order = awaitTen(kilat);
        for (GuestPage guest : guests) {
            guest.awaitOrder(order);
            guest.awaitImages(PHOTOS);
            guest.awaitCount(PHOTOS);
            guest.neverReloaded();
        }
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void a_gallery_that_is_not_there_says_so(Cloud.Running kilat, Browsers browsers) {
        Page page = browsers.page(Screen.PHONE);
        page.navigate(kilat.origin() + "/e/no-such-event");
        assertThat(page.locator("body")).containsText("This gallery isn’t here.");
    }

    @Test
    void a_page_opened_by_the_machines_number_is_live_too(Cloud.Running kilat, Browsers browsers) {
        String slug = kilat.event();
        Page page = browsers.page(Screen.PHONE);
        page.navigate(kilat.origin().replace("localhost", "127.0.0.1") + "/e/" + slug);
        new GuestPage(page).says("Live");
        assertThat(page).hasURL(kilat.origin() + "/e/" + slug);
    }

    private static List<String> awaitTen(Cloud.Running kilat) throws InterruptedException {
        return Wire.await(
                        () -> kilat.admin().page("sari-and-bima", 60, null).path("photos"),
                        photos -> photos.size() == PHOTOS)
                .valueStream()
                .map(photo -> photo.path("photo_id").asText())
                .toList();
    }
}
