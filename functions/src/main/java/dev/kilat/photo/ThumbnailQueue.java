package dev.kilat.photo;

import dev.kilat.event.EventSlug;

/// The port on the work of making thumbnails: at least once, in no order.
public interface ThumbnailQueue {
    void add(EventSlug event, PhotoId photo);
}
