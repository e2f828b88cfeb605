package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.LocalCloud;
import dev.kilat.local.LocalSettings;
import dev.kilat.local.demo.KilatClient;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data outlives a restart, and what was cut off is finished.
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

    private static KilatClient login(LocalCloud cloud, String password) {
        return new KilatClient(URI.create(cloud.publicOrigin())).login("admin", password);
    }
}
