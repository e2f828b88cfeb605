package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.util.ArrayList;
import java.util.List;

/// Hears what open pages would be told.
public final class Ears implements Announcer {
    public final List<EventSlug> committed = new ArrayList<>();
    public final List<String> failed = new ArrayList<>();
    public final List<Comment> comments = new ArrayList<>();

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
}
