package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// `/media/*`: the media bucket behind CloudFront. What is not there is denied, as S3 answers a
/// reader who may not list.
final class MediaFiles implements Request.Handler {
    private static final byte[] DENIED =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
            """
                    .getBytes(UTF_8);

    private final MediaSource media;

    MediaFiles(MediaSource media) {
        this.media = media;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            return Messages.bytes(response, callback, 403, "application/xml", DENIED);
        }
        Optional<MediaSource.Media> found =
                media.open(Request.getPathInContext(request).substring(1));
        if (found.isEmpty()) {
            return Messages.bytes(response, callback, 403, "application/xml", DENIED);
        }
        MediaSource.Media file = found.get();
        try (var body = file.body()) {
            headers(file, response);
            if (isKnown(request, response)) {
                response.setStatus(304);
                callback.succeeded();
                return true;
            }
            Optional<ByteRange> range =
                    ByteRange.of(request.getHeaders().get("range"), file.size());
            long length = file.size();
            if (range.isPresent()) {
                length = range.get().length();
                body.skipNBytes(range.get().first());
                response.setStatus(206);
                response.getHeaders().put("content-range", range.get().header(file.size()));
            }
            response.getHeaders().put("content-length", length);
            if (!head) {
                copy(body, length, response);
            }
            callback.succeeded();
            return true;
        }
    }

    private static void headers(MediaSource.Media file, Response response) {
        file.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put("content-type", file.contentType());
        response.getHeaders().put("accept-ranges", "bytes");
        response.getHeaders().put("cache-control", Site.FOR_EVER);
    }

    private static boolean isKnown(Request request, Response response) {
        String etag = response.getHeaders().get("etag");
        return etag != null && etag.equals(request.getHeaders().get("if-none-match"));
    }

    private static void copy(java.io.InputStream body, long length, Response response)
            throws IOException {
        try (var out = Content.Sink.asOutputStream(response)) {
            byte[] buffer = new byte[64 * 1024];
            long left = length;
            while (left > 0) {
                int read = body.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("The object ended " + left + " bytes early");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
