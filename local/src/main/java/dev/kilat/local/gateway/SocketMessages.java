package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.function.Invoker.Result;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/// Which function hears of what happens on a WebSocket, and what of its answer reaches the client.
final class SocketMessages {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, SocketRoute> routes = new LinkedHashMap<>();
    private final SocketEvents events;
    private final Integration integration;

    SocketMessages(GatewaySettings settings, Integration integration) {
        settings.socketRoutes().forEach(route -> routes.put(route.routeKey(), route));
        this.events = new SocketEvents(settings.webSocketStage(), settings.socketApiId());
        this.integration = integration;
    }

    /// The status of the handshake: 200 lets it happen.
    int connect(Peer peer, Request request) {
        SocketRoute route = routes.get("$connect");
        if (route == null) {
            return 200;
        }
        return switch (invoke(route, events.connect(peer, request))) {
            case Result.Answer answer -> {
                int status = read(answer.json()).path("statusCode").asInt(502);
                yield status / 100 == 2 ? 200 : status;
            }
            case Result.FunctionError _ -> 502;
            case Result.TimedOut _ -> 504;
            case Result.Throttled _ -> 429;
        };
    }

    /// Runs the route that the message selects, by `$request.body.action`, else `$default`.
    ///
    /// @return what to send back, if anything
    Optional<String> message(Peer peer, String text) {
        String action = read(text.getBytes(UTF_8)).path("action").asText("");
        SocketRoute route = action.startsWith("$") ? null : routes.get(action);
        if (route == null) {
            route = routes.get("$default");
        }
        if (route == null) {
            return Optional.of(error(peer, "Forbidden"));
        }
        return switch (invoke(route, events.message(peer, route.routeKey(), text))) {
            case Result.Answer answer -> {
                String body = read(answer.json()).path("body").asText("");
                yield route.returnsResponse() && !body.isEmpty()
                        ? Optional.of(body)
                        : Optional.empty();
            }
            case Result.FunctionError _ -> Optional.of(error(peer, "Internal server error"));
            case Result.TimedOut _ -> Optional.of(error(peer, "Endpoint request timed out"));
            case Result.Throttled _ -> Optional.of(error(peer, "Too Many Requests"));
        };
    }

    /// Best effort, as AWS says of `$disconnect`: whatever comes back is of no use to anybody.
    void disconnect(Peer peer, int code, String reason) {
        SocketRoute route = routes.get("$disconnect");
        if (route != null) {
            invoke(route, events.disconnect(peer, code, reason));
        }
    }

    private Result invoke(SocketRoute route, ObjectNode event) {
        return integration.invoke(route.function(), event.toString().getBytes(UTF_8));
    }

    private static JsonNode read(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node == null ? JSON.missingNode() : node;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private static String error(Peer peer, String message) {
        return JSON.createObjectNode()
                .put("message", message)
                .put("connectionId", peer.connectionId())
                .put("requestId", Ids.next())
                .toString();
    }
}
