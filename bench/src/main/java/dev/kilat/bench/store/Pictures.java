package dev.kilat.bench.store;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/// Photos as rows: what a photographer's tickets say. Each is of [#JPEG].
public final class Pictures {
    /// The smallest JPEG that has a header: 400 x 300.
    public static final byte[] JPEG =
            HexFormat.of()
                    .parseHex(
                            "ffd8ffe000104a46494600010100000100010000ffc0000b08012c0190010111"
                                    + "00ffd9");

    private final Random random = new Random(1);

    public Pending ticket(EventSlug event) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        PhotoId id = new PhotoId(UlidCreator.getMonotonicUlid().toString());
        return new Pending(
                id,
                event,
                "IMG_%04d.jpg".formatted(random.nextInt(10_000)),
                "image/jpeg",
                JPEG.length,
                Base64.getEncoder().encodeToString(hash),
                400,
                300,
                "1QcSHQRnh493V4dIh4eXh1h4kJUI",
                Instant.parse("2026-06-06T12:00:00Z"),
                "admin",
                id.askedAt(),
                new Pending.State.Waiting());
    }
}
