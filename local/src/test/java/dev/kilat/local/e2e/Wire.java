package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.contracts.HttpContract;
import dev.kilat.local.demo.Answer;
import dev.kilat.local.demo.KilatClient;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls whose answers are held against the contract.
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wire() {}

    static Answer call(KilatClient client, String method, String path, @Nullable Object body) {
        Answer answer = client.call(method, path, body);
        String json = answer.body().isMissingNode() ? "" : answer.body().toString();
        assertThat(
                        HttpContract.violations(
                                method,
                                path.replaceFirst("[?].*", ""),
                                answer.status(),
                                answer.headers().firstValue("content-type").orElse(""),
                                json))
                .as("%s %s -> %d %s", method, path, answer.status(), json)
                .isEmpty();
        return answer;
    }

    static JsonNode get(KilatClient client, String path) {
        Answer answer = call(client, "GET", path, null);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    static void refused(int status, String code, Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }

    /// Asks again until the answer is as wanted.
    static <T> T await(Supplier<T> ask, Predicate<T> wanted) throws InterruptedException {
        return await(PATIENCE, ask, wanted);
    }

    static <T> T await(Duration patience, Supplier<T> ask, Predicate<T> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T answer = ask.get();
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("still not as wanted: " + answer);
            }
            Thread.sleep(100);
        }
    }

    static JsonNode awaitStatus(KilatClient client, String slug, String photoId, String status)
            throws InterruptedException {
        // Not found at first, when nobody but the bucket tells of it.
        return await(
                () ->
                        call(client, "GET", "/api/gallery/" + slug + "/photos/" + photoId, null)
                                .body(),
                photo -> photo.path("processing_status").asText().equals(status));
    }
}
