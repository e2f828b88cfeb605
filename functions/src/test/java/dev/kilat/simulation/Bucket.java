package dev.kilat.simulation;

import dev.kilat.photo.MemoryOriginals;
import dev.kilat.photo.Originals.Stored;
import dev.kilat.upload.SignedPut;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The originals' bucket: takes what was signed, once, and tells of it when and as often as it
/// likes.
final class Bucket {
    private static final Duration LATE = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(2);

    /// Lambda calls a function that failed again after these.
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    private static final Duration SECOND_RETRY = Duration.ofMinutes(2);
    private static final String HOST = "https://objects.example/";

    private final Cloud cloud;

    final MemoryOriginals originals = new MemoryOriginals();

    Bucket(Cloud cloud) {
        this.cloud = cloud;
    }

    SignedPut sign(String key, String contentType, long size, String sha256) {
        Map<String, String> headers =
                Map.of(
                        "content-type", contentType,
                        "content-length", Long.toString(size),
                        "x-amz-checksum-sha256", sha256);
        Instant expires = cloud.stage.instant().plus(Duration.ofHours(1));
        return new SignedPut(URI.create(HOST + key), headers, expires);
    }

    /// @return the status: 200, or 412 if there is such an object
    int put(String url, byte[] file) {
        String key = url.substring(HOST.length());
        if (originals.find(key).isPresent()) {
            return 412;
        }
        originals.put(key, file, new Stored(file.length, "image/jpeg", Pictures.sha256(file)));
        Weather weather = cloud.weather;
        if (!cloud.chance.of(weather.lostObjectEvents())) {
            tell(key);
            if (cloud.chance.of(weather.doubles())) {
                tell(key);
            }
        }
        return 200;
    }

    private void tell(String key) {
        Instant at = cloud.stage.instant();
        String event =
                """
                {"Records":[{"eventTime":"%s","s3":{"object":{"key":"%s"}}}]}\
                """
                        .formatted(at, URLEncoder.encode(key, StandardCharsets.UTF_8));
        boolean late = cloud.chance.of(cloud.weather.lateObjectEvents());
        cloud.stage.after(cloud.chance.upTo(late ? LATE : SOON), () -> deliver(event));
    }

    private void deliver(String event) {
        for (Duration pause : new Duration[] {FIRST_RETRY, SECOND_RETRY}) {
            if (cloud.functions.photoUploaded(event)) {
                return;
            }
            cloud.stage.sleep(pause);
        }
        cloud.functions.photoUploaded(event);
    }
}
