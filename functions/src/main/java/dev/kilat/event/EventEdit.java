package dev.kilat.event;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an event shall become. What is empty stays as it is.
///
/// @param access private, also of a private event, makes a new join secret
public record EventEdit(
        Optional<String> name,
        Optional<Moment> startsAt,
        Optional<Moment> endsAt,
        Optional<Access> access,
        Optional<Retention> retention) {
    /// @param at null takes the moment away
    public record Moment(@Nullable Instant at) {}

    /// @param days null: the event is kept
    public record Retention(@Nullable Integer days) {}

    static @Nullable Integer days(@Nullable Integer now, Optional<Retention> edit) {
        return edit.isPresent() ? edit.get().days() : now;
    }

    static @Nullable Instant or(@Nullable Instant now, Optional<Moment> edit) {
        return edit.isPresent() ? edit.get().at() : now;
    }
}
