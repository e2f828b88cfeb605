package dev.kilat.event;

import dev.kilat.photo.MemoryGalleryStore;

class MemoryEventsTest extends EventsContract {
    private final MemoryGalleryStore store = new MemoryGalleryStore();

    @Override
    protected Events events() {
        return store;
    }
}
