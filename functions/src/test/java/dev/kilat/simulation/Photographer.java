package dev.kilat.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.identity.Tokens;
import dev.kilat.simulation.Gateway.Answer;
import dev.kilat.simulation.Gateway.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Uploads photos and takes some of them out again, and repeats whatever got no answer.
final class Photographer {
    private static final Duration BETWEEN_PHOTOS = Duration.ofSeconds(15);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

    /// So long after its first ticket, and some more for answers that were lost.
    private static final Duration LEFT_HALF_WAY = Duration.ofSeconds(100);

    private final Cloud cloud;
    private final String token;
    private final boolean completes;

    /// Photos whose PUT was answered with 200, and when.
    final Map<String, Instant> stored = new TreeMap<>();

    /// Those among them that are no images, which nobody may ever see.
    final Set<String> noImages = new HashSet<>();

    /// Those that it took out of the gallery, for good or for a while.
    final Set<String> moderated = new HashSet<>();

    /// Those that were deleted, and not restored.
    final Set<String> deleted = new HashSet<>();

    /// How many are on their way no more.
    int done;

    private final List<String> mine = new ArrayList<>();

    /// @param completes whether it tells that an upload is complete, or leaves that to S3
    Photographer(Cloud cloud, boolean completes) {
        this.cloud = cloud;
        this.completes = completes;
        this.token =
                new Tokens(() -> Cloud.SECRET, cloud.stage, () -> cloud.chance.hex(32))
                        .admin("admin")
                        .token();
    }

    void upload(int photos) {
        for (int i = 0; i < photos; i++) {
            String name = "photo " + i;
            cloud.stage.after(
                    cloud.chance.upTo(BETWEEN_PHOTOS.multipliedBy(photos)), () -> upload(name));
        }
    }

    private void upload(String name) {
        int kind = cloud.chance.below(12);
        byte[] file =
                switch (kind) {
                    case 0 -> Pictures.noImage(name);
                    case 1 -> Pictures.damaged(name);
                    default -> Pictures.whole(name);
                };
        String id = put(name, file);
        if (kind == 0) {
            noImages.add(id);
        }
        mine.add(id);
        if (completes) {
            complete(id);
        }
    }

    /// @return the photo's id, once its bytes are stored
    private String put(String name, byte[] file) {
        Instant begun = cloud.stage.instant();
        while (true) {
            JsonNode ticket = ticket(name, file);
            String id = ticket.path("photo_id").asText();
            boolean duplicate = ticket.path("status").asText().equals("duplicate");
            if (duplicate ? isThere(begun) : isPut(ticket.path("upload"), id, file)) {
                done++;
                return id;
            }
            cloud.stage.sleep(BETWEEN_TRIES);
        }
    }

    /// Bytes that are asked for again are a duplicate at first, and get a new URL a minute later:
    /// unless they had arrived, and only the answer to their PUT had not.
    private boolean isThere(Instant since) {
        return since.plus(LEFT_HALF_WAY).isBefore(cloud.stage.instant());
    }

    private JsonNode ticket(String name, byte[] file) {
        Map<String, Object> wanted =
                Map.of(
                        "file_name",
                        name + ".jpg",
                        "content_type",
                        "image/jpeg",
                        "size",
                        file.length,
                        "sha256",
                        Pictures.sha256(file));
        Call call =
                Call.of("POST /api/admin/events/{slug}/uploads", token)
                        .in("slug", Cloud.EVENT.value())
                        .saying(Map.of("files", List.of(wanted)));
        return until(call, 200).json().path("uploads").path(0);
    }

    private boolean isPut(JsonNode upload, String id, byte[] file) {
        cloud.stage.sleep(cloud.chance.upTo(Duration.ofSeconds(3)));
        if (cloud.chance.of(cloud.weather.lostAnswers())) {
            return false;
        }
        int status = cloud.bucket.put(upload.path("url").asText(), file);
        // 412: an earlier PUT had arrived, whose answer was lost.
        boolean heard = !cloud.chance.of(cloud.weather.lostAnswers());
        if (heard && (status == 200 || status == 412)) {
            stored.put(id, cloud.stage.instant());
        }
        return heard;
    }

    private void complete(String id) {
        Call call = Call.of("POST /api/admin/photos/{photo_id}/complete", token).in("photo_id", id);
        Backoff backoff = new Backoff(cloud.chance);
        for (int tries = 0; tries < 4; tries++) {
            Optional<Answer> answer = cloud.gateway.admins(call);
            if (answer.filter(it -> it.status() == 200).isPresent()) {
                return;
            }
            cloud.stage.sleep(backoff.next());
        }
    }

    /// Deletes a photo now and then, and brings back some of what was deleted.
    void moderate() {
        cloud.stage.sleep(cloud.chance.upTo(Duration.ofMinutes(2)));
        if (mine.isEmpty()) {
            return;
        }
        String id = cloud.chance.oneOf(mine);
        if (noImages.contains(id)) {
            return;
        }
        moderated.add(id);
        String photo = "/api/admin/photos/{photo_id}";
        if (until(Call.of("DELETE " + photo, token).in("photo_id", id), 204, 404).status() == 404) {
            return;
        }
        deleted.add(id);
        if (cloud.chance.of(.5)) {
            cloud.stage.sleep(cloud.chance.upTo(Duration.ofSeconds(30)));
            until(Call.of("POST " + photo + "/restore", token).in("photo_id", id), 200);
            deleted.remove(id);
        }
    }

    private Answer until(Call call, Integer... good) {
        Backoff backoff = new Backoff(cloud.chance);
        while (true) {
            Optional<Answer> answer = cloud.gateway.admins(call);
            if (answer.isPresent() && List.of(good).contains(answer.get().status())) {
                return answer.get();
            }
            answer.filter(it -> it.status() / 100 == 4 && it.status() != 429)
                    .ifPresent(it -> cloud.violations.add(call.route() + " answered " + it));
            cloud.stage.sleep(backoff.next());
        }
    }
}
