package dev.kilat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.demo.picture.Camera;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Works at the event `demo` until closed: a photo every few seconds, and one a minute once the
/// party is well recorded. One thread, drawing as calmly as it uploads.
public final class Photographer implements AutoCloseable {
    static final String SLUG = "demo";
    private static final int BUSY = 60;
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(50);

    private final KilatClient visitor;
    private final String password;
    private final InstantSource clock;
    private final Random random;
    private final PrintStream out;
    private final Thread thread;
    private @Nullable KilatClient loggedIn;
    private Instant loginAgain = Instant.MIN;

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
                } catch (RefusedException | UncheckedIOException e) {
                    out.println("The demo photographer missed a photo: " + e.getMessage());
                }
                Thread.sleep(
                        number < BUSY ? Duration.ofMillis(4000 + random.nextLong(4000)) : LATER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(Camera camera, int number) {
        KilatClient admin = admin();
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

    /// Logs in as rarely as a token's hour allows, since logins are limited to a few a minute.
    private KilatClient admin() {
        KilatClient last = loggedIn;
        if (last != null && clock.instant().isBefore(loginAgain)) {
            return last;
        }
        KilatClient fresh = visitor.login("admin", password);
        loggedIn = fresh;
        loginAgain = clock.instant().plus(TOKEN_KEPT);
        return fresh;
    }

    /// Stops after the photo in hand.
    @Override
    public void close() {
        thread.interrupt();
    }
}
