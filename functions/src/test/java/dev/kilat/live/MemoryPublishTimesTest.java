package dev.kilat.live;

import dev.kilat.live.memory.MemoryPublishTimes;

class MemoryPublishTimesTest extends PublishTimesContract {
    private final MemoryPublishTimes times = new MemoryPublishTimes();

    @Override
    protected PublishTimes times() {
        return times;
    }
}
