package dev.kilat.local.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.local.demo.RefusedException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// They upload, several at a time and each one photo after the other, until nobody answers any
/// more. Every other one puts photos and tells nobody of them.
final class Photographers {
    private static final int HOW_MANY = 6;
    private static final int START_OF_IMAGE = 2;
    private static final short COMMENT = (short) 0xFFFE;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final KilatClient admin;
    private final String event;

    /// Large enough for thumbnails to fall behind.
    private final byte[] picture = Photos.jpeg(2400, 1800).bytes();

    Photographers(KilatClient admin, String event) {
        this.admin = admin;
        this.event = event;
        for (int i = 0; i < HOW_MANY; i++) {
            boolean tells = i % 2 == 0;
            threads.execute(() -> uploadWhileItLives(tells));
        }
    }

    /// Photos whose PUT was answered 200.
    Set<String> stored() {
        return Set.copyOf(stored);
    }

    /// Those of photographers who complete what they put.
    Set<String> told() {
        return Set.copyOf(told);
    }

    /// Those whose completion was answered 200, too.
    Set<String> completed() {
        return Set.copyOf(completed);
    }

    /// Returns when each has noticed that nobody answers.
    void end() {
        threads.close();
    }

    private void uploadWhileItLives(boolean tells) {
        try {
            while (true) {
                upload(tells);
            }
        } catch (UncheckedIOException killed) {
            // Nobody answers any more.
        }
    }

    private void upload(boolean tells) {
        try {
            PhotoFile photo = another();
            JsonNode ticket = admin.requestTickets(event, List.of(photo)).path(0);
            String id = ticket.path("photo_id").asText();
            admin.put(ticket, photo.bytes()).expect();
            stored.add(id);
            if (tells) {
                told.add(id);
                admin.complete(id);
                completed.add(id);
            }
        } catch (RefusedException tooBusy) {
            // The next photo has better luck; this one was stored, or was not.
        }
    }

    /// The same picture with a comment of its own.
    private PhotoFile another() {
        String name = "IMG_%05d.jpg".formatted(number.incrementAndGet());
        byte[] comment = name.getBytes(US_ASCII);
        byte[] bytes =
                ByteBuffer.allocate(picture.length + 4 + comment.length)
                        .put(picture, 0, START_OF_IMAGE)
                        .putShort(COMMENT)
                        .putShort((short) (2 + comment.length))
                        .put(comment)
                        .put(picture, START_OF_IMAGE, picture.length - START_OF_IMAGE)
                        .array();
        return new PhotoFile(name, "image/jpeg", bytes);
    }
}
