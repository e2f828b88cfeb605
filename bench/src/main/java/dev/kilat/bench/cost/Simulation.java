package dev.kilat.bench.cost;

import dev.kilat.bench.party.Party;
import dev.kilat.bench.party.Phones;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.LiveSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A small event, played one thing after the other, so that what each thing costs can be told from
/// what the others do, and frames of two things are never one. What is told to guests is counted
/// twice: with nobody there, and with many; the difference is what a guest adds.
final class Simulation implements AutoCloseable {
    static final int PHOTOS = 4;
    static final int PHONES = 2;
    static final int SOCKETS = 50;
    private static final int OPENED = 3;
    private static final int WRITES = 4;

    private static final double PINGS_AN_HOUR = 15;

    /// A page renews its connection after 105 to 115 minutes.
    private static final double RENEWALS_AN_HOUR = 60.0 / 110;

    /// Of five pollers for each of two queues, which wait 20 seconds each time: formula, not count.
    private static final double IDLE_POLLS_AN_HOUR = 2 * 5 * 3600 / 20;

    private final Tally tally = new Tally();
    private final Party party = Party.start(tally);
    private final byte[][] pictures = Party.photos(PHOTOS);
    private final List<String> ids = new ArrayList<>();
    private final Map<Driver, Counts> rates = new HashMap<>();

    Rates play(Phones phones) throws Exception {
        KilatClient writer = party.guest();
        Counts photos = tally.during(this::publishAll).times(1.0 / PHOTOS);
        Counts likes = tally.during(() -> like(writer)).times(1.0 / WRITES);
        Counts comments = tally.during(() -> comment(writer)).times(1.0 / WRITES);
        rates.put(Driver.PHOTO, photos);
        rates.put(Driver.LIKE, likes);
        rates.put(Driver.COMMENT, comments);
        visits(phones);
        Counts schedules = tally.during(party::runSchedules);
        rates.put(Driver.HOUR, schedules.times(60).plus(polls(IDLE_POLLS_AN_HOUR)));

        List<LiveSocket> sockets = new ArrayList<>();
        KilatClient late = party.guest();
        Counts connecting = tally.during(() -> connect(sockets)).times(1.0 / SOCKETS);
        Counts ping = tally.during(() -> ping(sockets)).times(1.0 / SOCKETS);
        rates.put(Driver.TOLD, added(tally.during(this::publishAll), photos, PHOTOS));
        rates.put(Driver.LIKE_TOLD, added(tally.during(() -> like(late)), likes, WRITES));
        rates.put(Driver.COMMENT_TOLD, added(tally.during(() -> comment(late)), comments, WRITES));
        Counts leaving =
                tally.during(() -> sockets.forEach(LiveSocket::close)).times(1.0 / SOCKETS);
        rates.put(
                Driver.STAY,
                ping.times(PINGS_AN_HOUR)
                        .plus(connecting.plus(leaving).times(RENEWALS_AN_HOUR))
                        .plus(minutes(60)));
        return new Rates(rates);
    }

    private static Counts added(Counts all, Counts one, int times) {
        return all.minus(one.times(times)).times(1.0 / (times * SOCKETS));
    }

    private void publishAll() throws InterruptedException {
        for (byte[] picture : pictures) {
            ids.add(party.publish(picture));
            tally.settle();
        }
    }

    private void like(KilatClient guest) throws InterruptedException {
        for (int i = 0; i < WRITES; i++) {
            guest.call("POST", "/api/photos/" + ids.get(i) + "/like", null).expect();
            tally.settle();
        }
    }

    private void comment(KilatClient guest) throws InterruptedException {
        for (int i = 0; i < WRITES; i++) {
            Map<String, String> comment =
                    Map.of(
                            "id", UUID.randomUUID().toString(),
                            "author_name", "Ayu",
                            "content", "What a lovely evening that was, thank you!");
            guest.call("POST", "/api/photos/" + ids.get(i) + "/comments", comment).expect();
            tally.settle();
        }
    }

    private void visits(Phones phones) throws Exception {
        List<Visit> visits = new ArrayList<>();
        Counts visiting =
                tally.during(() -> {
                    for (int i = 0; i < PHONES; i++) {
                        visits.add(Visit.to(party.url(), phones));
                        visits.getLast().seeAll();
                    }
                });
        Counts opening =
                tally.during(() -> {
                    for (Visit visit : visits) {
                        ids.stream().limit(OPENED).forEach(visit::open);
                    }
                });
        Counts leaving = tally.during(() -> visits.forEach(Visit::close));
        Counts media = visiting.only(Tally.MEDIA);
        rates.put(Driver.SEEN, media.times(1.0 / (PHONES * ids.size())));
        rates.put(Driver.OPENED, opening.times(1.0 / (PHONES * OPENED)));
        rates.put(Driver.GUEST, visiting.minus(media).plus(leaving).times(1.0 / PHONES));
    }

    /// As a page does each time.
    private void connect(List<LiveSocket> sockets) {
        KilatClient guest = party.guest();
        String cursor = guest.gallery(Party.SLUG).path("cursor").asText();
        for (int i = 0; i < SOCKETS; i++) {
            LiveSocket socket = guest.live(Party.SLUG);
            socket.send("{\"action\":\"event:join\",\"event_slug\":\"" + Party.SLUG + "\"}");
            guest.delta(Party.SLUG, cursor);
            sockets.add(socket);
        }
    }

    private void ping(List<LiveSocket> sockets) throws InterruptedException {
        sockets.forEach(socket -> socket.send("{\"action\":\"ping\"}"));
        for (LiveSocket socket : sockets) {
            var _ = socket.next(Duration.ofSeconds(10)).orElseThrow();
        }
    }

    private static Counts polls(double count) {
        return new Counts(Map.of(new Counts.Line(Item.QUEUE_REQUESTS, "idle polls"), count));
    }

    private static Counts minutes(double count) {
        return new Counts(Map.of(new Counts.Line(Item.SOCKET_MINUTES, "open"), count));
    }

    @Override
    public void close() {
        party.close();
    }
}
