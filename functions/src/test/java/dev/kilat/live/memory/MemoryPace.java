package dev.kilat.live.memory;

import dev.kilat.live.Pace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

public final class MemoryPace implements Pace {
    private final Map<String, Instant> windows = new HashMap<>();
    private final Map<String, Instant> words = new HashMap<>();

    @Override
    public synchronized Taken take(String key, Instant now) {
        if (words.getOrDefault(key, Instant.MIN).isAfter(now)) {
            return Taken.SEEN_TO;
        }
        if (reopen(key, now) instanceof Reopened.Yours) {
            return Taken.NOW;
        }
        words.put(key, now.plus(WORD_HOLDS));
        return Taken.LATER;
    }

    @Override
    public synchronized Reopened reopen(String key, Instant now) {
        Instant opens = windows.getOrDefault(key, Instant.MIN);
        if (opens.isAfter(now)) {
            return new Reopened.Closed(opens);
        }
        windows.put(key, now.plus(WINDOW));
        words.remove(key);
        return new Reopened.Yours();
    }

    @Override
    public synchronized void forget(String key) {
        words.remove(key);
    }
}
