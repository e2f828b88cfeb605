package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.KilatClient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A page that opened once and lives on deltas since: it keeps its cursor and its photos whatever
/// becomes of the server.
final class Follower {
    private final KilatClient guest;
    private final String event;
    private final Map<String, JsonNode> photos = new HashMap<>();
    private String cursor;

    Follower(KilatClient visitor, String event) {
        this.guest = visitor.session(event, "Guest", null);
        this.event = event;
        JsonNode page = guest.page(event, 200, null);
        page.path("photos").forEach(this::take);
        cursor = page.path("cursor").asText();
    }

    Follower look() {
        JsonNode delta;
        do {
            delta = guest.delta(event, cursor);
            delta.path("photos").forEach(this::take);
            cursor = delta.path("cursor").asText();
        } while (delta.path("more").asBoolean());
        return this;
    }

    private void take(JsonNode photo) {
        JsonNode known = photos.put(photo.path("photo_id").asText(), photo);
        if (known != null) {
            assertThat(photo.path("seq")).as("the place of %s", photo).isEqualTo(known.path("seq"));
        }
    }

    /// Ids, newest first. No two photos share a place.
    List<String> order() {
        assertThat(photos.values())
                .extracting(photo -> photo.path("seq").asLong())
                .doesNotHaveDuplicates();
        return photos.values().stream()
                .sorted(
                        Comparator.comparingLong((JsonNode photo) -> photo.path("seq").asLong())
                                .reversed())
                .map(photo -> photo.path("photo_id").asText())
                .toList();
    }

    /// Those whose thumbnails are there.
    List<String> ready() {
        return photos.values().stream()
                .filter(photo ->
                        photo.path("processing_status").asText().equals("THUMBNAILS_READY"))
                .map(photo -> photo.path("photo_id").asText())
                .toList();
    }
}
