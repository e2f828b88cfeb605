package dev.kilat.aws;

import dev.kilat.photo.Originals;
import dev.kilat.photo.bytes.OutsideBytes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Uploaded photos in the originals bucket.
public final class S3Originals implements Originals {
    private final S3Client s3;
    private final String bucket;

    public S3Originals(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<Stored> find(String key) {
        try {
            var head =
                    s3.headObject(request ->
                            request.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
            return Optional.of(
                    new Stored(head.contentLength(), head.contentType(), head.checksumSHA256()));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] start(String key, int length) {
        return s3.getObjectAsBytes(
                        request -> request.bucket(bucket).key(key).range("bytes=0-" + (length - 1)))
                .asByteArrayUnsafe();
    }

    @Override
    public MemorySegment read(String key, Arena arena) {
        return s3.getObject(
                request -> request.bucket(bucket).key(key),
                (head, body) -> {
                    var bytes = new OutsideBytes(arena, head.contentLength());
                    try {
                        body.transferTo(bytes);
                    } catch (IOException cut) {
                        // As the SDK's own ways to read say that it may try again.
                        throw RetryableException.create("reading " + key, cut);
                    }
                    return bytes.written();
                });
    }
}
