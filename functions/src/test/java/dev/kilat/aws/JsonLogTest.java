package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.telemetry.Invocation;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLogTest {
    private final JsonLog log = new JsonLog();

    @Test
    void a_line_is_one_json_object_with_the_id_of_its_invocation() throws Exception {
        LogRecord line = new LogRecord(Level.INFO, "hello\n{0}");
        line.setLoggerName("dev.kilat.Test");
        line.setParameters(new Object[] {"you"});

        String text = new Invocation("GalleryApi", "id-1").run(() -> log.format(line));

        assertThat(text.lines()).hasSize(1);
        JsonNode json = parse(text);
        assertThat(json.path("message").asText()).isEqualTo("hello\nyou");
        assertThat(json.path("level").asText()).isEqualTo("INFO");
        assertThat(json.path("logger").asText()).isEqualTo("dev.kilat.Test");
        assertThat(json.path("function").asText()).isEqualTo("GalleryApi");
        assertThat(json.path("request_id").asText()).isEqualTo("id-1");
        assertThat(json.path("timestamp").asText()).endsWith("Z");
    }

    @Test
    void a_map_becomes_members_but_never_replaces_what_the_line_says() throws Exception {
        LogRecord line = new LogRecord(Level.WARNING, "answered");
        line.setParameters(new Object[] {Map.of("status", 200, "room", "admin", "level", "x")});

        JsonNode json = parse(log.format(line));

        assertThat(json.path("status").asInt()).isEqualTo(200);
        assertThat(json.path("room").asText()).isEqualTo("admin");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.has("request_id")).isFalse();
    }

    @Test
    void an_error_is_a_type_a_message_and_one_field_of_stack() throws Exception {
        LogRecord line = new LogRecord(Level.SEVERE, "broke");
        line.setThrown(new IllegalStateException("why", new RuntimeException("deeper")));

        String text = log.format(line);

        assertThat(text.lines()).hasSize(1);
        JsonNode json = parse(text);
        assertThat(json.path("error").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json.path("error_message").asText()).isEqualTo("why");
        assertThat(json.path("stack").asText()).contains("Caused by").contains("deeper");
    }

    @Test
    void threads_that_an_invocation_starts_log_under_its_id() throws Exception {
        FutureTask<String> line =
                new FutureTask<>(() -> log.format(new LogRecord(Level.INFO, "a")));
        new Invocation("FanOut", "id-2").run(() -> Thread.ofVirtual().start(line));

        assertThat(parse(line.get()).path("request_id").asText()).isEqualTo("id-2");
        assertThat(Invocation.current()).isEmpty();
    }

    private static JsonNode parse(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
