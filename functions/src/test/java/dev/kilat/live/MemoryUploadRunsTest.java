package dev.kilat.live;

import dev.kilat.live.memory.MemoryUploadRuns;

class MemoryUploadRunsTest extends UploadRunsContract {
    private final UploadRuns runs = new MemoryUploadRuns();

    @Override
    protected UploadRuns runs() {
        return runs;
    }
}
