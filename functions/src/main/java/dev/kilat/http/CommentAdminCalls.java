package dev.kilat.http;

import dev.kilat.contracts.http.CommentChange;
import dev.kilat.contracts.http.ModeratedComments;
import dev.kilat.event.Event;
import dev.kilat.event.Events;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import dev.kilat.social.CommentModeration;
import java.util.Optional;
import java.util.function.BiFunction;

/// What admins do with comments.
public final class CommentAdminCalls {
    private final Events events;
    private final CommentModeration moderation;

    public CommentAdminCalls(Events events, CommentModeration moderation) {
        this.events = events;
        this.moderation = moderation;
    }

    Response latest(Call call) {
        return call.slug()
                .flatMap(events::find)
                .map(Event::slug)
                .map(moderation::latest)
                .map(comments ->
                        Response.ok(
                                new ModeratedComments(
                                        comments.stream().map(CommentJson::forAdmins).toList())))
                .orElseGet(Problems::notFound);
    }

    Response change(Call call) {
        CommentChange body = call.request().json(CommentChange.class);
        boolean hidden = Input.required("hidden", body.hidden());
        return named(call, (photo, id) -> moderation.hide(photo, id, hidden))
                .map(comment -> Response.ok(CommentJson.forAdmins(comment)))
                .orElseGet(Problems::notFound);
    }

    Response delete(Call call) {
        return named(call, (photo, id) -> Optional.of(moderation.delete(photo, id)))
                .filter(deleted -> deleted)
                .map(_ -> Response.noContent())
                .orElseGet(Problems::notFound);
    }

    private static <T> Optional<T> named(
            Call call, BiFunction<PhotoId, CommentId, Optional<T>> does) {
        return call.photoId()
                .flatMap(photo -> call.commentId().flatMap(id -> does.apply(photo, id)));
    }
}
