package dev.kilat.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.kilat.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                                .withBody(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        body.getBytes(StandardCharsets.UTF_8)))
                                .withIsBase64Encoded(true)
                                .build(),
                        "id-1");

        assertThat(request.headers()).containsEntry("authorization", "Bearer a");
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.toString()).doesNotContain("Bearer").doesNotContain("Bébé");
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
