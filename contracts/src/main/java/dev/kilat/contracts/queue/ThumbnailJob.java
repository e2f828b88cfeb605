package dev.kilat.contracts.queue;

/// On the thumbnails queue: build this photo's thumbnails. Harmless when delivered twice.
public record ThumbnailJob(String eventSlug, String photoId) {}
