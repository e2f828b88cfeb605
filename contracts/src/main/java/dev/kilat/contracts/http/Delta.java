package dev.kilat.contracts.http;

import java.util.List;

/// What changed after a cursor.
///
/// @param photos each changed photo once, as it is now, newest first
/// @param deleted ids of photos
/// @param more ask again from the new cursor at once
public record Delta(
        List<Photo> photos,
        List<String> deleted,
        List<Comment> comments,
        String cursor,
        boolean more) {}
