package dev.kilat.photo;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.event.Access;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Things tests are made of.
public final class Samples {
    public static final EventSlug WEDDING = new EventSlug("wedding");
    public static final EventSlug PARTY = new EventSlug("party");
    public static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    /// The smallest JPEG that has a header: 400 x 300.
    public static final byte[] JPEG =
            HexFormat.of()
                    .parseHex(
                            "ffd8ffe000104a46494600010100000100010000ffc0000b08012c0190010111"
                                    + "00ffd9");

    /// For crowds of writers on stores that answer at once.
    public static final Pause SHORT_PAUSES = time -> Pause.real().sleep(time.dividedBy(10));

    private Samples() {}

    /// A ticket for {@link #JPEG}.
    public static Pending jpegTicket(EventSlug event) {
        return new Pending(
                photoId(),
                event,
                "IMG_1.jpg",
                "image/jpeg",
                JPEG.length,
                sha256(),
                null,
                null,
                null,
                null,
                "admin",
                NOON,
                new Pending.State.Waiting());
    }

    public static Event event(EventSlug slug) {
        return new Event(slug, "A day", null, null, Access.PUBLIC, null, NOON, null);
    }

    public static PhotoId photoId() {
        return new PhotoId(UlidCreator.getUlid().toString());
    }

    public static String sha256() {
        byte[] bytes = new byte[32];
        RandomGenerator.getDefault().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static Pending ticket(EventSlug event) {
        return ticket(event, photoId(), sha256());
    }

    public static Pending ticket(EventSlug event, PhotoId id, String sha256) {
        return new Pending(
                id,
                event,
                "IMG_1.jpg",
                "image/jpeg",
                1234,
                sha256,
                400,
                300,
                "1QcSHQRnh493V4dIh4eXh1h4kJUI",
                NOON,
                "admin",
                id.askedAt(),
                new Pending.State.Waiting());
    }

    public static Change added(Photo photo) {
        return new Change.Added(photo, NOON);
    }

    public static Photo photo(Pending ticket) {
        return ticket.published("image/jpeg", 400, 300, NOON);
    }

    public static Comment comment(PhotoId photo) {
        return new Comment(
                new CommentId(UUID.randomUUID().toString()),
                photo,
                0,
                null,
                "Cheers",
                NOON,
                "guest",
                false);
    }

    public static Thumbnails thumbnails() {
        return new Thumbnails(
                new Thumbnails.Rendition("media/small.jpg", 400, 300),
                new Thumbnails.Rendition("media/medium.jpg", 400, 300),
                new Thumbnails.Rendition("media/large.jpg", 400, 300));
    }
}
