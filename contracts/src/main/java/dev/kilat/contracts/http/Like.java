package dev.kilat.contracts.http;

/// @param liked whether this guest likes it now
public record Like(String photoId, long likeCount, boolean liked) {}
