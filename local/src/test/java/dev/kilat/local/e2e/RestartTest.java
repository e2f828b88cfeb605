package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.LocalCloud;
import dev.kilat.local.LocalSettings;
import dev.kilat.local.demo.KilatClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Data outlives a restart, and what was cut off is finished.
@ExtendWith(Chromium.class)
class RestartTest {
    @Test
    void a_restart_shows_the_same_gallery_and_finishes_what_was_cut_off(@TempDir Path data)
            throws Exception {
        LocalSettings settings = LocalSettings.inMemory(Cloud.ASSEMBLY, Cloud.WEB).withData(data);
        String password;
        String id;
        try (LocalCloud cloud = LocalCloud.start(settings)) {
            password = cloud.adminPassword();
            KilatClient admin = login(cloud, password);
            admin.createEvent("restart", "A day", "public");
            id = admin.upload("restart", Photos.jpeg(4000, 3000)).path("photo_id").asText();
            // Stopped while its thumbnails are being made.
        }
        try (LocalCloud cloud = LocalCloud.start(settings)) {
            assertThat(cloud.adminPassword()).isEqualTo(password);
            KilatClient admin = login(cloud, password);
            JsonNode page = admin.page("restart", 60, null);
            assertThat(page.path("photos")).hasSize(1);
            Wire.awaitStatus(admin, "restart", id, "THUMBNAILS_READY");
        }
    }

    @Test
    void an_open_page_comes_right_by_itself_when_the_server_is_back(
            @TempDir Path data, Browsers browsers) {
        LocalSettings settings = LocalSettings.inMemory(Cloud.ASSEMBLY, Cloud.WEB).withData(data);
        GuestPage guest;
        int port;
        try (LocalCloud cloud = LocalCloud.start(settings)) {
            login(cloud, cloud.adminPassword()).createEvent("away", "A day", "public");
            Cloud.Running kilat = new Cloud.Running(cloud, login(cloud, cloud.adminPassword()));
            port = URI.create(cloud.publicOrigin()).getPort();
            guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, "away");
        }
        guest.says("Reconnecting");
        try (LocalCloud cloud = LocalCloud.start(at(port, settings))) {
            KilatClient admin = login(cloud, cloud.adminPassword());
            String missed = admin.upload("away", Photos.jpeg(400, 300)).path("photo_id").asText();
            guest.awaitPhoto(missed);
            guest.says("Live");
            String pushed = admin.upload("away", Photos.jpeg(400, 300)).path("photo_id").asText();
            guest.awaitOrder(List.of(pushed, missed));
            guest.neverReloaded();
        }
    }

    /// As docs/operating.md says.
    @Test
    void an_open_page_starts_over_by_itself_when_a_copy_of_before_was_put_back(
            @TempDir Path data, @TempDir Path copy, Browsers browsers) throws Exception {
        LocalSettings settings = LocalSettings.inMemory(Cloud.ASSEMBLY, Cloud.WEB).withData(data);
        String kept;
        try (LocalCloud cloud = LocalCloud.start(settings)) {
            KilatClient admin = login(cloud, cloud.adminPassword());
            admin.createEvent("back", "A day", "public");
            kept = admin.upload("back", Photos.jpeg(400, 300)).path("photo_id").asText();
            Wire.awaitStatus(admin, "back", kept, "THUMBNAILS_READY");
        }
        replace(data, copy);
        GuestPage guest;
        String cursor;
        int port;
        try (LocalCloud cloud = LocalCloud.start(settings)) {
            KilatClient admin = login(cloud, cloud.adminPassword());
            String lost = admin.upload("back", Photos.jpeg(500, 300)).path("photo_id").asText();
            Cloud.Running kilat = new Cloud.Running(cloud, admin);
            port = URI.create(cloud.publicOrigin()).getPort();
            guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, "back");
            guest.awaitOrder(List.of(lost, kept));
            cursor = Wire.get(admin, "/api/gallery/back").path("cursor").asText();
        }
        replace(copy, data);
        Files.writeString(data.resolve("restored"), "20260621T0100\n");
        try (LocalCloud cloud = LocalCloud.start(at(port, settings))) {
            KilatClient admin = login(cloud, cloud.adminPassword());
            Wire.refused(
                    409,
                    "cursor-expired",
                    admin.call("GET", "/api/gallery/back/photos?since=" + cursor, null));
            guest.awaitOrder(List.of(kept));
            guest.says("Live");
            String next = admin.upload("back", Photos.jpeg(600, 300)).path("photo_id").asText();
            guest.awaitOrder(List.of(next, kept));
            guest.neverReloaded();
        }
    }

    /// The folder's content becomes a copy of the other's.
    private static void replace(Path with, Path folder) throws IOException {
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.walk(with)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve(with.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static LocalSettings at(int port, LocalSettings settings) {
        return new LocalSettings(
                settings.assembly(),
                settings.web(),
                settings.host(),
                port,
                settings.s3Port(),
                settings.data(),
                settings.adminPassword(),
                settings.disorder());
    }

    private static KilatClient login(LocalCloud cloud, String password) {
        return new KilatClient(URI.create(cloud.publicOrigin())).login("admin", password);
    }
}
