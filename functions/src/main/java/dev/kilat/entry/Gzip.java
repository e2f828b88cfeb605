package dev.kilat.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// Long answers, packed by us: API Gateway packs nothing, and CloudFront only what it may keep.
/// Short ones stay as they are, tokens among them, so that their length tells nothing of them.
final class Gzip {
    private static final int SHORTEST = 1000;
    private static final Pattern READ =
            Pattern.compile("(?i)(^|,)\\s*gzip\\s*(;\\s*q=(1|0\\.\\d*[1-9])[0-9.]*\\s*)?(,|$)");

    private Gzip() {}

    static boolean isReadBy(Request caller) {
        return READ.matcher(caller.headers().getOrDefault("accept-encoding", "")).find();
    }

    static boolean isWorthIt(String text) {
        return text.length() >= SHORTEST;
    }

    static String base64(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
