package dev.kilat.local.e2e;

import static dev.kilat.local.e2e.Wire.call;
import static dev.kilat.local.e2e.Wire.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.PhotoFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever holds a ticket's URL can do with it what the ticket says, once: everything else is
/// refused by the bucket, and leaves what is there as it was.
@ExtendWith(Cloud.class)
class UploadDefenceTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cloud.Running kilat;
    private final PhotoFile file = Photos.jpeg();
    private String slug = "";
    private JsonNode ticket;
    private URI url;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int refusals;

    UploadDefenceTest(Cloud.Running kilat) {
        this.kilat = kilat;
        slug = kilat.event();
        ticket = kilat.admin().requestTickets(slug, List.of(file)).path(0);
        url = URI.create(ticket.at("/upload/url").asText());
    }

    @BeforeEach
    void its_headers() {
        ticket.at("/upload/headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    }

    @AfterEach
    void the_photo_itself_still_arrives() throws Exception {
        put(file.bytes(), 200, 412);
        assertThat(complete()).isEqualTo(200);
        http.close();
    }

    @Test
    void no_other_bytes_go_through_a_ticket(TestReporter report) throws Exception {
        byte[] photo = file.bytes();
        byte[] last = photo.clone();
        last[last.length - 1] ^= 1;
        put(new byte[photo.length], 400);
        put(last, 400);
        put(Photos.jpeg().bytes(), 400, 403);
        put(new byte[0], 400, 403);
        put(Arrays.copyOf(photo, photo.length - 1), 400, 403);
        put(Arrays.copyOf(photo, photo.length + 1), 400, 403);
        put(new byte[20 << 20], 400, 403);
        send("PUT", url, headers, endless(photo), 400, 403, 411);
        refused(409, "object-missing", completed());
        report.publishEntry("P7", refusals + " altered or oversize uploads, 0 taken");
    }

    @Test
    void no_header_of_a_ticket_can_be_left_out_or_changed_or_added(TestReporter report)
            throws Exception {
        for (String name : List.copyOf(headers.keySet())) {
            with(name, null);
            with(name, headers.get(name) + "x");
        }
        with("content-type", "text/html");
        with("content-type", "image/png");
        with("if-none-match", "\"x\"");
        with("x-amz-checksum-sha256", Photos.jpeg().sha256());
        with("x-amz-acl", "public-read");
        with("x-amz-copy-source", "/originals/other");
        with("x-amz-meta-x", "1");
        with("x-amz-tagging", "a=b");
        with("x-amz-storage-class", "GLACIER");
        with("x-amz-website-redirect-location", "https://evil.example");
        refused(409, "object-missing", completed());
        report.publishEntry("P7", refusals + " mistyped uploads, 0 taken");
    }

    @Test
    void a_tickets_url_opens_nothing_else(TestReporter report) throws Exception {
        String id = ticket.path("photo_id").asText();
        at(it -> it.replace(id, id.substring(0, 25) + (id.endsWith("0") ? "1" : "0")));
        at(it -> it.replace("originals/", "downloads/"));
        at(it -> it.replace("originals/", "originals/../originals/"));
        at(it -> it.replace("originals/", "originals/..%2Fdownloads/"));
        at(it -> it.replace(slug, "other-event"));
        at(it -> it.replaceFirst("X-Amz-Expires=\\d+", "X-Amz-Expires=604800"));
        at(it -> it.replaceFirst("X-Amz-Date=\\d{4}", "X-Amz-Date=2099"));
        at(it -> it.replaceFirst("X-Amz-Signature=[0-9a-f]{2}", "X-Amz-Signature=00"));
        at(it -> it.replaceFirst("&X-Amz-Signature=[0-9a-f]+", ""));
        at(it -> it.replaceFirst("[?].*", ""));
        at(it -> it.replaceFirst("X-Amz-SignedHeaders=[^&]+", "X-Amz-SignedHeaders=host"));
        at(it -> it + "&uploads");
        at(it -> it + "&partNumber=1&uploadId=x");
        at(it -> it + "&acl");
        at(it -> it + "&versionId=x");
        for (String method : List.of("GET", "HEAD", "DELETE", "POST", "PATCH")) {
            send(method, url, headers, BodyPublishers.noBody(), 400, 403, 405, 412, 501);
        }
        refused(409, "object-missing", completed());
        report.publishEntry("P7", refusals + " other uses of a ticket's URL, 0 served");
    }

    @Test
    void what_arrived_is_never_overwritten_nor_taken_away(TestReporter report) throws Exception {
        put(file.bytes(), 200);
        refusals = 0;
        put(file.bytes(), 412);
        put(new byte[file.bytes().length], 400, 412);
        assertThat(complete()).isEqualTo(200);
        put(file.bytes(), 412);
        send("DELETE", url, headers, BodyPublishers.noBody(), 403, 412);
        Wire.awaitStatus(kilat.admin(), slug, ticket.path("photo_id").asText(), "THUMBNAILS_READY");
        put(file.bytes(), 412);
        String again = kilat.admin().requestTickets(slug, List.of(file)).at("/0/status").asText();
        assertThat(again).isEqualTo("duplicate");
        report.publishEntry("P7", refusals + " replays, 0 taken");
    }

    @Test
    void of_many_that_put_at_once_one_is_taken() throws Exception {
        var request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(file.bytes()));
        headers.forEach(request::header);
        List<Integer> answers =
                Stream.generate(() -> http.sendAsync(request.build(), BodyHandlers.discarding()))
                        .limit(16)
                        .toList()
                        .stream()
                        .map(answer -> answer.join().statusCode())
                        .toList();
        assertThat(answers)
                .containsOnlyOnce(200)
                .allMatch(it -> List.of(200, 409, 412).contains(it));
    }

    private void put(byte[] bytes, int... allowed) throws IOException, InterruptedException {
        send("PUT", url, headers, BodyPublishers.ofByteArray(bytes), allowed);
    }

    private void with(String header, @org.jspecify.annotations.Nullable String value)
            throws IOException, InterruptedException {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        if (value == null) {
            changed.remove(header);
        } else {
            changed.put(header, value);
        }
        send("PUT", url, changed, BodyPublishers.ofByteArray(file.bytes()), 400, 403);
    }

    private void at(UnaryOperator<String> change) throws IOException, InterruptedException {
        String other = change.apply(url.toString());
        assertThat(other).isNotEqualTo(url.toString());
        send("PUT", URI.create(other), headers, BodyPublishers.ofByteArray(file.bytes()), 400, 403);
    }

    /// Bytes whose number nobody says beforehand.
    private static BodyPublisher endless(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private void send(
            String method, URI at, Map<String, String> sent, BodyPublisher body, int... allowed)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at).method(method, body);
        sent.forEach(request::header);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s %s %s: %s", method, at.getPath(), sent, answer.body())
                .isIn(Arrays.stream(allowed).boxed().toArray());
        refusals++;
    }

    private int complete() {
        return completed().status();
    }

    private dev.kilat.local.demo.Answer completed() {
        String id = ticket.path("photo_id").asText();
        return call(kilat.admin(), "POST", "/api/admin/photos/" + id + "/complete", null);
    }
}
