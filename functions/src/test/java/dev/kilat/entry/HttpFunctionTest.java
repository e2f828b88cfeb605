package dev.kilat.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.kilat.http.Request;
import dev.kilat.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpFunctionTest {
    @Test
    void a_call_without_anything_but_its_route_is_decoded() {
        Request request = HttpFunction.decode(event().build(), "id-1");

        assertThat(request.routeKey()).isEqualTo("GET /api/health");
        assertThat(request.path()).isEmpty();
        assertThat(request.query()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.body()).isEmpty();
        assertThat(request.sourceIp()).isEqualTo("192.0.2.1");
        assertThat(request.id()).isEqualTo("id-1");
    }

    @Test
    void header_names_lose_their_case_and_base64_bodies_their_wrapping() {
        String body = "{\"name\":\"Bébé\"}";
        Request request =
                HttpFunction.decode(
                        event().withHeaders(Map.of("Authorization", "Bearer a"))
                                .withBody(Base64.getEncoder().encodeToString(body.getBytes(UTF_8)))
                                .withIsBase64Encoded(true)
                                .build(),
                        "id-1");

        assertThat(request.headers()).containsEntry("authorization", "Bearer a");
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.toString()).doesNotContain("Bearer").doesNotContain("Bébé");
    }

    @Test
    void long_answers_are_packed_for_who_reads_gzip() throws IOException {
        Response response = Response.ok(Map.of("name", "Bébé".repeat(500)));

        var packed = HttpFunction.encode(response, true);

        assertThat(packed.getIsBase64Encoded()).isTrue();
        assertThat(packed.getHeaders())
                .containsEntry("content-encoding", "gzip")
                .containsEntry("content-type", "application/json");
        var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(packed.getBody()));
        assertThat(new GZIPInputStream(bytes)).hasBinaryContent(response.text().getBytes(UTF_8));
        assertThat(HttpFunction.encode(response, false).getBody()).isEqualTo(response.text());
    }

    @Test
    void short_answers_are_never_packed() {
        var answer = HttpFunction.encode(Response.ok(Map.of("token", "abc")), true);

        assertThat(answer.getBody()).isEqualTo("{\"token\":\"abc\"}");
        assertThat(answer.getIsBase64Encoded()).isFalse();
        assertThat(answer.getHeaders()).doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip, deflate, br | true
                    br, GZIP;q=0.5    | true
                    gzip;q=1.0        | true
                    gzip;q=0          | false
                    gzip;q=0.0, br    | false
                    xgzip             | false
                    identity          | false
                    """)
    void gzip_is_read_by_who_says_so(String header, boolean read) {
        assertThat(Gzip.isReadBy(Request.of("GET /", Map.of("accept-encoding", header))))
                .isEqualTo(read);
    }

    @Test
    void who_says_nothing_reads_text() {
        assertThat(Gzip.isReadBy(Request.of("GET /", Map.of()))).isFalse();
    }

    private static APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event() {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("GET /api/health")
                .withRequestContext(
                        RequestContext.builder()
                                .withHttp(
                                        RequestContext.Http.builder()
                                                .withSourceIp("192.0.2.1")
                                                .build())
                                .build());
    }
}
