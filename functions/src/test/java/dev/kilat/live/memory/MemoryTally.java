package dev.kilat.live.memory;

import dev.kilat.live.Tally;
import java.util.concurrent.atomic.AtomicLong;

public final class MemoryTally implements Tally {
    private final AtomicLong total = new AtomicLong();

    @Override
    public void add(long messages) {
        total.addAndGet(messages);
    }

    @Override
    public long total() {
        return total.get();
    }
}
