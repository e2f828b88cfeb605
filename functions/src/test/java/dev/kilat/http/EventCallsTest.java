package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCallsTest {
    private static final String EVENTS = "/api/admin/events";
    private static final String WEDDING = "/api/admin/events/wedding";
    private static final String ONE_FILE =
            "{\"files\":[{\"file_name\":\"a.jpg\",\"content_type\":\"image/jpeg\",\"size\":5,\"sha256\":\""
                    + Samples.sha256()
                    + "\"}]}";

    private final Api api = new Api();

    @Test
    void a_public_event_is_created_with_its_link() {
        Api.Answer created = create("\"public\"");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("join_url")).isEqualTo("https://gallery.example/e/wedding");
        assertThat(created.json().has("join_secret")).isFalse();
        assertThat(created.text("starts_at")).isEqualTo("2026-08-01T18:00:00Z");
        assertThat(created.json().path("ends_at").isNull()).isTrue();
        assertThat(api.call("GET", WEDDING, api.adminToken(), null).json())
                .isEqualTo(created.json());
        assertThat(api.call("GET", EVENTS, api.adminToken(), null).json().path("events").path(0))
                .isEqualTo(created.json());
    }

    @Test
    void a_private_events_secret_is_told_once_and_opens_it() {
        Api.Answer created = create("\"private\"");
        String secret = created.text("join_secret");

        assertThat(created.text("join_url"))
                .isEqualTo("https://gallery.example/e/wedding#join=" + secret);
        Api.Answer later = api.call("GET", WEDDING, api.adminToken(), null);
        assertThat(later.text("join_url")).isEqualTo("https://gallery.example/e/wedding");
        assertThat(later.response().text()).doesNotContain(secret);
        assertThat(joinWith(secret)).isEqualTo(201);
        assertThat(joinWith(secret + "x")).isEqualTo(404);
        assertThat(join("{}")).isEqualTo(404);
    }

    @Test
    void a_taken_slug_is_a_conflict() {
        create("\"public\"");

        Api.Answer second = create("\"public\"");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("slug-taken");
    }

    @Test
    void what_a_patch_does_not_name_stays() {
        Api.Answer created = create("\"public\"");

        Api.Answer patched = patch("{\"name\":\"Renamed\"}");

        assertThat(patched.text("name")).isEqualTo("Renamed");
        assertThat(patched.text("starts_at")).isEqualTo(created.text("starts_at"));
        assertThat(patch("{}").json()).isEqualTo(patched.json());
    }

    @Test
    void null_takes_a_moment_away_and_camel_case_names_it_too() {
        create("\"public\"");

        Api.Answer patched = patch("{\"startsAt\":null,\"ends_at\":\"2026-08-02T01:00:00+02:00\"}");

        assertThat(patched.json().path("starts_at").isNull()).isTrue();
        assertThat(patched.text("ends_at")).isEqualTo("2026-08-01T23:00:00Z");
    }

    @Test
    void private_renews_the_secret_and_public_drops_it() {
        create("\"public\"");
        String first = patch("{\"access\":\"private\"}").text("join_secret");
        assertThat(joinWith(first)).isEqualTo(201);

        String second = patch("{\"access\":\"private\"}").text("join_secret");
        assertThat(joinWith(first)).isEqualTo(404);
        assertThat(joinWith(second)).isEqualTo(201);
        assertThat(patch("{\"name\":\"Still private\"}").json().has("join_secret")).isFalse();
        assertThat(joinWith(second)).isEqualTo(201);

        assertThat(patch("{\"access\":\"public\"}").json().has("join_secret")).isFalse();
        assertThat(join("{}")).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":null} | name",
                "{\"name\":\"\"} | name",
                "{\"name\":5} | name",
                "{\"access\":null} | access",
                "{\"access\":\"secret\"} | access",
                "{\"startsAt\":\"soon\"} | starts_at",
                "{\"ends_at\":\"2026-08-01T17:59:59Z\"} | ends_at",
                "{\"slug\":\"other\"} | slug",
                "{\"retention_days\":30} | retention_days",
                "{\"ends_at\":\"2026-08-02T01:00:00Z\",\"retention_days\":0} | retention_days",
                "{\"ends_at\":\"2026-08-02T01:00:00Z\",\"retention_days\":3651} | retention_days",
                "{\"ends_at\":\"2026-08-02T01:00:00Z\",\"retention_days\":\"5\"} | retention_days",
                "{\"starts_at\":null,\"ends_at\":\"2026-01-01T01:00:00Z\",\"retention_days\":5} | retention_days",
                "[] | body",
                "{ | body",
            })
    void a_bad_patch_names_the_member_and_changes_nothing(String body, String field) {
        Api.Answer created = create("\"public\"");

        Api.Answer refused = patch(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-request");
        assertThat(refused.field()).isEqualTo(field);
        assertThat(api.call("GET", WEDDING, api.adminToken(), null).json())
                .isEqualTo(created.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | slug",
                "{\"slug\":\"ab\",\"name\":\"A\",\"access\":\"public\"} | slug",
                "{\"slug\":\"Big\",\"name\":\"A\",\"access\":\"public\"} | slug",
                "{\"slug\":7,\"name\":\"A\",\"access\":\"public\"} | slug",
                "{\"slug\":\"abc\",\"access\":\"public\"} | name",
                "{\"slug\":\"abc\",\"name\":\"  \",\"access\":\"public\"} | name",
                "{\"slug\":\"abc\",\"name\":\"a\\u0000b\",\"access\":\"public\"} | name",
                "{\"slug\":\"abc\",\"name\":\"a\\nb\",\"access\":\"public\"} | name",
                "{\"slug\":\"abc\",\"name\":\"a\\u202eb\",\"access\":\"public\"} | name",
                "{\"slug\":\"abc\",\"name\":\"a\\ud800b\",\"access\":\"public\"} | name",
                "{\"slug\":\"abc\",\"name\":\"A\"} | access",
                "{\"slug\":\"abc\",\"name\":\"A\",\"access\":\"PUBLIC\"} | access",
                "{\"slug\":\"abc\",\"name\":\"A\",\"access\":\"public\",\"starts_at\":5} | starts_at",
                "{\"slug\":\"abc\",\"name\":\"A\",\"access\":\"public\",\"starts_at\":\"2026-08-01T18:00:00Z\",\"ends_at\":\"2026-08-01T17:00:00Z\"} | ends_at",
            })
    void a_bad_event_names_the_member(String body, String field) {
        Api.Answer refused = api.call("POST", EVENTS, api.adminToken(), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void a_name_may_have_200_letters_of_any_script() {
        String longest = "\uD83D\uDC92".repeat(200);

        assertThat(named(longest).status()).isEqualTo(201);
        assertThat(named(longest + "a").field()).isEqualTo("name");
    }

    @Test
    void a_purged_event_is_gone_and_its_slug_free() {
        create("\"public\"");

        assertThat(api.call("DELETE", WEDDING, api.adminToken(), null).status()).isEqualTo(204);
        assertThat(api.call("DELETE", WEDDING, api.adminToken(), null).status()).isEqualTo(404);
        assertThat(api.call("GET", WEDDING, api.adminToken(), null).status()).isEqualTo(404);
        assertThat(patch("{\"name\":\"A\"}").status()).isEqualTo(404);
        assertThat(create("\"public\"").status()).isEqualTo(201);
    }

    @Test
    void tickets_that_are_asked_for_while_the_event_is_purged_are_taken_back() {
        create("\"public\"");
        api.whileSigning = () -> api.store.startPurge(Samples.WEDDING);

        Api.Answer answer = api.call("POST", WEDDING + "/uploads", api.adminToken(), ONE_FILE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(api.store.unfinished(Instant.MAX, Instant.MAX, 10)).isEmpty();
    }

    @Test
    void tickets_of_an_event_that_has_its_slug_again_by_now_are_taken_back_too() {
        create("\"public\"");
        api.whileSigning =
                () -> {
                    api.store.startPurge(Samples.WEDDING);
                    api.store.forget(Samples.WEDDING);
                    api.store.create(Samples.event(Samples.WEDDING));
                };

        Api.Answer answer = api.call("POST", WEDDING + "/uploads", api.adminToken(), ONE_FILE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(api.store.unfinished(Instant.MAX, Instant.MAX, 10)).isEmpty();
    }

    @Test
    void an_event_may_be_kept_for_some_days_only_or_for_ever_again() {
        create("\"private\"");
        assertThat(api.call("GET", WEDDING, api.adminToken(), null).json().has("retention_days"))
                .isFalse();

        Api.Answer kept = patch("{\"ends_at\":\"2026-08-02T01:00:00Z\",\"retentionDays\":30}");

        assertThat(kept.json().path("retention_days").asInt()).isEqualTo(30);
        assertThat(patch("{\"name\":\"Renamed\"}").json().path("retention_days").asInt())
                .isEqualTo(30);
        assertThat(api.store.find(Samples.WEDDING).orElseThrow().keptUntil())
                .contains(Instant.parse("2026-09-01T01:00:00Z"));
        assertThat(patch("{\"retention_days\":null}").json().has("retention_days")).isFalse();
    }

    @Test
    void an_event_may_be_made_with_the_days_that_it_is_kept() {
        Api.Answer made =
                api.call(
                        "POST",
                        EVENTS,
                        api.adminToken(),
                        "{\"slug\":\"abc\",\"name\":\"A\",\"access\":\"private\","
                                + "\"ends_at\":\"2026-08-02T01:00:00Z\",\"retention_days\":1}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("retention_days").asInt()).isEqualTo(1);
    }

    @Test
    void nobody_purges_an_event_by_the_way() {
        create("\"public\"");
        patch("{\"ends_at\":\"2026-08-02T01:00:00Z\",\"retention_days\":30}");
        api.clock.passes(Duration.ofDays(20));

        assertThat(patch("{\"retention_days\":10}").field()).isEqualTo("retention_days");
        assertThat(patch("{\"ends_at\":null}").field()).isEqualTo("retention_days");
        assertThat(patch("{\"retention_days\":21}").status()).isEqualTo(200);
    }

    private Api.Answer create(String access) {
        return api.call(
                "POST",
                EVENTS,
                api.adminToken(),
                "{\"slug\":\"wedding\",\"name\":\"A wedding\",\"startsAt\":\"2026-08-01T20:00:00+02:00\",\"access\":"
                        + access
                        + "}");
    }

    private Api.Answer named(String name) {
        return api.call(
                "POST",
                EVENTS,
                api.adminToken(),
                "{\"slug\":\"long-name\",\"name\":\"" + name + "\",\"access\":\"public\"}");
    }

    private Api.Answer patch(String body) {
        return api.call("PATCH", WEDDING, api.adminToken(), body);
    }

    private int joinWith(String secret) {
        return join("{\"joinSecret\":\"" + secret + "\"}");
    }

    private int join(String body) {
        return api.call("POST", "/api/gallery/wedding/sessions", null, body).status();
    }
}
