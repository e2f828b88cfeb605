package dev.kilat.contracts.http;

/// Long edges of 400, 1080 and 1920 pixels; never larger than the original.
public record Thumbnails(Thumbnail small, Thumbnail medium, Thumbnail large) {}
