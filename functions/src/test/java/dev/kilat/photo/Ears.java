package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Hears what open pages would be told.
public final class Ears implements Announcer, Arrivals {
    public final List<EventSlug> committed = new ArrayList<>();
    public final List<String> failed = new ArrayList<>();
    public final List<Comment> comments = new ArrayList<>();

    /// Each uploader once for every photo that was expected of it.
    public final List<String> expected = new ArrayList<>();

    public final List<PhotoId> arrived = new ArrayList<>();

    @Override
    public void committed(EventSlug event) {
        committed.add(event);
    }

    @Override
    public void failed(EventSlug event, PhotoId photo, String error) {
        failed.add(error);
    }

    @Override
    public void commented(EventSlug event, Comment comment) {
        comments.add(comment);
    }

    @Override
    public void expected(EventSlug event, String uploader, int photos) {
        expected.addAll(Collections.nCopies(photos, uploader));
    }

    @Override
    public void arrived(EventSlug event, String uploader, PhotoId photo) {
        arrived.add(photo);
    }
}
