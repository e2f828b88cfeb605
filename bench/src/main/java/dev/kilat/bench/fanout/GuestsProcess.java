package dev.kilat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.bench.measure.OpenLoop;
import dev.kilat.bench.measure.Sample;
import dev.kilat.bench.measure.Worker;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Who is at the event beside the cloud: many guests, and one who uploads.
final class GuestsProcess {
    private final SmallPhotos photos = new SmallPhotos();
    private String slug = "";
    private @Nullable KilatClient admin;
    private @Nullable Guests guests;

    private GuestsProcess() {}

    public static void main(String[] arguments) throws IOException {
        Worker.answer(new GuestsProcess()::answer);
        System.exit(0);
    }

    /// `open ORIGIN PASSWORD SLUG GUESTS`, and of the event opened last: `photo`, `burst SECONDS
    /// A_SECOND`.
    private Object answer(String question) throws Exception {
        String[] words = question.split(" ", -1);
        return switch (words[0]) {
            case "open" ->
                    open(URI.create(words[1]), words[2], words[3], Integer.parseInt(words[4]));
            case "photo" -> photo();
            case "burst" -> burst(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException(question);
        };
    }

    private Object open(URI origin, String password, String event, int count) throws Exception {
        KilatClient visitor = new KilatClient(origin);
        admin = visitor.login("admin", password);
        admin.createEvent(event, event, "public");
        slug = event;
        guests = Guests.open(visitor, origin, event, count);
        return Map.of("open", count);
    }

    /// One photo, while nothing else happens.
    private Object photo() throws Exception {
        Uploaded photo = upload(photos.next());
        List<Long> heard = guests().heard(photo.id());
        guests().awaitSilence();
        return Map.of(
                "after_answer", since(photo.answered(), heard),
                "after_put", since(photo.put(), heard));
    }

    private Object burst(int seconds, int aSecond) throws Exception {
        List<PhotoFile> files = photos.next(seconds * aSecond);
        var uploaded = new ConcurrentLinkedQueue<Uploaded>();
        Guests.Traffic before = guests().traffic();
        OpenLoop.run(aSecond, files.size(), files.size(), i -> uploaded.add(upload(files.get(i))));
        guests().awaitSilence();
        Sample first = new Sample(List.of(0.0));
        var all = new ConcurrentLinkedQueue<Double>();
        Uploaded earliest = null;
        for (Uploaded photo : uploaded) {
            List<Double> took = since(photo.answered(), guests().heardSoFar(photo.id()));
            all.addAll(took);
            if (took.isEmpty()) {
                // More came at once than fits into a frame: pages ask for the delta.
                continue;
            }
            if (earliest == null || photo.put() < earliest.put()) {
                earliest = photo;
                first = new Sample(took);
            }
        }
        Guests.Traffic after = guests().traffic();
        Sample took = new Sample(all);
        return Map.of(
                "photos", files.size(),
                "messages", after.messages() - before.messages(),
                "changes", after.changes() - before.changes(),
                "first", first.median(),
                "p50", took.percentile(.5),
                "p99", took.percentile(.99));
    }

    private Uploaded upload(PhotoFile photo) {
        JsonNode ticket = admin().requestTickets(slug, List.of(photo)).path(0);
        admin().put(ticket, photo.bytes()).expect();
        long put = System.nanoTime();
        String id = ticket.path("photo_id").asText();
        // Should it fail, the bucket tells of the photo too.
        admin().call("POST", "/api/admin/photos/" + id + "/complete", null);
        return new Uploaded(id, put, System.nanoTime());
    }

    /// In milliseconds. A frame may come before the answer.
    private static List<Double> since(long moment, List<Long> heard) {
        return heard.stream().map(at -> Math.max(0, (at - moment) / 1e6)).toList();
    }

    private KilatClient admin() {
        return java.util.Objects.requireNonNull(admin, "open first");
    }

    private Guests guests() {
        return java.util.Objects.requireNonNull(guests, "open first");
    }

    /// @param put when the file was there
    /// @param answered when the photo was published, as far as the uploader knows
    private record Uploaded(String id, long put, long answered) {}
}
