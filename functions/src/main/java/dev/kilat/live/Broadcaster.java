package dev.kilat.live;

import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.event.EventSlug;
import dev.kilat.live.Senders.Released;
import dev.kilat.live.Senders.Taken;
import dev.kilat.photo.Announcer;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Comment;
import dev.kilat.photo.Cursor;
import dev.kilat.photo.Head;
import dev.kilat.photo.Pause;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells a room what was committed: the first frame at once, a second one half a second later if
/// more was committed by then, and from there on one each second while the burst lasts: each frame
/// is billed once a guest.
///
/// Whoever commits either becomes the event's sender, or leaves word for the one there is. A sender
/// posts one frame. If more is wanted by then, or the time since the last frame is too short, the
/// turn goes on behind the fan-out queue ({@link #goOn}): no commit waits.
public final class Broadcaster implements Announcer {
    static final Duration WINDOW = Duration.ofMillis(500);
    static final Duration WINDOW_OF_A_BURST = Duration.ofSeconds(1);

    /// Longer than the work between two writes of the lease takes, so that it ends only for the
    /// dead.
    static final Duration LEASE = Duration.ofSeconds(10);

    /// How long one delivery from the queue may go on.
    static final Duration LONGEST_TURN = Duration.ofSeconds(20);

    private static final System.Logger LOG = System.getLogger(Broadcaster.class.getName());

    private final ChangeLog log;
    private final Senders senders;
    private final FanOutQueue queue;
    private final Bulletin bulletin;
    private final InstantSource clock;
    private final Pause pause;
    private final Supplier<String> owners;

    /// @param owners makes a new name for each turn
    public Broadcaster(
            ChangeLog log,
            Senders senders,
            FanOutQueue queue,
            Bulletin bulletin,
            InstantSource clock,
            Pause pause,
            Supplier<String> owners) {
        this.log = log;
        this.senders = senders;
        this.queue = queue;
        this.bulletin = bulletin;
        this.clock = clock;
        this.pause = pause;
        this.owners = owners;
    }

    @Override
    public void committed(EventSlug event) {
        try {
            log.head(event).ifPresent(head -> electSender(event, head.cursor()));
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the room of " + event + " was not told at once", e);
        }
    }

    @Override
    public void committed(EventSlug event, Cursor upTo) {
        try {
            electSender(event, upTo);
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the room of " + event + " was not told at once", e);
        }
    }

    @Override
    public void failed(EventSlug event, PhotoId photo, String error) {
        try {
            log.head(event).ifPresent(head -> bulletin.failed(event, head, photo, error));
        } catch (RuntimeException e) {
            LOG.log(WARNING, "admins were not told that " + photo + " failed", e);
        }
    }

    @Override
    public void commented(EventSlug event, Comment comment) {
        try {
            log.head(event).ifPresent(head -> bulletin.commented(event, head, comment));
        } catch (RuntimeException e) {
            LOG.log(WARNING, "admins were not told of comment " + comment.id(), e);
        }
    }

    private void electSender(EventSlug event, Cursor upTo) {
        Feed feed = new Feed(event, upTo.epoch());
        Instant now = clock.instant();
        if (senders.ask(feed, owners.get(), upTo.seq(), now, now.plus(LEASE))
                instanceof Taken.Yours(Turn turn)) {
            firstFrame(feed, upTo.seq(), turn);
        }
    }

    private void firstFrame(Feed feed, long head, Turn turn) {
        if (clock.instant().isBefore(turn.windowOpens())) {
            handOver(feed, turn);
            return;
        }
        Turn done;
        try {
            done = send(feed, head, turn, WINDOW);
            if (senders.release(feed, done) != Released.MORE_WANTED) {
                return;
            }
        } catch (RuntimeException e) {
            LOG.log(WARNING, "a frame of " + feed.event() + " is left to the queue", e);
            done = turn;
        }
        handOver(feed, done);
    }

    /// Continues a turn that was handed over, until nothing was committed for a whole window: in a
    /// burst those who commit only leave word. Does nothing if somebody else sends by now.
    ///
    /// @param time the caller has
    public void goOn(EventSlug event, String owner, Duration time) {
        Instant start = clock.instant();
        Instant end = start.plus(time.compareTo(LONGEST_TURN) < 0 ? time : LONGEST_TURN);
        Optional<Feed> feed = log.head(event).map(head -> Feed.of(event, head));
        if (feed.isPresent()
                && senders.take(feed.get(), owner, start, start.plus(LEASE))
                        instanceof Taken.Yours(Turn turn)) {
            goOn(feed.get(), turn, end);
        }
    }

    private void goOn(Feed feed, Turn first, Instant end) {
        Turn turn = first;
        while (true) {
            awaitWindow(turn);
            Optional<Head> head = log.head(feed.event());
            if (head.isEmpty() || !Feed.of(feed.event(), head.get()).equals(feed)) {
                return;
            }
            Turn next = send(feed, head.get().seq(), turn, WINDOW_OF_A_BURST);
            boolean quiet = next.equals(turn);
            boolean last = !clock.instant().isBefore(end);
            turn = next;
            if (quiet || last) {
                if (senders.release(feed, turn) != Released.MORE_WANTED) {
                    return;
                }
                if (last) {
                    handOver(feed, turn);
                    return;
                }
            } else if (!senders.keep(feed, turn, clock.instant().plus(LEASE))) {
                return;
            }
        }
    }

    private Turn send(Feed feed, long head, Turn turn, Duration window) {
        Instant begun = clock.instant();
        long sent = bulletin.changes(feed, head, turn.sent());
        boolean news = turn.sent().isEmpty() || turn.sent().getAsLong() < sent;
        return news ? turn.sent(sent).opening(begun.plus(window)) : turn;
    }

    private void awaitWindow(Turn turn) {
        Duration closed = Duration.between(clock.instant(), turn.windowOpens());
        if (closed.isPositive()) {
            pause.sleep(closed);
        }
    }

    private void handOver(Feed feed, Turn turn) {
        if (!senders.keep(feed, turn, clock.instant().plus(LEASE))) {
            return;
        }
        try {
            queue.announce(feed.event(), turn.owner());
        } catch (RuntimeException e) {
            // Nobody will go on: the next commit must not take this sender for a living one.
            senders.keep(feed, turn, clock.instant());
            throw e;
        }
    }
}
