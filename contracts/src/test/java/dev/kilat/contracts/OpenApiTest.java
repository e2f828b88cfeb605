package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiTest {
    private static final JsonNode API = Json.yaml("http/openapi.yaml");
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// One call, such as `GET /api/health`.
    record Call(String name, String path, JsonNode operation) {
        Stream<Map.Entry<String, JsonNode>> answers() {
            return operation.get("responses").propertyStream();
        }

        Stream<Map.Entry<String, JsonNode>> errors() {
            return answers()
                    .filter(answer ->
                            answer.getKey().startsWith("4") || answer.getKey().equals("500"));
        }

        boolean isOpen() {
            return operation.path("security").isArray();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void it_has_the_agreed_calls_and_no_other() {
        assertThat(calls().map(Call::name))
                .containsExactlyInAnyOrder(
                        "GET /api/health",
                        "POST /api/auth/login",
                        "GET /api/admin/events",
                        "POST /api/admin/events",
                        "GET /api/admin/events/{slug}",
                        "PATCH /api/admin/events/{slug}",
                        "DELETE /api/admin/events/{slug}",
                        "POST /api/admin/events/{slug}/uploads",
                        "POST /api/admin/photos/{photo_id}/complete",
                        "DELETE /api/admin/photos/{photo_id}",
                        "POST /api/admin/photos/{photo_id}/restore",
                        "POST /api/admin/photos/{photo_id}/retry",
                        "PATCH /api/admin/photos/{photo_id}/comments/{comment_id}",
                        "DELETE /api/admin/photos/{photo_id}/comments/{comment_id}",
                        "GET /api/admin/events/{slug}/comments",
                        "GET /api/admin/events/{slug}/metrics",
                        "POST /api/admin/live",
                        "GET /api/metrics/live",
                        "POST /api/gallery/{slug}/sessions",
                        "GET /api/gallery/{slug}",
                        "GET /api/gallery/{slug}/photos",
                        "GET /api/gallery/{slug}/photos/{photo_id}",
                        "GET /api/photos/{photo_id}/download",
                        "POST /api/photos/{photo_id}/like",
                        "DELETE /api/photos/{photo_id}/like",
                        "GET /api/photos/{photo_id}/comments",
                        "POST /api/photos/{photo_id}/comments",
                        "POST /api/gallery/{slug}/live");
    }

    @Test
    void every_call_but_health_login_and_sessions_needs_a_token() {
        assertThat(calls().filter(Call::isOpen).map(Call::name))
                .containsExactlyInAnyOrder(
                        "GET /api/health",
                        "POST /api/auth/login",
                        "POST /api/gallery/{slug}/sessions");
        assertThat(API.at("/security/0/bearer").isArray()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_error_is_a_problem_of_its_status(Call call) {
        assertThat(call.errors().toList())
                .isNotEmpty()
                .allSatisfy(error -> {
                    var schema =
                            resolve(error.getValue())
                                    .at("/content/application~1problem+json/schema");
                    assertThat(schema.path("$ref").asText()).isEqualTo(PROBLEM);
                    assertThat(schema.at("/properties/status/const").asText())
                            .isEqualTo(error.getKey());
                    assertThat(codes(schema)).isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_names_the_errors_that_follow_from_its_kind(Call call) {
        var statuses =
                new TreeSet<>(
                        call.operation()
                                .get("responses")
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .toList());

        assertThat(statuses).contains("500");
        if (!call.isOpen()) {
            assertThat(statuses).contains("401");
        }
        if (call.path().contains("{")) {
            assertThat(statuses).contains("404");
        }
        if (call.operation().has("requestBody")) {
            assertThat(statuses).contains("400", "413", "415");
        }
        assertThat(statuses.contains("403")).isEqualTo(isForAdmins(call));
    }

    @Test
    void every_code_is_answered_by_some_call() {
        var answered =
                calls().flatMap(Call::errors)
                        .map(error ->
                                resolve(error.getValue())
                                        .at("/content/application~1problem+json/schema"))
                        .flatMap(OpenApiTest::codes)
                        .distinct();

        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        texts(API.at("/components/schemas/Problem/properties/code/enum")).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_path_declares_each_of_its_parameters(Call call) {
        var declared =
                API.get("paths")
                        .get(call.path())
                        .path("parameters")
                        .valueStream()
                        .map(OpenApiTest::resolve)
                        .map(parameter -> "{" + parameter.get("name").textValue() + "}");

        assertThat(declared)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(call.path().split("/", -1))
                                .filter(part -> part.startsWith("{"))
                                .toList());
    }

    @Test
    void a_page_has_60_photos_unless_asked_for_1_to_200() {
        var limit =
                API.at("/paths/~1api~1gallery~1{slug}~1photos/get/parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("name").textValue().equals("limit"))
                        .findFirst()
                        .orElse(MissingNode.getInstance())
                        .path("schema");

        assertThat(limit.path("default").asInt()).isEqualTo(60);
        assertThat(limit.path("minimum").asInt()).isEqualTo(1);
        assertThat(limit.path("maximum").asInt()).isEqualTo(200);
    }

    @Test
    void what_is_answered_is_closed() {
        var requests =
                calls().map(call ->
                                call.operation()
                                        .at("/requestBody/content/application~1json/schema/$ref")
                                        .asText())
                        .map(ref -> ref.replace("#/components/schemas/", ""))
                        .filter(name -> !name.isEmpty())
                        .toList();

        assertThat(API.at("/components/schemas").properties())
                .filteredOn(schema -> schema.getValue().path("type").asText().equals("object"))
                .filteredOn(schema ->
                        !requests.contains(schema.getKey())
                                && !schema.getKey().equals("UploadFile"))
                .hasSizeGreaterThan(20)
                .allSatisfy(schema -> {
                    var others = schema.getValue().path("additionalProperties");
                    assertThat(others.isBoolean() && !others.booleanValue())
                            .as(schema.getKey())
                            .isTrue();
                });
    }

    static Stream<Call> calls() {
        return API.get("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue()
                                .propertyStream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .map(method ->
                                        new Call(
                                                method.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                path.getKey(),
                                                method.getValue())));
    }

    private static boolean isForAdmins(Call call) {
        return call.path().startsWith("/api/admin/") || call.path().startsWith("/api/metrics/");
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? API.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static Stream<String> codes(JsonNode schema) {
        var code = schema.at("/properties/code");
        return code.has("const")
                ? Stream.of(code.get("const").textValue())
                : texts(code.path("enum"));
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue);
    }
}
