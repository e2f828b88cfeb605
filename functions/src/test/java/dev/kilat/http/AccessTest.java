package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Event;
import dev.kilat.identity.Caller;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.photo.Change;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route against everybody who may call it, and everybody who may not.
class AccessTest {
    private static final String COMMENT = "5e0b6c2e-5f0d-4c3e-9d5c-0d7d2f3b1a11";

    private final Api api = new Api();
    private String photoId = "";

    static Stream<String> admin() {
        return Paths.ADMIN.stream();
    }

    static Stream<String> guest() {
        return Paths.GUEST.stream();
    }

    static Stream<String> closed() {
        return Stream.concat(admin(), guest());
    }

    @BeforeEach
    void two_events_and_a_photo_in_one() {
        api.store.create(Samples.event(Samples.WEDDING));
        api.store.create(Samples.event(Samples.PARTY));
        Pending ticket = Samples.ticket(Samples.WEDDING);
        api.store.claim(ticket);
        Photo photo =
                api.journal
                        .commit(Samples.WEDDING, List.of(Samples.added(Samples.photo(ticket))))
                        .getFirst();
        api.journal.commit(
                Samples.WEDDING,
                List.of(new Change.Updated(photo.ready(Samples.thumbnails(), null))));
        photoId = photo.id().value();
        api.call(
                "POST",
                "/api/photos/" + photoId + "/comments",
                api.guestToken(Samples.WEDDING),
                "{\"id\":\"" + COMMENT + "\",\"content\":\"Cheers\"}");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void without_a_good_token_a_call_is_unauthenticated(String route) {
        String expired = api.adminToken();
        String expiredGuest = api.guestToken(Samples.WEDDING);
        api.clock.passes(Duration.ofDays(8));
        String live = api.tokens.live(new LiveTicket("event:wedding", "00ff", Role.GUEST)).token();

        for (Map<String, String> headers :
                List.of(
                        Map.<String, String>of(),
                        Map.of("authorization", ""),
                        Map.of("authorization", "Bearer"),
                        Map.of("authorization", "Bearer "),
                        Map.of("authorization", "Bearer null"),
                        Map.of("authorization", "Bearer a.b.c"),
                        Map.of("authorization", "Basic YWRtaW46c2VjcmV0"),
                        Map.of("authorization", api.adminToken()),
                        Map.of("authorization", "Bearer " + api.adminToken() + "x"),
                        Map.of("authorization", "Bearer " + expired),
                        Map.of("authorization", "Bearer " + expiredGuest),
                        Map.of("authorization", "Bearer " + live))) {
            Api.Answer answer = call(route, "wedding", headers);

            assertThat(answer.status()).as(headers.toString()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("unauthenticated");
            assertThat(answer.response().headers()).containsEntry("www-authenticate", "Bearer");
        }
    }

    @ParameterizedTest
    @MethodSource("admin")
    void a_guest_is_forbidden_on_an_admins_call(String route) {
        Api.Answer answer = call(route, "wedding", bearer(api.guestToken(Samples.WEDDING)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @MethodSource("admin")
    void an_admin_passes_the_gate_of_an_admins_call(String route) {
        assertThat(call(route, "wedding", bearer(api.adminToken())).status())
                .isIn(200, 201, 204, 400);
    }

    @ParameterizedTest
    @MethodSource("guest")
    void a_guest_of_the_event_and_an_admin_may_make_a_guests_call(String route) {
        for (String token : List.of(api.guestToken(Samples.WEDDING), api.adminToken())) {
            assertThat(call(route, "wedding", bearer(token)).status()).isIn(200, 302, 400);
        }
    }

    @ParameterizedTest
    @MethodSource("guest")
    void foreign_unknown_purged_and_impossible_all_get_the_same_404(String route) {
        Api.Answer foreign = call(route, "wedding", bearer(api.guestToken(Samples.PARTY)));
        Api.Answer unknown =
                call(
                        route.replace("{photo_id}", "01ARZ3NDEKTSV4RRFFQ69G5FAV"),
                        "nowhere",
                        bearer(api.adminToken()));
        Api.Answer impossible =
                call(route.replace("{photo_id}", "x"), "No!", bearer(api.adminToken()));
        api.store.startPurge(Samples.WEDDING);
        Api.Answer purged = call(route, "wedding", bearer(api.guestToken(Samples.WEDDING)));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("not-found");
        for (Api.Answer other : List.of(unknown, impossible, purged)) {
            assertThat(other.response()).isEqualTo(foreign.response());
        }
    }

    @ParameterizedTest
    @MethodSource("guest")
    void a_guest_of_a_purged_event_is_nobody_in_the_next_one_with_its_slug(String route) {
        Event wedding = Samples.event(Samples.WEDDING);
        String before =
                api.tokens
                        .guest(
                                new Caller.Guest(
                                        "00ff",
                                        Samples.WEDDING,
                                        wedding.createdAt().minusMillis(1),
                                        "Ayu"))
                        .token();

        Api.Answer answer = call(route, "wedding", bearer(before));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void a_photo_of_another_event_is_not_found_in_this_one() {
        Api.Answer answer =
                api.call(
                        "GET",
                        "/api/gallery/party/photos/" + photoId,
                        api.guestToken(Samples.PARTY),
                        null);

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void a_deleted_photo_is_not_found() {
        String guest = api.guestToken(Samples.WEDDING);
        String photo = "/api/gallery/wedding/photos/" + photoId;
        String download = "/api/photos/" + photoId + "/download";
        api.call("DELETE", "/api/admin/photos/" + photoId, api.adminToken(), null);

        assertThat(api.call("GET", photo, guest, null).status()).isEqualTo(404);
        assertThat(api.call("GET", download, guest, null).status()).isEqualTo(404);
    }

    @Test
    void open_calls_do_not_look_at_a_bad_token() {
        assertThat(api.call("GET", "/api/health", "a.b.c", null).status()).isEqualTo(200);
        assertThat(api.call("POST", "/api/gallery/wedding/sessions", "a.b.c", null).status())
                .isEqualTo(201);
    }

    private Api.Answer call(String route, String slug, Map<String, String> headers) {
        String[] parts =
                route.replace("{slug}", slug)
                        .replace("{photo_id}", photoId)
                        .replace("{comment_id}", COMMENT)
                        .split(" ", 2);
        return api.send(parts[0], parts[1], headers, parts[0].equals("GET") ? "" : "{}");
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("authorization", "Bearer " + token);
    }
}
