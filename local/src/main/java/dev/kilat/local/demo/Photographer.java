package dev.kilat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.picture.Camera;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;

/// Works at the event `demo` until closed: a photo every few seconds, and one a minute once the
/// party is well recorded. One thread, drawing as calmly as it uploads.
public final class Photographer implements AutoCloseable {
    static final String SLUG = "demo";
    private static final int BUSY = 60;
    private static final Duration LATER = Duration.ofMinutes(1);

    private final KilatClient visitor;
    private final String password;
    private final InstantSource clock;
    private final Random random;
    private final PrintStream out;
    private final Thread thread;

    private Photographer(
            URI origin, String password, InstantSource clock, Random random, PrintStream out) {
        this.visitor = new KilatClient(origin);
        this.password = password;
        this.clock = clock;
        this.random = random;
        this.out = out;
        this.thread = Thread.ofPlatform().daemon().name("photographer").unstarted(this::work);
    }

    /// Creates the event if it is not there, and begins.
    ///
    /// @param password of the admin, who this photographer is
    public static Photographer start(
            URI origin, String password, InstantSource clock, Random random, PrintStream out) {
        Photographer photographer = new Photographer(origin, password, clock, random, out);
        photographer.thread.start();
        return photographer;
    }

    private void work() {
        Camera camera = new Camera(random.nextLong());
        try {
            for (int number = 0; !Thread.currentThread().isInterrupted(); number++) {
                try {
                    publish(camera, number);
                } catch (RefusedException | java.io.UncheckedIOException e) {
                    out.println("The demo photographer missed a photo: " + e.getMessage());
                }
                Thread.sleep(
                        number < BUSY ? Duration.ofMillis(4000 + random.nextLong(4000)) : LATER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Logs in for each photo, since a token lives for an hour and a party longer.
    private void publish(Camera camera, int number) {
        KilatClient admin = visitor.login("admin", password);
        if (!admin.hasEvent(SLUG)) {
            admin.createEvent(SLUG, "Sari & Bima", "public");
        }
        byte[] bytes =
                camera.take(
                        number, clock.instant().atZone(ZoneId.systemDefault()).toOffsetDateTime());
        String name = String.format(Locale.ROOT, "DSC_%04d.JPG", 1 + number);
        JsonNode photo = admin.upload(SLUG, new PhotoFile(name, "image/jpeg", bytes));
        out.printf(
                Locale.ROOT,
                "  %s  %.1f MB  %d x %d%n",
                name,
                bytes.length / 1e6,
                photo.path("width").asInt(),
                photo.path("height").asInt());
    }

    /// Stops after the photo in hand.
    @Override
    public void close() {
        thread.interrupt();
    }
}
