package dev.kilat.local.lambda;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.event.EventSlug;
import dev.kilat.local.engine.ObjectCreated;
import dev.kilat.local.template.Region;
import dev.kilat.local.trigger.ObjectEvents;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import javax.imageio.ImageIO;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Photos that have a ticket and an object, and are not published yet.
final class Uploads {
    private final PendingPhotos tickets;
    private final S3Client s3;
    private final BlockingQueue<ObjectCreated> created;
    private final byte[] picture = picture();

    /// @param created what S3 tells
    Uploads(PendingPhotos tickets, S3Client s3, BlockingQueue<ObjectCreated> created) {
        this.tickets = tickets;
        this.s3 = s3;
        this.created = created;
    }

    /// @return the event that S3 sends of it
    String photo(String bucket, EventSlug event) {
        PhotoId id = new PhotoId(UlidCreator.getUlid().toString());
        byte[] bytes = unlikeAnyOther(id);
        String sha256 = sha256(bytes);
        tickets.claim(
                new Pending(
                        id,
                        event,
                        "photo.jpg",
                        "image/jpeg",
                        bytes.length,
                        sha256,
                        null,
                        null,
                        null,
                        null,
                        "admin",
                        Instant.now(),
                        new Pending.State.Waiting()));
        s3.putObject(
                put ->
                        put.bucket(bucket)
                                .key(Photo.originalKey(event, id))
                                .contentType("image/jpeg")
                                .checksumSHA256(sha256),
                RequestBody.fromBytes(bytes));
        try {
            return new String(
                    ObjectEvents.created(created.take(), Region.LOCAL.name()),
                    StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The same bytes again would be a duplicate. What follows a JPEG's end is not looked at.
    private byte[] unlikeAnyOther(PhotoId id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(picture);
        bytes.writeBytes(id.value().getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] picture() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
