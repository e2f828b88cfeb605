package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.Caller;
import dev.kilat.photo.Samples;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Logins, guest sessions, health, and what happens when our side breaks.
class EntranceTest {
    private static final String LOGIN = "/api/auth/login";
    private static final String SESSIONS = "/api/gallery/wedding/sessions";
    private final Api api = new Api();

    @BeforeEach
    void an_event() {
        api.store.create(Samples.event(Samples.WEDDING));
    }

    @Test
    void an_admin_logs_in_for_an_hour() {
        Api.Answer answer = login("secret");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("expires_at")).isEqualTo("2026-08-01T19:00:00Z");
        assertThat(api.call("GET", "/api/admin/events", answer.text("token"), null).status())
                .isEqualTo(200);
    }

    @Test
    void the_sixth_login_in_a_minute_is_told_when_to_come_back() {
        for (int i = 0; i < 5; i++) {
            Api.Answer wrong = login("wrong");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.code()).isEqualTo("invalid-credentials");
        }

        Api.Answer sixth = login("secret");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.code()).isEqualTo("rate-limited");
        assertThat(sixth.response().headers()).containsEntry("retry-after", "60");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"a\"} | username",
                "{\"username\":\"\",\"password\":\"a\"} | username",
                "{\"username\":\"a\"} | password",
                "{\"username\":\"a\",\"password\":null} | password",
                "{\"username\":\"a\",\"password\":12345} | password",
                "{\"username\":[\"a\"],\"password\":\"b\"} | username",
                "not json | body",
            })
    void a_malformed_login_names_the_member(String body, String field) {
        Api.Answer answer = api.call("POST", LOGIN, null, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void a_login_without_body_is_invalid_and_of_another_type_unsupported() {
        assertThat(api.send("POST", LOGIN, Map.of(), "").field()).isEqualTo("body");
        Api.Answer form =
                api.send(
                        "POST",
                        LOGIN,
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        "username=admin");
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void a_body_beyond_a_megabyte_is_too_large() {
        Api.Answer answer = api.call("POST", LOGIN, null, " ".repeat(1024 * 1024 + 1));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("payload-too-large");
    }

    @Test
    void a_charset_does_not_make_json_another_type() {
        Api.Answer answer =
                api.send(
                        "POST",
                        SESSIONS,
                        Map.of("content-type", "Application/JSON; charset=utf-8"),
                        "{\"name\":\" Ayu \"}");

        assertThat(answer.text("name")).isEqualTo("Ayu");
    }

    @Test
    void a_guest_gets_an_identity_of_their_own() {
        Api.Answer first = api.call("POST", SESSIONS, null, "{\"name\":\"Ayu\"}");
        Api.Answer second = api.call("POST", SESSIONS, null, "{\"name\":null}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("expires_at")).isEqualTo("2026-08-08T18:00:00Z");
        assertThat(api.tokens.caller(first.text("token")))
                .isEqualTo(
                        new Caller.Guest(
                                first.text("guest_id"), Samples.WEDDING, Samples.NOON, "Ayu"));
        assertThat(second.text("name")).isEqualTo("Guest");
        assertThat(second.text("guest_id")).isNotEqualTo(first.text("guest_id"));
    }

    @Test
    void no_body_is_enough_for_a_public_event() {
        assertThat(api.send("POST", SESSIONS, Map.of(), "").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\u0007", "a\\u2066b", "5"})
    void a_guests_name_is_one_line_of_text(String name) {
        String body = name.equals("5") ? "{\"name\":5}" : "{\"name\":\"" + name + "\"}";
        Api.Answer answer = api.call("POST", SESSIONS, null, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("name");
    }

    @Test
    void a_guests_name_has_80_letters_at_most() {
        assertThat(named("a".repeat(80)).status()).isEqualTo(201);
        assertThat(named("a".repeat(81)).field()).isEqualTo("name");
    }

    @Test
    void sessions_of_unknown_and_impossible_events_are_the_same_404() {
        Api.Answer unknown = api.call("POST", "/api/gallery/nowhere/sessions", null, "{}");
        Api.Answer impossible = api.call("POST", "/api/gallery/x/sessions", null, "{}");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(impossible.response()).isEqualTo(unknown.response());
    }

    @Test
    void health_says_what_does_not_answer() {
        assertThat(api.call("GET", "/api/health", null, null).response().text())
                .isEqualTo("{\"status\":\"ok\",\"checks\":{\"gallery_table\":\"ok\"}}");
        api.healthy = false;
        Api.Answer failing = api.call("GET", "/api/health", null, null);
        assertThat(failing.status()).isEqualTo(503);
        assertThat(failing.text("status")).isEqualTo("failing");
    }

    @Test
    void what_breaks_is_a_problem_that_tells_no_more_than_its_request() {
        api.broken = true;

        Api.Answer answer = api.call("GET", "/api/health", null, null);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal");
        assertThat(answer.text("detail")).contains("request-1");
        assertThat(api.counted).containsEntry("InternalErrors", 1L);
        assertThat(answer.response().text()).doesNotContain("hunter2").doesNotContain("dev.kilat");
    }

    private Api.Answer login(String password) {
        return api.call(
                "POST", LOGIN, null, "{\"username\":\"admin\",\"password\":\"" + password + "\"}");
    }

    private Api.Answer named(String name) {
        return api.call("POST", SESSIONS, null, "{\"name\":\"" + name + "\"}");
    }
}
