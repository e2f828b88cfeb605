package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilat.local.function.Invoker.Result;
import dev.kilat.local.iam.Authorizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// A gateway on a free port before functions that are plain lambdas, and a client for it.
final class TestGateway implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    static final String ARN = "arn:aws:execute-api:us-east-1:000000000000:ws1";
    static final Limits SMALL =
            new Limits(
                    20_000,
                    10_000,
                    Duration.ofMillis(300),
                    Duration.ofMillis(300),
                    32 * 1024,
                    128 * 1024,
                    Duration.ofMinutes(10),
                    Duration.ofHours(2),
                    Duration.ofMillis(500),
                    256);

    final Map<String, Function<JsonNode, Result>> functions = new ConcurrentHashMap<>();
    final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    final Map<String, MediaSource.Media> media = new ConcurrentHashMap<>();
    final HttpClient client = HttpClient.newHttpClient();
    final Gateway gateway;

    TestGateway(Path webDir, Limits limits) {
        gateway = Gateway.start(settings(webDir, limits), this::invoke, authorizer(), this::open);
    }

    static GatewaySettings settings(Path webDir, Limits limits) {
        return new GatewaySettings(
                "127.0.0.1",
                0,
                webDir,
                List.of(
                        new HttpRoute("GET /api/gallery/{slug}", "GalleryApi"),
                        new HttpRoute("GET /api/gallery/{slug}/photos", "GalleryApi"),
                        new HttpRoute("POST /api/gallery/{slug}/sessions", "GalleryApi"),
                        new HttpRoute("GET /api/gallery/health", "Health")),
                List.of(
                        new SocketRoute("$connect", "Live", false),
                        new SocketRoute("$disconnect", "Live", false),
                        new SocketRoute("event:join", "Join", false),
                        new SocketRoute("$default", "Live", true)),
                "live",
                ARN,
                "http://localhost:9000",
                "http://127.0.0.1",
                limits);
    }

    private Result invoke(String function, byte[] event) {
        try {
            JsonNode json = JSON.readTree(event);
            events.add(json);
            return functions
                    .getOrDefault(function, _ -> answer("{\"statusCode\":200}"))
                    .apply(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Authorizer authorizer() {
        return (key, action, arn) ->
                key.equals("KNOWN")
                                && action.equals("execute-api:ManageConnections")
                                && arn.startsWith(ARN + "/live/POST/@connections/")
                        ? new Authorizer.Decision.Allowed()
                        : new Authorizer.Decision.Denied(key + " may not " + action + " on " + arn);
    }

    private Optional<MediaSource.Media> open(String key) {
        return Optional.ofNullable(media.get(key));
    }

    static MediaSource.Media file(String type, String body, Map<String, String> headers) {
        byte[] bytes = body.getBytes(UTF_8);
        return new MediaSource.Media(type, bytes.length, new ByteArrayInputStream(bytes), headers);
    }

    static Result answer(String json) {
        return new Result.Answer(json.getBytes(UTF_8));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// Calls the management API as a function does, signed by `key`.
    HttpResponse<String> manage(String method, String key, String id, String body)
            throws IOException, InterruptedException {
        String authorization =
                "AWS4-HMAC-SHA256 Credential="
                        + key
                        + "/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0";
        return send(
                request("/live/@connections/" + id.replace("=", "%3D"))
                        .header("authorization", authorization)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    TestSocket connect(String query) {
        return connecting(query).join();
    }

    CompletableFuture<TestSocket> connecting(String query) {
        TestSocket socket = new TestSocket();
        URI uri = URI.create("ws://127.0.0.1:" + gateway.port() + "/live" + query);
        return client.newWebSocketBuilder()
                .header("Origin", "http://gallery.test")
                .buildAsync(uri, socket)
                .thenApply(socket::opened);
    }

    /// The next event of a kind (`CONNECT`, `MESSAGE`, `DISCONNECT`), skipping others.
    JsonNode event(String type) throws InterruptedException {
        while (true) {
            JsonNode event = events.poll(10, java.util.concurrent.TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No " + type + " event came");
            }
            if (event.path("requestContext").path("eventType").asText().equals(type)) {
                return event;
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        gateway.close();
    }
}
