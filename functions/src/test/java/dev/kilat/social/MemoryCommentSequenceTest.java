package dev.kilat.social;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.PendingPhotos;

class MemoryCommentSequenceTest extends CommentSequenceContract {
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

    @Override
    protected Comments comments() {
        return store.comments();
    }

    @Override
    protected int seeds() {
        return 10;
    }
}
