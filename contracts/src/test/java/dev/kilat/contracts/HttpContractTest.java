package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpContractTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/gallery/demo/photos,  200, Page/good-first",
        "GET,    /api/gallery/demo/photos,  200, Delta/good-one-of-each",
        "POST,   /api/admin/events,         201, EventWithSecret/good-private",
        "POST,   /api/admin/events,         201, Event/good-public",
        "POST,   /api/admin/events/demo/uploads, 200, Uploads/good-one-of-each",
        "GET,    /api/gallery/demo/photos/01K2R8V3QF7Z9W4X5Y6A7B8C9D, 200, Photo/good-uploaded",
        "GET,    /api/health,               503, Health/good-failing"
    })
    void an_answer_as_agreed_passes(String method, String path, int status, String example) {
        assertThat(HttpContract.violations(method, path, status, JSON, body(example))).isEmpty();
    }

    @Test
    void a_problem_passes_where_its_status_is_agreed() {
        assertThat(
                        HttpContract.violations(
                                "GET",
                                "/api/gallery/demo",
                                404,
                                PROBLEM + "; charset=utf-8",
                                body("Problem/good-not-found")))
                .isEmpty();
    }

    @Test
    void a_problem_whose_code_is_not_that_of_its_status_is_seen() {
        var wrong = body("Problem/good-not-found").replace("not-found", "internal");

        assertThat(HttpContract.violations("GET", "/api/gallery/demo", 404, PROBLEM, wrong))
                .singleElement()
                .asString()
                .contains("GET /api/gallery/demo -> 404", "not-found");
    }

    @Test
    void a_problem_sent_as_plain_json_is_seen() {
        assertThat(
                        HttpContract.violations(
                                "GET",
                                "/api/gallery/demo",
                                404,
                                JSON,
                                body("Problem/good-not-found")))
                .containsExactly("GET /api/gallery/demo -> 404 is not of type application/json");
    }

    @Test
    void a_missing_member_is_seen() {
        assertThat(
                        HttpContract.violations(
                                "GET",
                                "/api/gallery/demo",
                                200,
                                JSON,
                                body("Gallery/bad-required-cursor")))
                .singleElement()
                .asString()
                .contains("cursor");
    }

    @Test
    void what_is_not_agreed_at_all_is_seen() {
        assertThat(HttpContract.violations("GET", "/api/galleries", 200, JSON, "{}"))
                .containsExactly("GET /api/galleries is no path of the contract");
        assertThat(HttpContract.violations("PUT", "/api/admin/events/demo", 200, JSON, "{}"))
                .containsExactly("PUT /api/admin/events/demo is no call of the contract");
        assertThat(HttpContract.violations("GET", "/api/gallery/demo", 418, JSON, "{}"))
                .containsExactly("GET /api/gallery/demo does not answer 418");
    }

    @Test
    void an_answer_without_content_has_no_body() {
        assertThat(HttpContract.violations("DELETE", "/api/admin/events/demo", 204, "", ""))
                .isEmpty();
        assertThat(HttpContract.violations("DELETE", "/api/admin/events/demo", 204, JSON, "{}"))
                .containsExactly("DELETE /api/admin/events/demo -> 204 has a body");
    }

    private static String body(String example) {
        return Schemas.read("examples/http/" + example + ".json");
    }
}
