package dev.kilat.aws;

import dev.kilat.photo.Downloads;
import dev.kilat.photo.Photo;
import dev.kilat.upload.Presigner;
import dev.kilat.upload.SignedPut;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Presigned requests on the originals bucket.
public final class S3Presigned implements Presigner, Downloads {
    static final Duration UPLOAD_LIFE = Duration.ofMinutes(15);
    static final Duration DOWNLOAD_LIFE = Duration.ofMinutes(10);

    /// Signed too, but browsers let nobody else write them.
    private static final Set<String> WRITTEN_BY_EVERY_CLIENT = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;

    public S3Presigned(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public SignedPut put(String key, String contentType, long size, String sha256) {
        var signed =
                presigner.presignPutObject(request ->
                        request.signatureDuration(UPLOAD_LIFE)
                                .putObjectRequest(put ->
                                        put.bucket(bucket)
                                                .key(key)
                                                .contentType(contentType)
                                                .contentLength(size)
                                                .checksumSHA256(sha256)
                                                .ifNoneMatch("*")));
        Map<String, String> headers = new LinkedHashMap<>();
        signed.signedHeaders()
                .forEach((name, values) -> {
                    String header = name.toLowerCase(Locale.ROOT);
                    if (!WRITTEN_BY_EVERY_CLIENT.contains(header)) {
                        headers.put(header, values.getFirst());
                    }
                });
        return new SignedPut(URI.create(signed.url().toString()), headers, signed.expiration());
    }

    @Override
    public URI link(Photo photo) {
        return URI.create(
                presigner
                        .presignGetObject(request ->
                                request.signatureDuration(DOWNLOAD_LIFE)
                                        .getObjectRequest(get ->
                                                get.bucket(bucket)
                                                        .key(photo.downloadKey())
                                                        .responseContentType(photo.contentType())
                                                        .responseContentDisposition(
                                                                attachment(photo.fileName()))))
                        .url()
                        .toString());
    }

    /// The name in plain ASCII for old clients, and in full as RFC 5987 has it.
    static String attachment(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String full =
                URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
