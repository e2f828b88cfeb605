package dev.kilat.photo;

import java.util.ArrayList;
import java.util.List;

/// A change restated on the photo as it is right behind the head that the change is to follow:
/// whoever asked for it may have read the photo long before, without the likes and comments since.
final class Restated {
    private Restated() {}

    /// The changes as they will stand in the log right behind `head`. As that is read before the
    /// photos, counts of what else is in the log are exact if the append does not lose its race.
    static List<Change> behind(ChangeLog log, Head head, List<Change> changes) {
        List<Change> restated = new ArrayList<>();
        for (Change change : changes) {
            restated.add(on(log, change, head.seq() + 1 + restated.size()));
        }
        return restated;
    }

    /// @param seq the number the change will have
    private static Change on(ChangeLog log, Change change, long seq) {
        return change instanceof Change.Added(Photo photo, var heardAt)
                ? new Change.Added(photo.at(seq), heardAt)
                : log.find(change.photo().id())
                        .map(now -> on(now.asOf(seq), change, seq))
                        // Of no such photo: the log refuses it.
                        .orElse(change);
    }

    private static Change on(Photo now, Change change, long seq) {
        return switch (change) {
            case Change.Added added -> added;
            case Change.Updated(Photo photo) ->
                    new Change.Updated(
                            photo.asOf(seq).counted(now.likeCount(), now.commentCount()));
            case Change.Deleted _ -> new Change.Deleted(now.deleted(true));
            case Change.Restored _ -> new Change.Restored(now.deleted(false));
            case Change.Commented(Photo _, Comment comment) ->
                    new Change.Commented(commented(now, 1), comment.at(seq));
            case Change.Moderated(Photo _, CommentId comment, long writtenAt, var ruling) ->
                    new Change.Moderated(
                            commented(now, ruling.visibleMore), comment, writtenAt, ruling);
        };
    }

    private static Photo commented(Photo now, int more) {
        return now.counted(now.likeCount(), now.commentCount() + more);
    }
}
