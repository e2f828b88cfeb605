package dev.kilat.social;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.MemoryGalleryStore;
import dev.kilat.photo.PendingPhotos;

class MemoryLikesTest extends LikesContract {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final Likes likes = new MemoryLikes(store);

    @Override
    protected Likes likes() {
        return likes;
    }

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
