package dev.kilat.local.gateway;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// Where `/media/*` comes from: the media bucket, read as CloudFront reads it.
public interface MediaSource {

    /// @param key the object's key, e.g. `media/demo/01J.../token/small.jpg`
    Optional<Media> open(String key);

    /// One object; whoever opened it closes `body`.
    ///
    /// @param size in bytes
    /// @param headers what else was stored with it, e.g. `Cache-Control`
    record Media(String contentType, long size, InputStream body, Map<String, String> headers) {}
}
