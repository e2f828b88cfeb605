package dev.kilat.http;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.photo.Change;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalleryCallsTest {
    private static final String PHOTOS = "/api/gallery/wedding/photos";
    private final Api api = new Api();

    @BeforeEach
    void an_event() {
        api.store.create(Samples.event(WEDDING));
    }

    @Test
    void the_overview_tells_the_event_the_count_and_where_to_follow_from() {
        publish();

        JsonNode overview = get("/api/gallery/wedding").json();

        assertThat(overview.path("event").path("slug").asText()).isEqualTo("wedding");
        assertThat(overview.path("event").has("join_url")).isFalse();
        assertThat(overview.path("photo_count").asInt()).isEqualTo(1);
        assertThat(overview.path("cursor").asText()).endsWith(".1");
        assertThat(overview.path("poll_seconds").asInt()).isBetween(30, 45);
    }

    @Test
    void pages_lead_from_the_newest_photo_to_the_oldest() {
        for (int i = 0; i < 5; i++) {
            publish();
        }

        List<Long> seen = new ArrayList<>();
        JsonNode page = get(PHOTOS + "?sort=newest&limit=2").json();
        seen.addAll(sequence(page));
        while (!page.path("before").isNull()) {
            page = get(PHOTOS + "?limit=2&before=" + page.path("before").asText()).json();
            seen.addAll(sequence(page));
        }

        assertThat(seen).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void a_delta_tells_each_changed_photo_once_as_it_is_now() {
        String start = get(PHOTOS).text("cursor");
        Photo first = publish();
        Photo second = publish();
        api.journal.commit(
                WEDDING, List.of(new Change.Updated(first.ready(Samples.thumbnails(), null))));
        api.journal.commit(WEDDING, List.of(new Change.Deleted(second.deleted(true))));

        JsonNode delta = get(PHOTOS + "?since=" + start).json();

        assertThat(sequence(delta)).containsExactly(1L);
        assertThat(delta.at("/photos/0/thumbnails/small/url").asText())
                .isEqualTo("https://gallery.example/media/small.jpg");
        assertThat(delta.path("deleted").path(0).asText()).isEqualTo(second.id().value());
        assertThat(delta.path("comments").isEmpty()).isTrue();
        assertThat(delta.path("more").asBoolean()).isFalse();
        assertThat(get(PHOTOS + "?since=" + delta.path("cursor").asText()).json().path("photos"))
                .isEmpty();
    }

    @Test
    void a_cursor_of_another_epoch_or_from_the_future_has_expired() {
        String cursor = get(PHOTOS).text("cursor");
        String epoch = cursor.substring(0, cursor.indexOf('.'));

        for (String expired :
                List.of("00000000-0000-0000-0000-000000000000.0", "x.5", epoch + ".1")) {
            Api.Answer answer = get(PHOTOS + "?since=" + expired);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("cursor-expired");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0 | limit",
                "limit=201 | limit",
                "limit=-1 | limit",
                "limit=5.0 | limit",
                "limit= | limit",
                "limit=abc | limit",
                "limit=99999999999999999999 | limit",
                "limit=1,2 | limit",
                "sort=oldest | sort",
                "sort= | sort",
                "since= | since",
                "since=5 | since",
                "since=.5 | since",
                "since=abc.-5 | since",
                "since=abc.5x | since",
                "before= | before",
                "before=0 | before",
                "before=abc | before",
                "before=-5 | before",
                "before=5&since=x.5 | before",
            })
    void a_bad_query_names_the_parameter(String query, String field) {
        Api.Answer answer = get(PHOTOS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void limits_of_1_and_200_are_taken() {
        assertThat(get(PHOTOS + "?limit=1").status()).isEqualTo(200);
        assertThat(get(PHOTOS + "?limit=200").status()).isEqualTo(200);
    }

    @Test
    void a_download_leads_to_the_store() {
        Photo photo = publish();
        api.journal.commit(
                WEDDING, List.of(new Change.Updated(photo.ready(Samples.thumbnails(), null))));

        Api.Answer answer = get("/api/photos/" + photo.id() + "/download");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().headers())
                .containsEntry("location", "https://s3.example/downloads/wedding/" + photo.id());
    }

    @Test
    void a_live_ticket_opens_the_events_room_for_a_minute() {
        JsonNode ticket =
                api.call("POST", "/api/gallery/wedding/live", api.guestToken(WEDDING), null).json();
        String url = ticket.path("url").asText();

        assertThat(url).startsWith("wss://gallery.example/live?ticket=");
        assertThat(ticket.path("expires_at").asText()).isEqualTo("2026-08-01T18:01:00Z");
        assertThat(api.tokens.liveTicket(url.substring(url.indexOf('=') + 1)))
                .hasValueSatisfying(proof -> {
                    assertThat(proof.room()).isEqualTo("event:wedding");
                    assertThat(proof.subject()).isEqualTo("00ff");
                });
    }

    @Test
    void answers_are_kept_by_no_cache_and_name_their_request() {
        assertThat(get(PHOTOS).response().headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("content-type", "application/json")
                .containsEntry("x-request-id", "request-1");
    }

    private Api.Answer get(String path) {
        return api.call("GET", path, api.guestToken(WEDDING), null);
    }

    private Photo publish() {
        Pending ticket = Samples.ticket(WEDDING);
        api.store.claim(ticket);
        return api.journal
                .commit(WEDDING, List.of(Samples.added(Samples.photo(ticket))))
                .getFirst();
    }

    private static List<Long> sequence(JsonNode page) {
        List<Long> sequence = new ArrayList<>();
        page.path("photos").forEach(photo -> sequence.add(photo.path("seq").asLong()));
        return sequence;
    }
}
