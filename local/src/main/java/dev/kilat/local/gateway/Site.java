package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The web bucket behind CloudFront: `/`, `/e/*` and `/admin*` are all the one page, hashed assets
/// live for ever.
final class Site implements Request.Handler {
    /// Of what never changes under its name.
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("txt", "text/plain; charset=utf-8"));
    private static final byte[] NOT_BUILT =
            """
            The pages are not built yet. Build them with

                ./kilat run

            which does it by itself, or with `npm ci && npm run build` in web/. Then reload.
            """
                    .getBytes(UTF_8);

    private static final Set<String> NUMBERS_OF_LOCALHOST = Set.of("127.0.0.1", "[::1]", "::1");

    private final Path root;
    private final String publicOrigin;
    private final Compression compression = new Compression();

    Site(Path root, String publicOrigin) {
        this.root = root.toAbsolutePath().normalize();
        this.publicOrigin = publicOrigin;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return Messages.reply(response, callback, 405, "Method Not Allowed");
        }
        String path = rewrite(Request.getPathInContext(request));
        if (path.equals("/index.html") && isByNumber(request)) {
            response.getHeaders()
                    .put("location", publicOrigin + request.getHttpURI().getPathQuery());
            return Messages.reply(response, callback, 307, "Temporary Redirect");
        }
        Path file = root.resolve(path.substring(1)).normalize();
        if (!Files.isRegularFile(root.resolve("index.html"))) {
            return Messages.bytes(response, callback, 503, "text/plain; charset=utf-8", NOT_BUILT);
        }
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            return Messages.reply(response, callback, 404, "Not Found");
        }
        String etag = etag(file);
        response.getHeaders().put("etag", etag);
        response.getHeaders()
                .put("cache-control", path.startsWith("/assets/") ? FOR_EVER : "no-cache");
        if (etag.equals(request.getHeaders().get("if-none-match"))) {
            response.setStatus(304);
            callback.succeeded();
            return true;
        }
        byte[] body = Files.readAllBytes(file);
        if (compression.mayApply(type(path), body.length)) {
            response.getHeaders().put("vary", "accept-encoding");
            if (Compression.isReadBy(request)) {
                response.getHeaders().put("content-encoding", "gzip");
                body = compression.gzip(path + etag, body);
            }
        }
        return Messages.bytes(response, callback, 200, type(path), body);
    }

    /// A page opened as 127.0.0.1 would be foreign to the live connection of localhost.
    private boolean isByNumber(Request request) {
        return publicOrigin.equals("http://localhost:" + Request.getServerPort(request))
                && NUMBERS_OF_LOCALHOST.contains(Request.getServerName(request));
    }

    /// The CloudFront Function of the distribution.
    private static String rewrite(String path) {
        boolean page = path.equals("/") || path.startsWith("/e/");
        page |= path.equals("/admin") || path.startsWith("/admin/");
        return page ? "/index.html" : path;
    }

    private static String type(String path) {
        return TYPES.getOrDefault(
                path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static String etag(Path file) throws IOException {
        return "\"%x-%x\"".formatted(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
}
