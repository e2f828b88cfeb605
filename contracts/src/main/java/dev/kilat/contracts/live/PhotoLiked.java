package dev.kilat.contracts.live;

import java.time.Instant;

/// A photo's likes now. It is no part of the change log: at most one a second a photo is sent.
public record PhotoLiked(String type, String photoId, long likeCount, Instant timestamp)
        implements LiveEvent {
    public static final String TYPE = "photo:liked";

    public PhotoLiked(String photoId, long likeCount, Instant timestamp) {
        this(TYPE, photoId, likeCount, timestamp);
    }
}
