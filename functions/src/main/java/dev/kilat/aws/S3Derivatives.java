package dev.kilat.aws;

import dev.kilat.photo.Photo;
import dev.kilat.photo.bytes.BytesInput;
import dev.kilat.thumbnail.Derivatives;
import java.lang.foreign.MemorySegment;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Thumbnails in the media bucket, download copies beside the originals.
public final class S3Derivatives implements Derivatives {
    private final S3Client s3;
    private final String media;
    private final String originals;

    public S3Derivatives(S3Client s3, String media, String originals) {
        this.s3 = s3;
        this.media = media;
        this.originals = originals;
    }

    @Override
    public void thumbnail(String key, byte[] jpeg) {
        s3.putObject(
                put ->
                        put.bucket(media)
                                .key(key)
                                .contentType("image/jpeg")
                                .cacheControl("public, max-age=31536000, immutable"),
                RequestBody.fromBytes(jpeg));
    }

    @Override
    public void downloadCopy(Photo photo, MemorySegment copy) {
        s3.putObject(
                put ->
                        put.bucket(originals)
                                .key(photo.downloadKey())
                                .contentType(photo.contentType()),
                RequestBody.fromContentProvider(
                        () -> new BytesInput(copy), copy.byteSize(), photo.contentType()));
    }
}
