package dev.kilat.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A comment as it is now.
///
/// @param seq number of the change that added it, 0 before that is known
/// @param author as signed, null for nobody's name
/// @param writer who sent it: a guest's id or an admin's name; no guest learns it
/// @param hidden by an admin: guests do not see it
public record Comment(
        CommentId id,
        PhotoId photo,
        long seq,
        @Nullable String author,
        String content,
        Instant createdAt,
        String writer,
        boolean hidden) {
    public Comment at(long newSeq) {
        return new Comment(id, photo, newSeq, author, content, createdAt, writer, hidden);
    }

    public Comment hidden(boolean away) {
        return new Comment(id, photo, seq, author, content, createdAt, writer, away);
    }
}
