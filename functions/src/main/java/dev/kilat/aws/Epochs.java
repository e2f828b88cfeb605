package dev.kilat.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;

/// Epochs as everybody reads them. A table that was restored from a backup holds the epochs of
/// before, and pages hold cursors beyond its heads: by those it has other ones, without one row
/// being written.
///
/// What is stored and what is read turn into each other: the writer's condition is on what is
/// stored.
public final class Epochs {
    private final Optional<UUID> turn;

    /// @param restored any text that names the restored table; empty for one that never was
    public Epochs(Optional<String> restored) {
        turn = restored.map(name -> UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    }

    String read(String stored) {
        return turned(stored);
    }

    String stored(String read) {
        return turned(read);
    }

    private String turned(String epoch) {
        return turn.map(by -> turned(UUID.fromString(epoch), by).toString()).orElse(epoch);
    }

    private static UUID turned(UUID epoch, UUID by) {
        return new UUID(
                epoch.getMostSignificantBits() ^ by.getMostSignificantBits(),
                epoch.getLeastSignificantBits() ^ by.getLeastSignificantBits());
    }
}
