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
        Optional<Access> access) {
    /// @param at null takes the moment away
    public record Moment(@Nullable Instant at) {}

    static @Nullable Instant or(@Nullable Instant now, Optional<Moment> edit) {
        return edit.isPresent() ? edit.get().at() : now;
    }
}
