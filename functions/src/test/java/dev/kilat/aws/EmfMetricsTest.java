package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.telemetry.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmfMetricsTest {
    @Test
    void a_measurement_is_a_line_that_cloudwatch_reads_as_a_metric() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EmfMetrics metrics =
                new EmfMetrics(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        () -> Instant.ofEpochMilli(1_785_607_200_000L));

        new Invocation("AdminApi", "id-1")
                .run(() -> {
                    metrics.milliseconds("IngestTime", 7);
                    return true;
                });

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(text);
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_785_607_200_000L);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText()).isEqualTo("Kilat");
        assertThat(directive.at("/Dimensions/0/0").asText()).isEqualTo("function");
        assertThat(directive.at("/Metrics/0/Name").asText()).isEqualTo("IngestTime");
        assertThat(directive.at("/Metrics/0/Unit").asText()).isEqualTo("Milliseconds");
        assertThat(line.path("function").asText()).isEqualTo("AdminApi");
        assertThat(line.path("request_id").asText()).isEqualTo("id-1");
        assertThat(line.path("IngestTime").asLong()).isEqualTo(7);
    }
}
