package dev.kilat.local.engine;

import dev.kilat.local.gateway.MediaSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The media bucket behind CloudFront: read in CloudFront's own right, whoever asks.
record BucketMedia(BlobStore blobs, String bucket) implements MediaSource {

    @Override
    public Optional<Media> open(String key) {
        try {
            ResponseInputStream<GetObjectResponse> body = blobs.getBlob(bucket, key);
            GetObjectResponse object = body.response();
            Map<String, String> headers = new LinkedHashMap<>();
            put(headers, "ETag", object.eTag());
            put(headers, "Cache-Control", object.cacheControl());
            put(headers, "Content-Disposition", object.contentDisposition());
            String type = object.contentType();
            return Optional.of(
                    new Media(
                            type == null ? "application/octet-stream" : type,
                            object.contentLength(),
                            body,
                            headers));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
