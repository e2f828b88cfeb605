package dev.kilat.contracts.queue;

/// Tell the room how many likes the photo has, once the second since it was last told is over.
public record Likes(String type, String photoId) implements FanOutMessage {
    public static final String TYPE = "likes";

    public Likes(String photoId) {
        this(TYPE, photoId);
    }
}
