package dev.kilat.photo;

import dev.kilat.event.Events;

class MemoryWaitingChangesTest extends WaitingChangesContract {
    private final MemoryGalleryStore store = new MemoryGalleryStore();

    @Override
    protected ChangeLog log() {
        return store;
    }

    @Override
    protected PendingPhotos pending() {
        return store;
    }

    @Override
    protected Events events() {
        return store;
    }
}
