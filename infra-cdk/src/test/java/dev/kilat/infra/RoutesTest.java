package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void the_http_api_serves_every_call_of_the_contract_and_no_other() throws IOException {
        assertThat(routesOf("HttpApi")).containsExactlyInAnyOrderElementsOf(agreed());
    }

    @Test
    void frames_reach_one_function_and_its_answer_goes_back_on_the_socket() {
        assertThat(routesOf("LiveApi"))
                .containsExactlyInAnyOrder("$connect", "$disconnect", "$default");
        assertThat(
                        DEFAULT.named("LiveRoutedefault")
                                .property("/RouteResponseSelectionExpression")
                                .asText())
                .isEqualTo("$default");
        assertThat(DEFAULT.resources("AWS::ApiGatewayV2::RouteResponse"))
                .singleElement()
                .matches(it ->
                        text(it.property("/RouteId"))
                                .equals("<" + DEFAULT.named("LiveRoutedefault").id() + ">"));
    }

    @Test
    void every_stage_limits_how_fast_it_is_called() {
        assertThat(DEFAULT.resources("AWS::ApiGatewayV2::Stage"))
                .hasSize(2)
                .allMatch(
                        it -> it.property("/DefaultRouteSettings/ThrottlingRateLimit").asInt() > 0);
    }

    @Test
    void the_access_log_keeps_no_address_and_no_token() {
        var format = DEFAULT.named("HttpStage").property("/AccessLogSettings/Format").asText();

        assertThat(format)
                .contains("$context.routeKey", "$context.status")
                .doesNotContain("sourceIp", "authorizer", "$context.path", "identity");
    }

    private static List<String> routesOf(String api) {
        var id = "<" + DEFAULT.named(api).id() + ">";
        return DEFAULT.resources("AWS::ApiGatewayV2::Route").stream()
                .filter(route -> text(route.property("/ApiId")).equals(id))
                .map(route -> route.property("/RouteKey").asText())
                .toList();
    }

    private static List<String> agreed() throws IOException {
        try (var contract =
                RoutesTest.class.getResourceAsStream("/dev/kilat/contracts/http/openapi.yaml")) {
            return new YAMLMapper()
                            .readTree(
                                    Objects.requireNonNull(
                                            contract, "the contract is on no class path"))
                            .get("paths")
                            .properties()
                            .stream()
                            .flatMap(path -> calls(path.getKey(), path.getValue()))
                            .toList();
        }
    }

    private static Stream<String> calls(String path, JsonNode item) {
        return item.properties().stream()
                .filter(it -> METHODS.contains(it.getKey()))
                .map(it -> it.getKey().toUpperCase(Locale.ROOT) + " " + path);
    }
}
