package dev.kilat.simulation;

import dev.kilat.live.Connection;
import dev.kilat.photo.Change;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ProcessingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// One event out of one seed: ten photos and four guests in a storm, then fair weather, and then
/// everything must be right.
final class Simulation {
    static final int PHOTOS = 10;
    static final int GUESTS = 4;
    static final Duration STORM = Duration.ofMinutes(4);
    static final Duration CALM = Duration.ofMinutes(5);
    static final Duration CLOCKS_APART = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-06-06T12:00:00Z");

    private final Stage stage = new Stage(START);
    private final Cloud cloud;
    private final Photographer photographer;
    private final List<Guest> guests = new ArrayList<>();

    private Simulation(long seed, Weather weather, boolean completes) {
        cloud = new Cloud(stage, new Chance(seed), weather);
        photographer = new Photographer(cloud, completes);
        for (int i = 0; i < GUESTS; i++) {
            guests.add(new Guest(cloud, "guest " + i));
        }
        cloud.forgottenConnection(START.minus(Connection.LONGEST_LIFE).plusSeconds(60));
    }

    /// Everything goes wrong for four minutes.
    static Outcome storm(long seed) {
        return new Simulation(seed, Weather.STORM, true).play(CALM);
    }

    /// The same, by functions whose clocks differ by ten minutes: what is due by one of them is not
    /// by another, so things take that much longer to settle.
    static Outcome stormOfClocks(long seed) {
        Weather weather = Weather.STORM.withClocksApart(CLOCKS_APART);
        return new Simulation(seed, weather, true).play(CALM.plus(CLOCKS_APART));
    }

    /// Nothing goes wrong, but no frame reaches any page.
    static Outcome withoutPushes(long seed) {
        return new Simulation(seed, Weather.NO_PUSHES, true).play(CALM);
    }

    /// Nothing goes wrong, but neither S3 nor the uploader tells that an object is there.
    static Outcome withoutObjectEvents(long seed) {
        return new Simulation(seed, Weather.NO_OBJECT_EVENTS, false).play(CALM);
    }

    private Outcome play(Duration calm) {
        photographer.upload(PHOTOS);
        stage.after(Duration.ofSeconds(30), photographer::moderate);
        guests.forEach(guest -> stage.after(cloud.chance.upTo(Duration.ofMinutes(2)), guest::come));
        stage.playUntil(START.plus(STORM));
        cloud.weather = cloud.weather.afterTheStorm();
        guests.forEach(Guest::rest);
        stage.playUntil(START.plus(STORM).plus(calm));
        Outcome outcome = outcome();
        stage.close();
        return outcome;
    }

    private Outcome outcome() {
        List<String> wrong = new ArrayList<>(cloud.violations);
        photos(wrong);
        log(wrong);
        likes(wrong);
        comments(wrong);
        List<String> truth = truth();
        for (int i = 0; i < GUESTS; i++) {
            Guest guest = guests.get(i);
            if (!guest.wall().shown().equals(truth)) {
                wrong.add(
                        "guest %d shows %s instead of %s"
                                .formatted(i, guest.wall().shown(), truth));
            }
            if (guest.socket() != null
                    && guest.socket().isOpen()
                    && cloud.connections.find(guest.socket().id()).isEmpty()) {
                wrong.add("the open " + guest.socket().id() + " is not in its room");
            }
        }
        return new Outcome(
                wrong,
                photographer.stored.size(),
                guests.stream().mapToInt(guest -> guest.toggles).sum(),
                slowest(photographer.stored, cloud.log.published, START),
                guests.stream()
                        .map(guest -> slowest(neverAway(), guest.shownAt, guest.cameAt()))
                        .max(Duration::compareTo)
                        .orElseThrow(),
                truth);
    }

    private Map<String, Instant> neverAway() {
        Map<String, Instant> photos = new TreeMap<>(cloud.log.published);
        photos.keySet().removeAll(photographer.moderated);
        return photos;
    }

