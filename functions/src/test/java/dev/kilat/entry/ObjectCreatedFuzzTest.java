package dev.kilat.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.kilat.photo.Photo;
import java.io.ByteArrayInputStream;

/// Jazzer on S3's event, and on the key in it, which an uploader may have chosen.
class ObjectCreatedFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void an_event_is_read_or_refused(byte @NotNull [] event) {
        try {
            ObjectCreated.read(new ByteArrayInputStream(event))
                    .forEach(object -> Photo.idOfOriginal(object.key()));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("this is no event of S3");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void a_key_is_read_or_refused(@NotNull String key) {
        String json =
                "{\"Records\":[{\"eventTime\":\"2026-06-06T12:00:00Z\",\"s3\":{\"object\":{\"key\":\"%s\"}}}]}"
                        .formatted(key);
        an_event_is_read_or_refused(json.getBytes(UTF_8));
    }
}
