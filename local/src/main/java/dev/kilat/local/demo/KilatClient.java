package dev.kilat.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The HTTP API, called as a browser or a script calls it. A client is one person: [#login] and
/// [#session] answer another client that carries the token.
public final class KilatClient {
    static final JsonMapper JSON = new JsonMapper();

    /// Signed into the URL, and written by the HTTP client itself.
    private static final Set<String> WRITTEN_BY_HTTP = Set.of("host", "content-length");

    private final HttpClient http;
    private final URI origin;
    private final @Nullable String token;

    /// @param origin e.g. `http://localhost:8080`
    public KilatClient(URI origin) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                origin,
                null);
    }

    private KilatClient(HttpClient http, URI origin, @Nullable String token) {
        this.http = http;
        this.origin = origin;
        this.token = token;
    }

    /// The same client with another token; null for none.
    public KilatClient withToken(@Nullable String token) {
        return new KilatClient(http, origin, token);
    }

    /// Any call, whatever it answers.
    ///
    /// @param body sent as JSON; null for none
    public Answer call(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(35));
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        if (body == null) {
            return send(request.method(method, BodyPublishers.noBody()));
        }
        request.header("content-type", "application/json");
        return send(request.method(method, BodyPublishers.ofString(json(body))));
    }

    public KilatClient login(String username, String password) {
        Map<String, String> login = Map.of("username", username, "password", password);
        return withToken(text(call("POST", "/api/auth/login", login).expect(), "token"));
    }

    public boolean hasEvent(String slug) {
        Answer answer = call("GET", "/api/admin/events/" + slug, null);
        return answer.status() != 404 && !answer.expect().isMissingNode();
    }

    /// @param access `public` or `private`
    public JsonNode createEvent(String slug, String name, String access) {
        Map<String, String> event = Map.of("slug", slug, "name", name, "access", access);
        return call("POST", "/api/admin/events", event).expect();
    }

    /// The answer's `uploads`, in the order of the photos.
    public JsonNode requestTickets(String slug, List<PhotoFile> photos) {
        Map<String, ?> files =
                Map.of("files", photos.stream().map(PhotoFile::ticketRequest).toList());
        return call("POST", "/api/admin/events/" + slug + "/uploads", files)
                .expect()
                .path("uploads");
    }

    /// Sends the bytes where a ticket says, straight to S3.
    public Answer put(JsonNode ticket, byte[] bytes) {
        JsonNode upload = ticket.path("upload");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(text(upload, "url")))
                        .timeout(Duration.ofMinutes(2))
                        .method(text(upload, "method"), BodyPublishers.ofByteArray(bytes));
        for (Map.Entry<String, JsonNode> header : upload.path("headers").properties()) {
            if (!WRITTEN_BY_HTTP.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                request.header(header.getKey(), header.getValue().asText());
            }
        }
        return send(request);
    }

    /// The photo, published.
    public JsonNode complete(String photoId) {
        return call("POST", "/api/admin/photos/" + photoId + "/complete", null).expect();
    }

    /// A ticket, the PUT, the completion. The same bytes twice are one photo.
    public JsonNode upload(String slug, PhotoFile photo) {
        JsonNode ticket = requestTickets(slug, List.of(photo)).path(0);
        if (ticket.path("status").asText().equals("upload")) {
            put(ticket, photo.bytes()).expect();
        }
        return complete(text(ticket, "photo_id"));
    }

    /// A guest of one event.
    ///
    /// @param joinSecret of a private event
    public KilatClient session(String slug, @Nullable String name, @Nullable String joinSecret) {
        Map<String, String> request = new LinkedHashMap<>();
        if (name != null) {
            request.put("name", name);
        }
        if (joinSecret != null) {
            request.put("join_secret", joinSecret);
        }
        Answer answer = call("POST", "/api/gallery/" + slug + "/sessions", request);
        return withToken(text(answer.expect(), "token"));
    }

    /// `{event, photo_count, cursor, poll_seconds}`
    public JsonNode gallery(String slug) {
        return call("GET", "/api/gallery/" + slug, null).expect();
    }

    /// Newest first: `{photos, cursor, before}`.
    ///
    /// @param before of the page above; null for the first page
    public JsonNode page(String slug, int limit, @Nullable String before) {
        String query =
                "?sort=newest&limit=" + limit + (before == null ? "" : "&before=" + escape(before));
        return call("GET", "/api/gallery/" + slug + "/photos" + query, null).expect();
    }

    /// What changed after `cursor`: `{photos, deleted, comments, cursor, more}`.
    public JsonNode delta(String slug, String cursor) {
        String query = "?since=" + escape(cursor);
        return call("GET", "/api/gallery/" + slug + "/photos" + query, null).expect();
    }

    /// Opens the live connection of an event.
    public LiveSocket live(String slug) {
        return liveAt("/api/gallery/" + slug + "/live");
    }

    /// Opens the admins' live connection.
    public LiveSocket liveAdmin() {
        return liveAt("/api/admin/live");
    }

    private LiveSocket liveAt(String path) {
        URI url = URI.create(text(call("POST", path, null).expect(), "url"));
        return LiveSocket.open(http, url, origin.toString());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static JsonNode read(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String json(Object body) {
        try {
            return body instanceof String raw ? raw : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON: " + body.getClass(), e);
        }
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (text.isEmpty()) {
            throw new IllegalStateException("The server answered no " + field);
        }
        return text;
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
