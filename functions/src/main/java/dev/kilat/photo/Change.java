package dev.kilat.photo;

/// What happened to a photo, as every page will learn it. Carries the photo as it is after the
/// change.
public sealed interface Change {
    Photo photo();

    /// Published: `photo.seq` is the number of this change, known when it is committed.
    record Added(Photo photo) implements Change {}

    /// Its thumbnails are there, or will never be.
    record Updated(Photo photo) implements Change {}

    record Deleted(Photo photo) implements Change {}

    record Restored(Photo photo) implements Change {}

    /// A change with its number.
    record Logged(long seq, Change change) {}
}
