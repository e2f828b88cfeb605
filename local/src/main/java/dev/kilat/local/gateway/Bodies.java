package dev.kilat.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads what a client sends, up to a limit.
final class Bodies {
    private Bodies() {}

    /// Empty if the body is larger than `limit`; it is then read to its end all the same, because
    /// most clients only look at the answer when they have sent everything.
    static Optional<byte[]> read(Request request, int limit) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(limit + 1);
            if (body.length <= limit) {
                return Optional.of(body);
            }
            in.skip(Long.MAX_VALUE);
            return Optional.empty();
        }
    }
}
