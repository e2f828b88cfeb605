package dev.kilat.contracts.live;

/// One event of a [BatchEvents] frame. Those with a `seq` are rows of the event's change log; the
/// others are pushed and forgotten.
public sealed interface LiveEvent
        permits PhotoUploaded,
                PhotoUpdated,
                PhotoDeleted,
                PhotoRestored,
                CommentAdded,
                PhotoLiked,
                NewCommentNotification,
                PhotoFailed,
                UploadProgress {
    String type();

    String photoId();

    /// The record of this literal, for readers that look at `type` first.
    ///
    /// @throws IllegalArgumentException if there is none
    static Class<? extends LiveEvent> ofType(String type) {
        return switch (type) {
            case PhotoUploaded.TYPE -> PhotoUploaded.class;
            case PhotoUpdated.TYPE -> PhotoUpdated.class;
            case PhotoDeleted.TYPE -> PhotoDeleted.class;
            case PhotoRestored.TYPE -> PhotoRestored.class;
            case CommentAdded.TYPE -> CommentAdded.class;
            case PhotoLiked.TYPE -> PhotoLiked.class;
            case NewCommentNotification.TYPE -> NewCommentNotification.class;
            case PhotoFailed.TYPE -> PhotoFailed.class;
            case UploadProgress.TYPE -> UploadProgress.class;
            default -> throw new IllegalArgumentException("no live event of type " + type);
        };
    }
}
