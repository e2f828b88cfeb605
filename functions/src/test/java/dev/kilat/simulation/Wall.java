package dev.kilat.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a page knows of the gallery: photos as pages, deltas and frames told, whichever was the
/// latest.
final class Wall {
    private final Map<String, Known> photos = new HashMap<>();
    private String epoch = "";
    private long seq;

    String cursor() {
        return epoch + "." + seq;
    }

    Set<String> ids() {
        return photos.entrySet().stream()
                .filter(it -> !it.getValue().isDeleted())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Newest first: `{seq} {id} {status}`.
    List<String> shown() {
        return photos.values().stream()
                .filter(it -> !it.isDeleted())
                .map(Known::photo)
                .sorted(
                        Comparator.comparingLong((JsonNode it) -> it.path("seq").asLong())
                                .reversed())
                .map(Wall::line)
                .toList();
    }

    private static String line(JsonNode photo) {
        return "%d %s %s"
                .formatted(
                        photo.path("seq").asLong(),
                        photo.path("photo_id").asText(),
                        photo.path("processing_status").asText());
    }

    void replaceBy(Wall fresh) {
        photos.clear();
        photos.putAll(fresh.photos);
        epoch = fresh.epoch;
        seq = fresh.seq;
    }

    void page(JsonNode page) {
        long asOf = seqOf(page);
        if (epoch.isEmpty()) {
            epoch = epochOf(page);
            seq = asOf;
        }
        page.path("photos").forEach(photo -> learn(photo, asOf));
    }

    void delta(JsonNode delta) {
        long asOf = seqOf(delta);
        if (!epochOf(delta).equals(epoch)) {
            return;
        }
        delta.path("photos").forEach(photo -> learn(photo, asOf));
        delta.path("deleted").forEach(id -> forget(id.asText(), asOf));
        seq = Math.max(seq, asOf);
    }

    boolean isBehind(JsonNode told) {
        return !told.path("epoch").asText().equals(epoch) || told.path("head").asLong() > seq;
    }

    /// @return false if something is missing that only a delta can tell
    boolean frame(JsonNode frame) {
        if (!frame.path("epoch").asText().equals(epoch)) {
            return false;
        }
        for (JsonNode event : frame.path("events")) {
            if (event.path("seq").asLong() == seq + 1) {
                apply(event);
                seq++;
            }
        }
        return !isBehind(frame);
    }

    private void apply(JsonNode event) {
        long asOf = event.path("seq").asLong();
        String id = event.path("photo_id").asText();
        switch (event.path("type").asText()) {
            case "photo:deleted" -> forget(id, asOf);
            case "comment:added" -> {}
            default -> learn(event.path("photo"), asOf);
        }
    }

    private void learn(JsonNode photo, long asOf) {
        String id = photo.path("photo_id").asText();
        if (asOf >= asOf(id)) {
            photos.put(id, new Known(photo, asOf, false));
        }
    }

    private void forget(String id, long asOf) {
        Known known = photos.get(id);
        if (known != null && asOf >= known.asOf) {
            photos.put(id, new Known(known.photo, asOf, true));
        }
    }

    private long asOf(String id) {
        Known known = photos.get(id);
        return known == null ? -1 : known.asOf;
    }

    private static String epochOf(JsonNode told) {
        String cursor = told.path("cursor").asText();
        return cursor.substring(0, cursor.lastIndexOf('.'));
    }

    private static long seqOf(JsonNode told) {
        String cursor = told.path("cursor").asText();
        return Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
    }

    /// @param asOf every change up to here is in it
    private record Known(JsonNode photo, long asOf, boolean isDeleted) {}
}
