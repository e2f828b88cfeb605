package dev.kilat.contracts.queue;

/// A message on the fan-out queue.
public sealed interface FanOutMessage permits Announce, Slice {
    String type();
}
