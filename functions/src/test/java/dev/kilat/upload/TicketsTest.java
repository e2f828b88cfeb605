package dev.kilat.upload;

import static dev.kilat.photo.Samples.NOON;
import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Ears;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final Ears ears = new Ears();
    private Instant now = NOON;
    private final Tickets tickets =
            new Tickets(
                    store,
                    (key, type, size, sha256) ->
                            new SignedPut(
                                    URI.create("https://s3.example.org/" + key),
                                    Map.of(
                                            "content-type",
                                            type,
                                            "x-size",
                                            Long.toString(size),
                                            "x-sha",
                                            sha256),
                                    NOON),
                    ears,
                    Samples::photoId,
                    () -> now);

    @Test
    void each_new_file_gets_a_place_of_its_own_and_in_order() {
        Wanted first = wanted();
        Wanted second = wanted();
        List<Ticket> issued = tickets.issue(WEDDING, List.of(first, second), "admin");
        PhotoId id = ((Ticket.Upload) issued.get(0)).photo();
        SignedPut put = ((Ticket.Upload) issued.get(0)).put();
        assertThat(put.url()).hasPath("/originals/wedding/" + id);
        assertThat(put.headers())
                .containsEntry("x-size", "1234")
                .containsEntry("x-sha", first.sha256());
        assertThat(((Ticket.Upload) issued.get(1)).put().headers())
                .containsEntry("x-sha", second.sha256());
        assertThat(store.ticket(id).orElseThrow().uploadedBy()).isEqualTo("admin");
    }

    @Test
    void the_same_bytes_are_a_duplicate_of_the_first() {
        Wanted file = wanted();
        PhotoId first = upload(file).photo();
        assertThat(issue(file)).isEqualTo(new Ticket.Duplicate(first));
    }

    @Test
    void the_same_bytes_twice_in_one_request_are_one_photo() {
        Wanted file = wanted();
        List<Ticket> issued = tickets.issue(WEDDING, List.of(file, wanted(), file), "admin");
        PhotoId first = ((Ticket.Upload) issued.get(0)).photo();
        assertThat(issued.get(1)).isInstanceOf(Ticket.Upload.class);
        assertThat(issued.get(2)).isEqualTo(new Ticket.Duplicate(first));
    }

    @Test
    void each_photo_on_its_way_is_expected_once() {
        Wanted file = wanted();
        tickets.issue(WEDDING, List.of(file, wanted(), file), "admin");
        issue(file);
        assertThat(ears.expected).containsExactly("admin", "admin");
        now = now.plus(Tickets.LEFT_HALF_WAY).plusSeconds(1);
        assertThat(issue(file)).isInstanceOf(Ticket.Upload.class);
        assertThat(ears.expected).hasSize(2);
        now = now.plus(Tickets.GIVEN_UP);
        assertThat(issue(file)).isInstanceOf(Ticket.Upload.class);
        assertThat(ears.expected).hasSize(3);
    }

    @Test
    void a_rejected_twin_does_not_cost_the_good_file_its_place() {
        Wanted good = wanted();
        Wanted bad =
                new Wanted(
                        good.fileName(),
                        "image/gif",
                        good.size(),
                        good.sha256(),
                        null,
                        null,
                        null,
                        null);
        List<Ticket> issued = tickets.issue(WEDDING, List.of(bad, good), "admin");
        assertThat(issued.get(0)).isInstanceOf(Ticket.Rejected.class);
        assertThat(issued.get(1)).isInstanceOf(Ticket.Upload.class);
    }

    @Test
    void an_upload_left_half_way_gets_a_new_url_for_the_same_photo() {
        Wanted file = wanted();
        PhotoId first = upload(file).photo();
        now = NOON.plus(Duration.ofSeconds(61));
        assertThat(upload(file).photo()).isEqualTo(first);
    }

    @Test
    void a_failed_photo_stays_the_first_of_its_bytes() {
        Wanted file = wanted();
        PhotoId first = upload(file).photo();
        store.fail(first, "no image");
        now = NOON.plus(Duration.ofSeconds(61));
        assertThat(issue(file)).isEqualTo(new Ticket.Duplicate(first));
    }

    @Test
    void another_event_is_another_place() {
        Wanted file = wanted();
        upload(file);
        assertThat(tickets.issue(PARTY, List.of(file), "admin").getFirst())
                .isInstanceOf(Ticket.Upload.class);
    }

    @Test
    void what_is_taken_back_was_never_asked_for() {
        Wanted file = wanted();
        Ticket.Upload first = upload(file);
        tickets.takeBack(List.of(first, new Ticket.Duplicate(first.photo())));
        assertThat(store.ticket(first.photo())).isEmpty();
        assertThat(upload(file).photo()).isNotEqualTo(first.photo());
    }

    @ParameterizedTest
    @CsvSource({
        "image/gif, 10, unsupported-type",
        "image/heic, 10, unsupported-type",
        "IMAGE/JPEG, 10, unsupported-type",
        "image/jpeg, 0, invalid-request",
        "image/jpeg, -1, invalid-request",
        "image/jpeg, 104857601, file-too-large"
    })
    void what_may_not_come_is_rejected_by_name(String type, long size, String code) {
        Wanted file = new Wanted("a.jpg", type, size, Samples.sha256(), null, null, null, null);
        assertThat(issue(file))
                .isInstanceOfSatisfying(
                        Ticket.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

    @Test
    void the_largest_file_may_come() {
        assertThat(
                        issue(
                                new Wanted(
                                        "a.webp",
                                        "image/webp",
                                        104_857_600,
                                        Samples.sha256(),
                                        20_000,
                                        1,
                                        null,
                                        null)))
                .isInstanceOf(Ticket.Upload.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "!!!!", "AAAA", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"})
    void a_checksum_that_is_none_is_rejected(String sha256) {
        assertThat(issue(new Wanted("a.jpg", "image/jpeg", 10, sha256, null, null, null, null)))
                .isInstanceOf(Ticket.Rejected.class);
    }

    @Test
    void a_checksum_counts_only_as_it_is_usually_written() {
        byte[] bytes = Base64.getDecoder().decode(Samples.sha256());
        String text = Base64.getEncoder().encodeToString(bytes);
        // The last character before the padding has two bits to spare: another spelling of the same
        // bytes.
        char last = text.charAt(42);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        String other = text.substring(0, 42) + alphabet.charAt(alphabet.indexOf(last) + 1) + "=";
        assertThat(Base64.getDecoder().decode(other)).isEqualTo(bytes);
        assertThat(issue(new Wanted("a.jpg", "image/jpeg", 10, other, null, null, null, null)))
                .isInstanceOf(Ticket.Rejected.class);
    }

    @Test
    void names_sides_and_previews_are_checked() {
        String sha = Samples.sha256();
        for (Wanted bad :
                List.of(
                        new Wanted(" ", "image/jpeg", 10, sha, null, null, null, null),
                        new Wanted("a\nb.jpg", "image/jpeg", 10, sha, null, null, null, null),
                        new Wanted("x".repeat(256), "image/jpeg", 10, sha, null, null, null, null),
                        new Wanted("a.jpg", "image/jpeg", 10, sha, 0, 1, null, null),
                        new Wanted("a.jpg", "image/jpeg", 10, sha, 1, 20_001, null, null),
                        new Wanted("a.jpg", "image/jpeg", 10, sha, null, null, "<b>", null),
                        new Wanted(
                                "a.jpg",
                                "image/jpeg",
                                10,
                                sha,
                                null,
                                null,
                                "A".repeat(68),
                                null))) {
            assertThat(issue(bad)).isInstanceOf(Ticket.Rejected.class);
        }
        for (Wanted good :
                List.of(
                        new Wanted(
                                "x".repeat(255),
                                "image/jpeg",
                                1,
                                Samples.sha256(),
                                1,
                                20_000,
                                null,
                                null),
                        new Wanted(
                                "a.jpg", "image/jpeg", 1, sha, null, null, "A".repeat(64), null))) {
            assertThat(issue(good)).isInstanceOf(Ticket.Upload.class);
        }
    }

    private static Wanted wanted() {
        return new Wanted("IMG 1.jpg", "image/jpeg", 1234, Samples.sha256(), 400, 300, null, NOON);
    }

    private Ticket issue(Wanted file) {
        return tickets.issue(WEDDING, List.of(file), "admin").getFirst();
    }

    private Ticket.Upload upload(Wanted file) {
        return (Ticket.Upload) issue(file);
    }
}
