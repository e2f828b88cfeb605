package dev.kilat.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.local.demo.picture.Camera;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Takes the pictures in the docs: `./kilat test -Dkilat.pictures=docs`.
@ExtendWith({Cloud.class, Chromium.class})
@EnabledIfSystemProperty(named = "kilat.pictures", matches = ".+")
class PicturesTest {
    private static final int PHOTOS = 12;

    @Test
    void the_gallery_on_a_desktop_and_a_phone(Cloud.Running kilat, Browsers browsers) {
        JsonNode event = kilat.admin().createEvent("pictures", "Sari & Bima", "public");
        String slug = event.path("slug").asText();
        Camera camera = new Camera(7);
        for (int i = 0; i < PHOTOS; i++) {
            byte[] photo = camera.take(i, OffsetDateTime.parse("2026-06-06T19:30:00+07:00"));
            kilat.admin().upload(slug, new PhotoFile("DSC_" + i + ".JPG", "image/jpeg", photo));
        }
        take(browsers.page(Screen.DESKTOP), kilat, slug, "gallery-desktop.jpg");
        take(browsers.page(Screen.PHONE), kilat, slug, "gallery-phone.jpg");
    }

    private static void take(Page page, Cloud.Running kilat, String slug, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(kilat.origin() + "/e/" + slug);
        GuestPage guest = new GuestPage(page);
        guest.awaitImages(PHOTOS);
        guest.says("Live");
        Path docs = Path.of("..", System.getProperty("kilat.pictures"), name);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(docs)
                        .setType(ScreenshotType.JPEG)
                        .setQuality(85));
    }
}
