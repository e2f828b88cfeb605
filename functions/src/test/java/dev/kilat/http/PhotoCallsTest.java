package dev.kilat.http;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.photo.Change;
import dev.kilat.photo.Originals;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What admins do with photos: tickets, completion, deletion and restoration.
class PhotoCallsTest {
    private static final String UPLOADS = "/api/admin/events/wedding/uploads";
    private static final byte[] JPEG = jpeg();
    private final Api api = new Api();

    @BeforeEach
    void an_event() {
        api.store.create(Samples.event(WEDDING));
    }

    @Test
    void each_file_gets_its_ticket_in_order() {
        String sha = Samples.sha256();

        JsonNode uploads =
                request(
                                file("a.jpg", "image/jpeg", 5, sha),
                                file("b.gif", "image/gif", 5, Samples.sha256()),
                                file("c.jpg", "image/jpeg", 5, sha),
                                file("d.jpg", "image/jpeg", (100L << 20) + 1, Samples.sha256()))
                        .json()
                        .path("uploads");

        assertThat(uploads.at("/0/status").asText()).isEqualTo("upload");
        assertThat(uploads.at("/0/upload/method").asText()).isEqualTo("PUT");
        assertThat(uploads.at("/1/status").asText()).isEqualTo("rejected");
        assertThat(uploads.at("/1/error/code").asText()).isEqualTo("unsupported-type");
        assertThat(uploads.at("/2/status").asText()).isEqualTo("duplicate");
        assertThat(uploads.at("/2/photo_id")).isEqualTo(uploads.at("/0/photo_id"));
        assertThat(uploads.at("/3/error/code").asText()).isEqualTo("file-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | files",
                "{\"files\":null} | files",
                "{\"files\":[]} | files",
                "{\"files\":[null]} | files[0]",
                "{\"files\":[{}]} | files[0].file_name",
                "{\"files\":[{\"file_name\":\"a\"}]} | files[0].content_type",
                "{\"files\":[{\"file_name\":\"a\",\"content_type\":\"image/jpeg\"}]} | files[0].size",
                "{\"files\":[{\"file_name\":\"a\",\"content_type\":\"image/jpeg\",\"size\":\"5\"}]} | files[0].size",
                "{\"files\":[{\"file_name\":\"a\",\"content_type\":\"image/jpeg\",\"size\":5}]} | files[0].sha256",
            })
    void a_malformed_request_names_the_member(String body, String field) {
        Api.Answer answer = api.call("POST", UPLOADS, api.adminToken(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void a_hundred_files_are_taken_and_one_more_is_not() {
        assertThat(request(files(100)).json().path("uploads")).hasSize(100);
        assertThat(request(files(101)).field()).isEqualTo("files");
    }

    @Test
    void tickets_of_an_unknown_event_are_not_found() {
        assertThat(
                        api.call(
                                        "POST",
                                        "/api/admin/events/nowhere/uploads",
                                        api.adminToken(),
                                        "{\"files\":[]}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void completion_answers_the_photo_however_often_it_is_called() {
        Pending ticket = claimed();
        assertThat(complete(ticket).code()).isEqualTo("object-missing");
        api.originals.put(ticket, JPEG);

        Api.Answer first = complete(ticket);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("processing_status")).isEqualTo("UPLOADED");
        assertThat(first.text("seq")).isEqualTo("1");
        assertThat(first.text("width")).isEqualTo("40");
        assertThat(complete(ticket).json()).isEqualTo(first.json());
    }

    @Test
    void an_object_that_is_not_what_its_ticket_says_is_a_conflict() {
        Pending ticket = claimed();
        api.originals.put(
                ticket, JPEG, new Originals.Stored(JPEG.length, "image/png", ticket.sha256()));

        Api.Answer answer = complete(ticket);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("object-mismatch");
        assertThat(answer.text("detail")).contains("image/png");
    }

    @Test
    void what_is_no_image_is_told_to_admins_as_a_failed_photo() {
        Pending ticket = claimed();
        api.originals.put(ticket, new byte[JPEG.length]);

        Api.Answer answer = complete(ticket);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("processing_status")).isEqualTo("FAILED");
        assertThat(answer.json().path("seq").isNull()).isTrue();
        assertThat(answer.text("processing_error")).isNotEmpty();
    }

    @Test
    void deletion_and_restoration_can_be_repeated() {
        Pending ticket = claimed();
        api.originals.put(ticket, JPEG);
        complete(ticket);
        String photo = "/api/admin/photos/" + ticket.id();

        for (int i = 0; i < 2; i++) {
            assertThat(api.call("DELETE", photo, api.adminToken(), null).status()).isEqualTo(204);
        }
        for (int i = 0; i < 2; i++) {
            Api.Answer restored = api.call("POST", photo + "/restore", api.adminToken(), null);
            assertThat(restored.status()).isEqualTo(200);
            assertThat(restored.text("photo_id")).isEqualTo(ticket.id().value());
        }
    }

    @Test
    void a_failed_photo_is_tried_again_and_any_other_stays_as_it_is() {
        Pending ticket = claimed();
        api.originals.put(ticket, JPEG);
        complete(ticket);
        String retry = "/api/admin/photos/" + ticket.id() + "/retry";
        assertThat(api.call("POST", retry, api.adminToken(), null).text("processing_status"))
                .isEqualTo("UPLOADED");
        assertThat(api.store.head(WEDDING).orElseThrow().seq()).isEqualTo(1);
        Photo photo = api.store.find(ticket.id()).orElseThrow();
        api.journal.commit(WEDDING, List.of(new Change.Updated(photo.failed("out of memory"))));
        Api.Answer again = api.call("POST", retry, api.adminToken(), null);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("processing_status")).isEqualTo("UPLOADED");
        assertThat(again.json().path("processing_error").isNull()).isTrue();
        assertThat(api.store.head(WEDDING).orElseThrow().seq()).isEqualTo(3);
    }

    @Test
    void a_refused_photo_stays_refused() {
        Pending ticket = claimed();
        String retry = "/api/admin/photos/" + ticket.id() + "/retry";
        assertThat(api.call("POST", retry, api.adminToken(), null).status()).isEqualTo(404);
        api.originals.put(ticket, new byte[JPEG.length]);
        Api.Answer refused = complete(ticket);
        assertThat(api.call("POST", retry, api.adminToken(), null).json())
                .isEqualTo(refused.json());
    }

    @Test
    void a_photo_that_never_was_is_not_found() {
        PhotoId never = Samples.photoId();

        for (String path :
                new String[] {
                    never + "/complete", never + "/restore", never + "/retry", "x/restore"
                }) {
            assertThat(api.call("POST", "/api/admin/photos/" + path, api.adminToken(), "").status())
                    .isEqualTo(404);
        }
        assertThat(api.call("DELETE", "/api/admin/photos/" + never, api.adminToken(), "").status())
                .isEqualTo(404);
    }

    private Pending claimed() {
        Pending sample = Samples.ticket(WEDDING);
        Pending ticket =
                new Pending(
                        sample.id(),
                        WEDDING,
                        sample.fileName(),
                        sample.contentType(),
                        JPEG.length,
                        sample.sha256(),
                        null,
                        null,
                        null,
                        null,
                        "admin",
                        sample.createdAt(),
                        sample.state());
        api.store.claim(ticket);
        return ticket;
    }

    private Api.Answer complete(Pending ticket) {
        return api.call(
                "POST", "/api/admin/photos/" + ticket.id() + "/complete", api.adminToken(), null);
    }

    private Api.Answer request(String... files) {
        return api.call(
                "POST", UPLOADS, api.adminToken(), "{\"files\":[" + String.join(",", files) + "]}");
    }

    private static String files(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> file(i + ".jpg", "image/jpeg", 5, Samples.sha256()))
                .collect(Collectors.joining(","));
    }

    private static String file(String name, String type, long size, String sha) {
        return "{\"fileName\":\"%s\",\"content_type\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}"
                .formatted(name, type, size, sha);
    }

    private static byte[] jpeg() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
