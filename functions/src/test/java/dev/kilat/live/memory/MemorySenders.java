package dev.kilat.live.memory;

import dev.kilat.live.Feed;
import dev.kilat.live.Senders;
import dev.kilat.live.Turn;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

public final class MemorySenders implements Senders {
    private final Map<Feed, Row> rows = new HashMap<>();

    @Override
    public synchronized Taken take(Feed feed, String owner, Instant now, Instant until) {
        Row row = row(feed);
        if (row.held(now) && !owner.equals(row.owner)) {
            return new Taken.Held();
        }
        row.owner = owner;
        row.until = until;
        return new Taken.Yours(new Turn(owner, row.sent, row.windowOpens));
    }

    @Override
    public synchronized Taken ask(Feed feed, String owner, long seq, Instant now, Instant until) {
        Row row = row(feed);
        boolean free = !row.held(now);
        row.wanted = Math.max(row.wanted, seq);
        return free ? take(feed, owner, now, until) : new Taken.Held();
    }

    @Override
    public synchronized Released release(Feed feed, Turn turn) {
        Row row = row(feed);
        if (!turn.owner().equals(row.owner)) {
            return Released.LOST;
        }
        if (row.wanted > turn.sent().orElse(-1)) {
            return Released.MORE_WANTED;
        }
        row.note(turn);
        row.owner = null;
        return Released.FREE;
    }

    @Override
    public synchronized boolean keep(Feed feed, Turn turn, Instant until) {
        Row row = row(feed);
        if (!turn.owner().equals(row.owner)) {
            return false;
        }
        row.note(turn);
        row.until = until;
        return true;
    }

    private Row row(Feed feed) {
        return rows.computeIfAbsent(feed, _ -> new Row());
    }

    private static final class Row {
        private @Nullable String owner;
        private Instant until = Instant.EPOCH;
        private Instant windowOpens = Instant.EPOCH;
        private OptionalLong sent = OptionalLong.empty();
        private long wanted = -1;

        private boolean held(Instant now) {
            return owner != null && until.isAfter(now);
        }

        private void note(Turn turn) {
            sent = turn.sent();
            windowOpens = turn.windowOpens();
        }
    }
}
