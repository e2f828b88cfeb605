package dev.kilat.live;

import dev.kilat.live.memory.MemorySenders;

class MemorySendersTest extends SendersContract {
    private final Senders senders = new MemorySenders();

    @Override
    protected Senders senders() {
        return senders;
    }
}
