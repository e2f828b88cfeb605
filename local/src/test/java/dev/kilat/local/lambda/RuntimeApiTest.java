package dev.kilat.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {
    private final RuntimeApi api = RuntimeApi.start();
    private final HttpClient function = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        function.close();
        api.close();
    }

    @Test
    void whoever_asks_next_gets_the_event_and_its_answer_comes_back() throws Exception {
        var answer = api.invoke("{\"photo\":1}");

        var next = function.send(to("next").GET().build(), BodyHandlers.ofString());
        assertThat(next.body()).isEqualTo("{\"photo\":1}");
        assertThat(next.headers().firstValue("Lambda-Runtime-Deadline-Ms")).isPresent();
        assertThat(say(id(next) + "/response", "\"done\"")).isEqualTo(202);

        assertThat(answer.join()).asString().isEqualTo("\"done\"");
    }

    @Test
    void an_error_comes_back_as_one() throws Exception {
        var answer = api.invoke("{}");

        var next = function.send(to("next").GET().build(), BodyHandlers.ofString());
        assertThat(say(id(next) + "/error", "{\"errorMessage\":\"no\"}")).isEqualTo(202);

        assertThatThrownBy(answer::join).hasMessageContaining("no");
    }

    private static String id(HttpResponse<String> next) {
        return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
    }

    private int say(String path, String body) throws Exception {
        return function.send(
                        to(path).POST(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://" + api.address() + "/2018-06-01/runtime/invocation/" + path));
    }
}
