package dev.kilat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.bench.measure.Child;
import dev.kilat.bench.measure.Sample;
import dev.kilat.bench.party.QuietCloud;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Figure;
import dev.kilat.bench.report.Goal;
import dev.kilat.local.LocalCloud;
import dev.kilat.local.bill.Meter;
import java.util.ArrayList;
import java.util.List;

/// An event on a local cloud in this process; its guests and its photographer are in another.
final class Wedding implements AutoCloseable {
    private static final int PHOTOS = 12;
    private static final int UNMEASURED = 3;
    private static final int BURST_SECONDS = 12;
    private static final int A_SECOND = 4;

    /// In a burst. A guest gets the same frames among fifty as among a thousand, but a thousand
    /// would keep this machine from its thumbnails, whose frames then come one by one behind it.
    private static final int FEW = 50;

    private final LocalCloud cloud;
    private final Child guests;
    private final int count;

    private Wedding(int count) {
        this.cloud = QuietCloud.start(Meter.NONE);
        this.guests = Child.java(List.of("-Xmx512m", "-XX:+UseSerialGC"), GuestsProcess.class);
        this.count = count;
    }

    static Wedding start(int count) {
        Wedding wedding = new Wedding(count);
        wedding.open("wedding", count);
        return wedding;
    }

    private void open(String event, int guests) {
        this.guests.ask(
                "open %s %s %s %d"
                        .formatted(cloud.publicOrigin(), cloud.adminPassword(), event, guests));
    }

    List<Comparison> arrivals(List<String> remarks) {
        List<Double> fromAnswer = new ArrayList<>();
        List<Double> fromPut = new ArrayList<>();
        for (int i = 0; i < UNMEASURED + PHOTOS; i++) {
            JsonNode photo = guests.ask("photo");
            if (photo.path("after_answer").size() != count) {
                throw new IllegalStateException(
                        "a photo reached only " + photo.path("after_answer").size() + " guests");
            }
            if (i >= UNMEASURED) {
                photo.path("after_answer").forEach(it -> fromAnswer.add(it.asDouble()));
                photo.path("after_put").forEach(it -> fromPut.add(it.asDouble()));
            }
        }
        Sample answered = new Sample(fromAnswer);
        Sample put = new Sample(fromPut);
        remarks.add(
                "From the answered PUT of the file, completion included: p50 %.0f ms, p99 %.0f ms. The cloud, its guests and the photographer share this machine."
                        .formatted(put.percentile(.5), put.percentile(.99)));
        String work = "upload answered to frame on %,d guests' sockets, ".formatted(count);
        return List.of(
                Comparison.of(work + "p50", Figure.of(answered.percentile(.5), "ms"))
                        .wanted(new Goal.AtMost(150)),
                Comparison.of(work + "p99", Figure.of(answered.percentile(.99), "ms"))
                        .wanted(new Goal.AtMost(500)));
    }

    List<Comparison> burst(List<String> remarks) {
        open("dinner", FEW);
        JsonNode burst = guests.ask("burst " + BURST_SECONDS + " " + A_SECOND);
        double photos = burst.path("photos").asDouble();
        remarks.add(
                "%.0f photos in %d s for %d guests; from answered upload to frame p50 %.0f ms, p99 %.0f ms, and for the first of them %.0f ms. Frames also told that their thumbnails were ready: one frame a change would have been %.1fx as many."
                        .formatted(
                                photos,
                                BURST_SECONDS,
                                FEW,
                                burst.path("p50").asDouble(),
                                burst.path("p99").asDouble(),
                                burst.path("first").asDouble(),
                                burst.path("changes").asDouble()
                                        / burst.path("messages").asDouble()));
        return List.of(
                Comparison.of(
                                "billed messages a guest at %d photos/s".formatted(A_SECOND),
                                Figure.of(burst.path("messages").asDouble() / FEW, "messages"))
                        .against(Figure.of(photos, "messages").by("one frame a photo"))
                        .wanted(new Goal.Fewer(3)));
    }

    @Override
    public void close() {
        guests.close();
        cloud.close();
    }
}
