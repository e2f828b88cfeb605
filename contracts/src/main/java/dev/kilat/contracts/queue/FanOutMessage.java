package dev.kilat.contracts.queue;

/// A message on the fan-out queue.
public sealed interface FanOutMessage permits Announce, Slice, Likes, Progress {
    String type();

    /// The record of this literal, for readers that look at `type` first.
    ///
    /// @throws IllegalArgumentException if there is none
    static Class<? extends FanOutMessage> ofType(String type) {
        return switch (type) {
            case Announce.TYPE -> Announce.class;
            case Slice.TYPE -> Slice.class;
            case Likes.TYPE -> Likes.class;
            case Progress.TYPE -> Progress.class;
            default -> throw new IllegalArgumentException("no fan-out message of type " + type);
        };
    }
}
