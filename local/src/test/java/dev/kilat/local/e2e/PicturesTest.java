package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.local.demo.picture.Camera;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Takes the pictures in the docs: `./kilat test -Dkilat.pictures=docs`.
@ExtendWith({Cloud.class, Chromium.class})
@EnabledIfSystemProperty(named = "kilat.pictures", matches = ".+")
class PicturesTest {
    private static final int PHOTOS = 12;

    /// Of the photos, newest first.
    private static final int SPOKEN_OF = 3;

    @Test
    void the_gallery_a_photo_and_the_desk(Cloud.Running kilat, Browsers browsers) {
        JsonNode event = kilat.admin().createEvent("pictures", "Sari & Bima", "public");
        String slug = event.path("slug").asText();
        Camera camera = new Camera(7);
        for (int i = 0; i < PHOTOS; i++) {
            byte[] photo = camera.take(i, OffsetDateTime.parse("2026-06-06T19:30:00+07:00"));
            kilat.admin().upload(slug, new PhotoFile("DSC_" + i + ".JPG", "image/jpeg", photo));
        }
        Page desktop = dark(browsers, Screen.DESKTOP);
        Page phone = dark(browsers, Screen.PHONE);
        shown(desktop, kilat, slug);
        picture(desktop, "gallery-desktop.jpg");
        GuestPage guest = shown(phone, kilat, slug);
        picture(phone, "gallery-phone.jpg");

        List<String> photos = guest.order();
        OpenPhoto open = OpenPhoto.open(guest, photos.get(SPOKEN_OF));
        open.heart().click();
        open.openComments();
        say(open, "Ayu", "Cantik sekali!");
        say(open, "Ben", "The light in this one …");
        say(open, "Nok", "Semoga bahagia selalu.");
        assertThat(phone.getByText("Sending")).hasCount(0, AdminPage.COUNTED_PATIENTLY);
        picture(phone, "photo-phone.jpg");
        OpenPhoto beside = OpenPhoto.open(new GuestPage(desktop), photos.get(SPOKEN_OF));
        beside.openComments();
        beside.comments().nth(2).waitFor();
        picture(desktop, "photo-desktop.jpg");

        Page admin = dark(browsers, Screen.DESKTOP);
        AdminPage.at(admin, kilat, slug);
        new GuestPage(admin).awaitImages(PHOTOS);
        admin.getByText("like", new Page.GetByTextOptions().setExact(false)).first().waitFor();
        picture(admin, "admin-desktop.jpg");
    }

    private static void say(OpenPhoto photo, String name, String words) {
        photo.name().fill(name);
        photo.words().fill(words);
        photo.send().click();
        photo.comments().getByText(words).waitFor();
    }

    private static Page dark(Browsers browsers, Screen screen) {
        Page page = browsers.page(screen);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return page;
    }

    private static GuestPage shown(Page page, Cloud.Running kilat, String slug) {
        GuestPage guest = GuestPage.open(page, kilat, slug);
        guest.awaitImages(PHOTOS);
        return guest;
    }

    private static void picture(Page page, String name) {
        Path docs = Path.of("..", System.getProperty("kilat.pictures"), name);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(docs)
                        .setType(ScreenshotType.JPEG)
                        .setQuality(85));
    }
}
