package dev.kilat.live;

import dev.kilat.live.memory.MemoryPace;

class MemoryPaceTest extends PaceContract {
    private final Pace pace = new MemoryPace();

    @Override
    protected Pace pace() {
        return pace;
    }

    @Override
    protected int seeds() {
        return 300;
    }
}
