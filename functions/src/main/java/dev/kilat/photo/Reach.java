package dev.kilat.photo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// How far in the log the photos go that somebody has just read. A query may see a part of a
/// transaction before the rest of it: a change may be in the log, and its photo's row not there
/// yet, or as it was before. Whoever moves a cursor over such a change would never learn of it.
final class Reach {
    private Reach() {}

    /// The changes whose photos are as those changes left them, or later.
    ///
    /// @param rows of all photos that the changes are about
    static List<Change.Logged> of(List<Change.Logged> changes, List<Photo> rows) {
        Map<Long, Photo> read = byPlace(rows);
        return changes.stream().takeWhile(logged -> isIn(logged, read)).toList();
    }

    private static boolean isIn(Change.Logged logged, Map<Long, Photo> read) {
        Photo row = read.get(logged.change().photo().seq());
        return row != null && row.asOf() >= logged.seq();
    }

    /// The last change up to which nothing is missing from a page.
    ///
    /// @param head as it was before the page was read
    /// @param tail of the log up to there, of as many changes as may be half to be seen
    /// @param before where the page begins
    /// @param more whether there are older photos behind it
    static long of(
            Head head,
            List<Change.Logged> tail,
            List<Photo> page,
            OptionalLong before,
            boolean more) {
        long begin = before.orElse(Long.MAX_VALUE);
        long end = more ? page.getLast().seq() : 0;
        Map<Long, Photo> shown = byPlace(page);
        Map<Long, Photo> last = new HashMap<>();
        tail.forEach(logged -> last.put(logged.change().photo().seq(), logged.change().photo()));
        long reach = Math.max(0, head.seq() - ChangeLog.MOST_CHANGES);
        for (Change.Logged logged : tail) {
            long place = logged.change().photo().seq();
            boolean elsewhere = place >= begin || place < end;
            boolean gone = !shown.containsKey(place) && isDeleted(last, place);
            if (!elsewhere && !gone && !isIn(logged, shown)) {
                break;
            }
            reach = logged.seq();
        }
        return Math.min(reach, head.seq());
    }

    private static boolean isDeleted(Map<Long, Photo> last, long place) {
        Photo photo = last.get(place);
        return photo != null && photo.deleted();
    }

    private static Map<Long, Photo> byPlace(List<Photo> photos) {
        Map<Long, Photo> byPlace = new HashMap<>();
        photos.forEach(photo -> byPlace.put(photo.seq(), photo));
        return byPlace;
    }
}
