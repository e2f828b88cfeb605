package dev.kilat.live;

import java.time.Instant;
import java.util.OptionalLong;

/// A sender's turn, and what the senders before it left.
///
/// @param sent the last change that the room was sent; empty if that is forgotten
/// @param windowOpens when the next frame may leave
public record Turn(String owner, OptionalLong sent, Instant windowOpens) {
    Turn sent(long seq) {
        return new Turn(owner, OptionalLong.of(seq), windowOpens);
    }

    Turn opening(Instant next) {
        return new Turn(owner, sent, next);
    }
}
