package dev.kilat.photo;

/// How far a photo came. PENDING photos have a ticket and perhaps an object; all later ones are
/// ingested.
public enum ProcessingStatus {
    PENDING,
    UPLOADED,
    THUMBNAILS_READY,
    FAILED
}
