package dev.kilat.contracts.http;

/// How far a photo is. `UPLOADED` is published and has no thumbnails yet; `FAILED` will get none.
public enum ProcessingStatus {
    UPLOADED,
    THUMBNAILS_READY,
    FAILED
}