    /// @param begin nobody waited before
    private static Duration slowest(
            Map<String, Instant> from, Map<String, Instant> to, Instant begin) {
        return from.entrySet().stream()
                .filter(entry -> to.containsKey(entry.getKey()))
                .map(entry ->
                        Duration.between(
                                entry.getValue().isAfter(begin) ? entry.getValue() : begin,
                                Objects.requireNonNull(to.get(entry.getKey()))))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void photos(List<String> wrong) {
        for (String id : photographer.stored.keySet()) {
            Optional<Photo> photo = cloud.gallery.find(new PhotoId(id));
            boolean noImage = photographer.noImages.contains(id);
            if (photo.isEmpty() != noImage) {
                wrong.add("photo " + id + (noImage ? " is published, and no image" : " is lost"));
            } else if (photo.isPresent()) {
                if (photo.get().deleted() != photographer.deleted.contains(id)) {
                    wrong.add("photo " + id + (photo.get().deleted() ? " is hidden" : " is back"));
                }
                if (!photo.get().deleted() && photo.get().status() == ProcessingStatus.UPLOADED) {
                    wrong.add("photo " + id + " never got its thumbnails");
                }
            }
        }
        if (photographer.done < PHOTOS) {
            wrong.add("only " + photographer.done + " photos were taken");
        }
    }

    private void log(List<String> wrong) {
        var head = cloud.gallery.head(Cloud.EVENT).orElseThrow();
        var changes = cloud.gallery.after(Cloud.EVENT, 0, Integer.MAX_VALUE);
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).seq() != i + 1) {
                wrong.add("the log has a hole at " + (i + 1));
            }
        }
        if (head.seq() != changes.size()) {
            wrong.add("the head is " + head.seq() + ", of " + changes.size() + " changes");
        }
        long visible = cloud.gallery.newest(Cloud.EVENT, Long.MAX_VALUE, Integer.MAX_VALUE).size();
        if (head.photoCount() != visible) {
            wrong.add("the count is " + head.photoCount() + " of " + visible + " photos");
        }
    }

    private void likes(List<String> wrong) {
        for (Photo photo : all()) {
            int rows = cloud.likes.of(photo.id()).size();
            if (photo.likeCount() != rows) {
                wrong.add(
                        "photo %s counts %d of %d likes"
                                .formatted(photo.id(), photo.likeCount(), rows));
            }
        }
    }

    private void comments(List<String> wrong) {
        var written = new TreeSet<String>();
        for (Photo photo : all()) {
            var comments = cloud.gallery.comments().visible(photo.id(), Integer.MAX_VALUE);
            if (photo.commentCount() != comments.size()) {
                wrong.add(
                        "photo %s counts %d of %d comments"
                                .formatted(photo.id(), photo.commentCount(), comments.size()));
            }
            comments.forEach(comment -> {
                if (!written.add(comment.id().value())) {
                    wrong.add("comment " + comment.id() + " is there twice");
                }
            });
        }
        guests.forEach(guest ->
                guest.written.stream()
                        .filter(id -> !written.contains(id))
                        .forEach(id -> wrong.add("comment " + id + " is lost")));
    }

    private List<Photo> all() {
        return cloud.gallery.after(Cloud.EVENT, 0, Integer.MAX_VALUE).stream()
                .filter(logged -> logged.change() instanceof Change.Added)
                .flatMap(logged -> cloud.gallery.find(logged.change().photo().id()).stream())
                .toList();
    }

    private List<String> truth() {
        return cloud.gallery.newest(Cloud.EVENT, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(photo -> "%d %s %s".formatted(photo.seq(), photo.id(), photo.status()))
                .toList();
    }

    /// @param wrong what was promised and is not so
    /// @param photos whose PUT was answered with 200
    /// @param toggles likes that were given or taken back
    /// @param slowestPublished from the answer to its PUT until a photo was in the log
    /// @param slowestShown from there until it was on the last wall
    record Outcome(
            List<String> wrong,
            int photos,
            int toggles,
            Duration slowestPublished,
            Duration slowestShown,
            List<String> shown) {}
}
