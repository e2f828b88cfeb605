package dev.kilat.http;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentCallsTest {
    private static final String ID = "5e0b6c2e-5f0d-4c3e-9d5c-0d7d2f3b1a11";
    private final Api api = new Api();
    private final String guest = api.guestToken(WEDDING);
    private String photo = "";

    @BeforeEach
    void a_photo() {
        api.store.create(Samples.event(WEDDING));
        api.store.create(Samples.event(PARTY));
        photo = published(WEDDING);
    }

    @Test
    void a_comment_is_answered_as_it_is_shown_to_everybody() {
        Api.Answer answer = write(guest, ID, "  Ayu's\r\nbest 👩‍❤️‍👨\n");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("id")).isEqualTo(ID);
        assertThat(answer.text("photo_id")).isEqualTo(photo);
        assertThat(answer.text("author_name")).as("the session's").isEqualTo("Ayu");
        assertThat(answer.text("content")).isEqualTo("Ayu's\nbest 👩‍❤️‍👨");
        assertThat(Instant.parse(answer.text("created_at"))).isEqualTo(api.clock.instant());
        assertThat(comments(guest)).containsExactly(answer.json());
        assertThat(comments(api.guestToken("bu", WEDDING, "Budi"))).hasSize(1);
        assertThat(comments(api.adminToken())).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void who_signs_is_named_so_and_camel_case_is_understood() {
        Api.Answer signed =
                send(
                        guest,
                        "{\"id\":\"" + ID + "\",\"authorName\":\" Oma \",\"content\":\"Lief!\"}");
        assertThat(signed.text("author_name")).isEqualTo("Oma");
        Api.Answer admins = write(api.adminToken(), UUID.randomUUID().toString(), "Welcome");
        assertThat(admins.status()).isEqualTo(201);
        assertThat(admins.json().path("author_name").isNull()).isTrue();
    }

    @Test
    void the_same_id_again_is_the_first_comment_and_nothing_more() {
        JsonNode first = write(guest, ID, "Cheers").json();
        api.clock.passes(Duration.ofSeconds(5));

        Api.Answer again = write(guest, ID.toUpperCase(java.util.Locale.ROOT), "Changed my mind");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first);
        assertThat(comments(guest)).hasSize(1);
        assertThat(count()).isEqualTo(1);
        assertThat(api.announcer.comments).hasSize(1);
        assertThat(api.announcer.committed).hasSizeGreaterThan(1);
    }

    @Test
    void an_id_of_another_comment_is_refused_by_name() {
        write(guest, ID, "Cheers");
        String others = api.guestToken("bu", WEDDING, "Budi");
        assertThat(invalid(write(others, ID, "Mine"))).isEqualTo("id");
        String first = photo;
        photo = published(WEDDING);
        assertThat(invalid(write(guest, ID, "Here too"))).isEqualTo("id");
        photo = first;
        assertThat(comments(guest)).hasSize(1);
    }

    static List<String> bad() {
        List<String> bad = new ArrayList<>();
        for (String id : List.of("", "1-1-1-1-1", ID + "0", "x" + ID.substring(1))) {
            bad.add("id|{\"id\":\"" + id + "\",\"content\":\"Cheers\"}");
        }
        bad.add("id|{\"content\":\"Cheers\"}");
        bad.add("id|{\"id\":7,\"content\":\"Cheers\"}");
        bad.add("content|{\"id\":\"" + ID + "\"}");
        bad.add("content|{\"id\":\"" + ID + "\",\"content\":[\"Cheers\"]}");
        for (String content :
                List.of(
                        "",
                        " \\n ",
                        "a\\u0000b",
                        "a\\tb",
                        "a\\rb",
                        "a\\u202eb",
                        "a\\u2028b",
                        "\\ud800",
                        "x".repeat(1001))) {
            bad.add("content|{\"id\":\"" + ID + "\",\"content\":\"" + content + "\"}");
        }
        for (String name : List.of("", " ", "a\\nb", "a\\u202eb", "x".repeat(101))) {
            bad.add(
                    "author_name|{\"id\":\"%s\",\"content\":\"Cheers\",\"author_name\":\"%s\"}"
                            .formatted(ID, name));
        }
        bad.add("body|");
        return bad;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_is_no_comment_is_refused_by_name_and_costs_no_write(String fieldAndBody) {
        String[] parts = fieldAndBody.split("[|]", 2);
        for (int i = 0; i < 61; i++) {
            assertThat(invalid(send(guest, parts[1]))).isEqualTo(parts[0]);
        }
        assertThat(write(guest, ID, "Cheers").status()).isEqualTo(201);
    }

    @Test
    void a_thousand_letters_fit_however_many_bytes_they_have() {
        assertThat(write(guest, ID, "😀".repeat(1000)).status()).isEqualTo(201);
    }

    @Test
    void bodies_that_are_no_json_or_too_large_are_told_apart() {
        String path = "/api/photos/" + photo + "/comments";
        Map<String, String> plain =
                Map.of("authorization", "Bearer " + guest, "content-type", "text/plain");
        assertThat(api.send("POST", path, plain, "{}").status()).isEqualTo(415);
        assertThat(send(guest, " ".repeat(1024 * 1024 + 1)).status()).isEqualTo(413);
    }

    @Test
    void the_61st_write_in_a_minute_waits_and_an_admins_does_not() {
        for (int i = 0; i < 60; i++) {
            assertThat(write(guest, UUID.randomUUID().toString(), "Cheers").status())
                    .isEqualTo(201);
        }
        Api.Answer refused = write(guest, ID, "Cheers");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate-limited");
        assertThat(refused.response().headers()).containsEntry("retry-after", "60");
        assertThat(write(api.adminToken(), ID, "Slow down").status()).isEqualTo(201);
        api.clock.passes(Duration.ofSeconds(60));
        assertThat(write(guest, UUID.randomUUID().toString(), "Cheers").status()).isEqualTo(201);
    }

    @Test
    void of_a_deleted_photo_there_are_no_comments_until_it_is_back() {
        write(guest, ID, "Cheers");
        call("DELETE", "/api/admin/photos/" + photo, null);
        assertThat(write(guest, UUID.randomUUID().toString(), "Too late").status()).isEqualTo(404);
        String path = "/api/photos/" + photo + "/comments";
        assertThat(api.call("GET", path, guest, null).status()).isEqualTo(404);
        assertThat(latest()).hasSize(1);
        call("POST", "/api/admin/photos/" + photo + "/restore", null);
        assertThat(comments(guest)).hasSize(1);
    }

    @Test
    void a_hidden_comment_is_seen_by_admins_only_until_it_is_shown() {
        JsonNode comment = write(guest, ID, "Cheers").json();
        int told = api.announcer.committed.size();
        assertThat(hide(true).json().path("hidden").asBoolean()).isTrue();
        assertThat(api.announcer.committed).as("guests are told").hasSize(told + 1);
        assertThat(hide(true).status()).as("again").isEqualTo(200);
        assertThat(comments(guest)).isEmpty();
        assertThat(count()).isZero();
        assertThat(latest().getFirst().path("hidden").asBoolean()).isTrue();
        assertThat(write(guest, ID, "Cheers").json()).as("its writer's repeat").isEqualTo(comment);

        assertThat(hide(false).json().path("hidden").asBoolean()).isFalse();
        assertThat(comments(guest)).containsExactly(comment);
        assertThat(count()).isEqualTo(1);
        assertThat(api.announcer.comments).extracting(Comment::content).containsExactly("Cheers");
    }

    @Test
    void a_deleted_comment_is_gone_and_its_writer_cannot_send_it_back() {
        write(guest, ID, "Cheers");
        assertThat(call("DELETE", moderated(ID), null).status()).isEqualTo(204);
        assertThat(call("DELETE", moderated(ID), null).status()).isEqualTo(404);
        assertThat(hide(false).status()).isEqualTo(404);
        assertThat(comments(guest)).isEmpty();
        assertThat(latest()).isEmpty();
        assertThat(count()).isZero();
        assertThat(write(guest, ID, "Cheers").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hidden\":null}", "{\"hidden\":\"true\"}", "{\"hidden\":1}"})
    void a_ruling_that_says_nothing_is_refused_by_name(String body) {
        write(guest, ID, "Cheers");
        assertThat(invalid(call("PATCH", moderated(ID), body))).isEqualTo("hidden");
    }

    @Test
    void a_comment_is_found_under_its_own_photo_only() {
        write(guest, ID, "Cheers");
        String first = photo;
        photo = published(WEDDING);
        assertThat(hide(true).status()).isEqualTo(404);
        assertThat(call("DELETE", moderated(ID), null).status()).isEqualTo(404);
        photo = first;
        assertThat(call("DELETE", moderated("no-uuid"), null).status()).isEqualTo(404);
        assertThat(comments(guest)).hasSize(1);
    }

    @Test
    void admins_see_the_hundred_latest_comments_of_an_event() {
        for (int i = 0; i < 101; i++) {
            write(api.adminToken(), UUID.randomUUID().toString(), "Comment " + i);
        }
        List<JsonNode> latest = latest();
        assertThat(latest).hasSize(100);
        assertThat(latest.getFirst().path("content").asText()).isEqualTo("Comment 100");
        assertThat(latest.getLast().path("content").asText()).isEqualTo("Comment 1");
        assertThat(call("GET", "/api/admin/events/party/comments", null).json().path("comments"))
                .isEmpty();
        assertThat(call("GET", "/api/admin/events/nowhere/comments", null).status()).isEqualTo(404);
    }

    @Test
    void a_delta_carries_new_comments_that_are_still_to_be_seen() {
        String start = api.call("GET", "/api/gallery/wedding", guest, null).text("cursor");
        String hidden = UUID.randomUUID().toString();
        JsonNode comment = write(guest, ID, "Cheers").json();
        write(guest, hidden, "Booh");
        call("PATCH", moderated(hidden), "{\"hidden\":true}");

        JsonNode delta = delta(start);

        assertThat(delta.path("comments")).containsExactly(comment);
        assertThat(delta.path("photos")).hasSize(1);
        assertThat(delta.at("/photos/0/comment_count").asInt()).isEqualTo(1);
        call("DELETE", "/api/admin/photos/" + photo, null);
        assertThat(delta(start).path("comments")).isEmpty();
    }

    private JsonNode delta(String since) {
        return api.call("GET", "/api/gallery/wedding/photos?since=" + since, guest, null).json();
    }

    private Api.Answer write(String token, String id, String content) {
        return send(token, Json.write(Map.of("id", id, "content", content)));
    }

    private Api.Answer send(String token, String body) {
        return api.call("POST", "/api/photos/" + photo + "/comments", token, body);
    }

    private Api.Answer hide(boolean hidden) {
        return call("PATCH", moderated(ID), "{\"hidden\":" + hidden + "}");
    }

    private String moderated(String id) {
        return "/api/admin/photos/" + photo + "/comments/" + id;
    }

    private Api.Answer call(String method, String path, @Nullable String body) {
        return api.call(method, path, api.adminToken(), body);
    }

    private static String invalid(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
        return answer.field();
    }

    private List<JsonNode> comments(String token) {
        return list(api.call("GET", "/api/photos/" + photo + "/comments", token, null));
    }

    private List<JsonNode> latest() {
        return list(call("GET", "/api/admin/events/wedding/comments", null));
    }

    private static List<JsonNode> list(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<JsonNode> all = new ArrayList<>();
        answer.json().path("comments").forEach(all::add);
        return all;
    }

    private int count() {
        return api.call("GET", "/api/gallery/wedding/photos/" + photo, guest, null)
                .json()
                .path("comment_count")
                .asInt();
    }

    private String published(EventSlug event) {
        Pending ticket = Samples.ticket(event);
        api.store.claim(ticket);
        Photo added =
                api.journal.commit(event, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
        return added.id().value();
    }
}
