package dev.kilat.bench.party;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.bench.measure.Await;
import dev.kilat.local.LocalCloud;
import dev.kilat.local.bill.Meter;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.local.demo.picture.Camera;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import net.coobird.thumbnailator.Thumbnails;

/// An event on a local cloud that keeps nothing, and its photographer.
public final class Party implements AutoCloseable {
    public static final String SLUG = "party";
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-06-06T17:00:00+08:00");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalCloud cloud;
    private final KilatClient photographer;
    private final AtomicInteger uploads = new AtomicInteger();

    private Party(LocalCloud cloud) {
        this.cloud = cloud;
        this.photographer =
                new KilatClient(URI.create(cloud.publicOrigin()))
                        .login("admin", cloud.adminPassword());
        photographer.createEvent(SLUG, "Sari & Bima", "public");
    }

    /// @param meter is told of everything that AWS would bill
    public static Party start(Meter meter) {
        return new Party(QuietCloud.start(meter));
    }

    /// Photos as the demo's camera takes them: eleven megapixels, with noise.
    public static byte[][] photos(int count) {
        Camera camera = new Camera(7);
        byte[][] photos = new byte[count][];
        Arrays.parallelSetAll(photos, number -> camera.take(number, DAY.plusMinutes(number)));
        return photos;
    }

    /// The same, made smaller: where what matters comes after the thumbnails.
    public static byte[][] photos(int count, int longEdge) {
        byte[][] photos = photos(count);
        Arrays.parallelSetAll(photos, number -> smaller(photos[number], longEdge));
        return photos;
    }

    private static byte[] smaller(byte[] photo, int longEdge) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Thumbnails.of(new ByteArrayInputStream(photo))
                    .size(longEdge, longEdge)
                    .outputFormat("jpg")
                    .outputQuality(.9)
                    .toOutputStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Publishes the photo, also if the same was published before.
    ///
    /// @return its id
    public String publish(byte[] photo) {
        int number = uploads.incrementAndGet();
        byte[] other = Arrays.copyOf(photo, photo.length + Integer.BYTES);
        // Behind the end of the image, where nobody looks.
        for (int i = 0; i < Integer.BYTES; i++) {
            other[photo.length + i] = (byte) (number >> (8 * i));
        }
        String name = String.format(Locale.ROOT, "DSC_%04d.JPG", number);
        PhotoFile file = new PhotoFile(name, "image/jpeg", other);
        return photographer.upload(SLUG, file).path("photo_id").asText();
    }

    public void awaitThumbnails(String id) throws InterruptedException {
        Await.until(
                () -> seen(id).path("processing_status").asText().equals("THUMBNAILS_READY"),
                Duration.ofMillis(100),
                PATIENCE,
                "no thumbnails came of " + id);
    }

    private JsonNode seen(String id) {
        return photographer.call("GET", "/api/gallery/" + SLUG + "/photos/" + id, null).expect();
    }

    public KilatClient guest() {
        return photographer.withToken(null).session(SLUG, "Ayu", null);
    }

    public String url() {
        return cloud.publicOrigin() + "/e/" + SLUG;
    }

    /// Runs what is scheduled, once.
    public void runSchedules() {
        cloud.runSchedules();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
