package dev.kilat.thumbnail;

/// One size of a photo: an upright sRGB JPEG without metadata.
@SuppressWarnings(
        "ArrayRecordComponent") // Never compared, and a copy of every image would be the price of
// value equality.
public record Rendition(byte[] jpeg, int width, int height) {}
