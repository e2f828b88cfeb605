package dev.kilat.contracts.live;

/// The answer to a ping.
public record Pong(String type) implements Frame {
    public static final String TYPE = "pong";

    public Pong() {
        this(TYPE);
    }
}
