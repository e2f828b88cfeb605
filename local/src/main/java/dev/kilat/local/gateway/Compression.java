package dev.kilat.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.server.Request;

/// CloudFront's compression: files of text that are neither small nor huge, once each, for browsers
/// that say they read gzip.
final class Compression {
    private static final int SMALLEST = 1000;
    private static final int LARGEST = 10_000_000;
    private static final Set<String> TYPES =
            Set.of(
                    "text/html",
                    "text/css",
                    "text/javascript",
                    "text/plain",
                    "application/json",
                    "application/manifest+json",
                    "image/svg+xml");

    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    /// Whether the answer depends on what the browser reads.
    boolean mayApply(String contentType, int size) {
        String type = contentType.replaceAll(";.*", "");
        return TYPES.contains(type) && size >= SMALLEST && size <= LARGEST;
    }

    static boolean isReadBy(Request browser) {
        return browser.getHeaders().contains("accept-encoding", "gzip");
    }

    /// @param version of the file, by which it is remembered
    byte[] gzip(String version, byte[] file) {
        return made.computeIfAbsent(version, _ -> gzip(file));
    }

    private static byte[] gzip(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
