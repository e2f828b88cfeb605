package dev.kilat.local.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.PhotoFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Hostile files among good ones, on the whole cloud. The many that there can be are in the
/// functions' own test of that name.
@ExtendWith(Cloud.class)
class HostileUploadsTest {
    /// One shade of 10,000 x 10,000 pixels, WebP without loss, in forty bytes.
    private static final byte[] FORTY_BYTES =
            HexFormat.of()
                    .parseHex(
                            "5249464620000000574542505650384c140000002f0fe7c309"
                                    + "888808000000000000000000000000");

    private final Cloud.Running kilat;

    HostileUploadsTest(Cloud.Running kilat) {
        this.kilat = kilat;
    }

    @Test
    void each_ends_ready_or_failed_with_a_reason_and_the_good_ones_among_them_are_ready()
            throws InterruptedException {
        String slug = kilat.event();
        List<PhotoFile> files = hostile();
        // The first one waits for classes.
        good(slug);
        Duration alone = Duration.ZERO;
        for (int i = 0; i < files.size(); i++) {
            alone = longer(alone, good(slug));
        }
        List<String> hostile = new ArrayList<>();
        Duration among = Duration.ZERO;
        for (PhotoFile file : files) {
            JsonNode photo = kilat.admin().upload(slug, file);
            if (photo.path("processing_status").asText().equals("FAILED")) {
                assertThat(photo.path("processing_error").asText()).as(file.name()).isNotBlank();
            } else {
                hostile.add(photo.path("photo_id").asText());
            }
            among = longer(among, good(slug));
        }
        System.out.printf(
                "hostile uploads: a good photo is ready after at most %d ms, without them %d ms%n",
                among.toMillis(), alone.toMillis());
        assertThat(hostile).as("what is found out only by drawing it").isNotEmpty();
        for (String id : hostile) {
            JsonNode photo =
                    Wire.await(
                            () -> Wire.get(kilat.admin(), "/api/gallery/" + slug + "/photos/" + id),
                            it -> !it.path("processing_status").asText().equals("UPLOADED"));
            assertThat(photo.path("processing_status").asText()).isIn("THUMBNAILS_READY", "FAILED");
            assertThat(photo.path("processing_error").asText()).doesNotContain("given up");
        }
        assertThat(putAside()).as("messages put aside").isZero();
    }

    /// @return how long it took from its upload to its thumbnails
    private Duration good(String slug) throws InterruptedException {
        long start = System.nanoTime();
        String id = kilat.admin().upload(slug, Photos.jpeg(300, 200)).path("photo_id").asText();
        Wire.awaitStatus(kilat.admin(), slug, id, "THUMBNAILS_READY");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static List<PhotoFile> hostile() {
        byte[] photo = Photos.jpeg(640, 480).bytes();
        return List.of(
                file("half.jpg", Arrays.copyOf(photo, photo.length / 2)),
                file("start.jpg", Arrays.copyOf(photo, 2)),
                file("flipped.jpg", flipped(photo.clone())),
                file("appended.jpg", joined(photo, "PK\3\4 and a page: <script>")),
                file("page.jpg", "<html><script>alert(1)</script>".getBytes(ISO_8859_1)),
                file("moving.jpg", "GIF89a\1\0\1\0".getBytes(ISO_8859_1)),
                file("huge.jpg", sized(photo.clone(), 0xC0, 65_535)),
                file("larger.jpg", sized(photo.clone(), 0xC0, 9_000)),
                file("lossless.jpg", sized(photo.clone(), 0xC3, 9_000)),
                file("scans.jpg", scans(photo)),
                new PhotoFile("bomb.webp", "image/webp", FORTY_BYTES));
    }

    private static PhotoFile file(String name, byte[] bytes) {
        return new PhotoFile(name, "image/jpeg", bytes);
    }

    private static byte[] flipped(byte[] photo) {
        for (int at = 700; at < photo.length; at += 97) {
            photo[at] ^= 0x10;
        }
        return photo;
    }

    private static byte[] joined(byte[] photo, String behind) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(photo);
        all.writeBytes(behind.getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    /// Another kind of frame, and another width and height.
    private static byte[] sized(byte[] photo, int kind, int side) {
        int at = marker(photo, 0xC0);
        photo[at + 1] = (byte) kind;
        ByteBuffer.wrap(photo).putShort(at + 5, (short) side).putShort(at + 7, (short) side);
        return photo;
    }

    /// Three thousand times the first scan.
    private static byte[] scans(byte[] photo) {
        int at = marker(photo, 0xDA);
        var all = new ByteArrayOutputStream();
        all.write(photo, 0, at);
        for (int i = 0; i < 3_000; i++) {
            all.write(photo, at, 40);
        }
        all.write(photo, at, photo.length - at);
        return all.toByteArray();
    }

    private static int marker(byte[] photo, int wanted) {
        int at = 2;
        while ((photo[at + 1] & 0xFF) != wanted) {
            at += 2 + (ByteBuffer.wrap(photo).getShort(at + 2) & 0xFFFF);
        }
        return at;
    }

    private int putAside() {
        try (var sqs =
                SqsClient.builder()
                        .credentialsProvider(
                                StaticCredentialsProvider.create(kilat.cloud().owner()))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            String queue = kilat.cloud().variable("THUMBNAIL_QUEUE_URL");
            String redrive =
                    attribute(sqs, queue, QueueAttributeName.REDRIVE_POLICY)
                            .replaceFirst(".*\"deadLetterTargetArn\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            String name = redrive.substring(redrive.lastIndexOf(':') + 1);
            String dead = sqs.getQueueUrl(it -> it.queueName(name)).queueUrl();
            return Integer.parseInt(
                    attribute(sqs, dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
        }
    }

    private static String attribute(SqsClient sqs, String queue, QueueAttributeName name) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(it -> it.queueUrl(queue).attributeNames(name))
                        .attributes()
                        .get(name));
    }
}
