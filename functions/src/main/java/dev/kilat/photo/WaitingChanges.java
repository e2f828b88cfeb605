package dev.kilat.photo;

import dev.kilat.event.EventSlug;
import java.util.List;

/// The port on changes whose writers lost the race for the end of the log. Whoever commits next
/// takes them along: a crowd of writers becomes a few commits instead of many lost races.
public interface WaitingChanges {
    /// @return the name under which it waits; later names are greater
    String leave(EventSlug event, Change change);

    /// Those that are undecided, oldest first, at most `limit`.
    List<Left> waiting(EventSlug event, int limit);

    /// What became of a change that was left within the last hour.
    Fate fate(EventSlug event, String name);

    /// It can never be committed. Nothing happens to one that is decided.
    void refuse(EventSlug event, String name);

    record Left(String name, Change change) {}

    sealed interface Fate {
        record Undecided() implements Fate {}

        record Committed(long seq) implements Fate {}

        record Refused() implements Fate {}
    }
}
