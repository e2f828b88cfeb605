package dev.kilat.http;

import dev.kilat.contracts.http.Comments;
import dev.kilat.contracts.http.NewComment;
import dev.kilat.identity.Caller;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.Photo;
import dev.kilat.social.Commenting;
import dev.kilat.social.Commenting.Outcome;
import org.jspecify.annotations.Nullable;

/// What guests say about a photo they see.
public final class CommentCalls {
    private static final int LONGEST_CONTENT = 1000;
    private static final int LONGEST_NAME = 100;

    private final VisiblePhotos visible;
    private final Commenting commenting;
    private final WriteLimit limit;

    public CommentCalls(VisiblePhotos visible, Commenting commenting, WriteLimit limit) {
        this.visible = visible;
        this.commenting = commenting;
        this.limit = limit;
    }

    Response all(Call call) {
        return visible.named(call)
                .map(photo -> commenting.on(photo.id()))
                .map(comments -> Response.ok(new Comments(CommentJson.all(comments))))
                .orElseGet(Problems::notFound);
    }

    Response write(Call call) {
        return visible.named(call).map(photo -> write(photo, call)).orElseGet(Problems::notFound);
    }

    private Response write(Photo photo, Call call) {
        NewComment body = call.request().json(NewComment.class);
        CommentId id = Input.commentId(body.id());
        String author = author(body.authorName(), call.caller());
        String content = Input.text("content", body.content(), LONGEST_CONTENT);
        return limit.within(
                call.caller(),
                () ->
                        answer(
                                commenting.write(
                                        photo, id, call.caller().subject(), author, content)));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written(var comment) -> Response.created(CommentJson.of(comment));
            case Outcome.IdTaken() -> Problems.invalid("id", "is that of another comment");
            case Outcome.Gone() -> Problems.notFound();
        };
    }

    /// An admin's name is for logging in, not for guests.
    private static @Nullable String author(@Nullable String signed, Caller caller) {
        if (signed != null) {
            return Input.name("author_name", signed, LONGEST_NAME);
        }
        return switch (caller) {
            case Caller.Guest guest -> guest.name();
            case Caller.Admin _, Caller.Nobody _ -> null;
        };
    }
}
