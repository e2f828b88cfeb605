package dev.kilat.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.entry.AdminApi;
import dev.kilat.entry.GalleryApi;
import dev.kilat.entry.LiveConnection;
import dev.kilat.live.Connections;
import dev.kilat.live.Poster.Posted;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// API Gateway and the network before it: calls, sockets, and frames that come late, twice, out of
/// order or not at all.
final class Gateway {
    private static final Duration NETWORK = Duration.ofMillis(150);
    private static final Duration OPENING = Duration.ofSeconds(5);
    private static final Duration FRAME_DELAY = Duration.ofSeconds(2);

    private final Cloud cloud;
    final Map<String, Socket> sockets = new TreeMap<>();

    Gateway(Cloud cloud) {
        this.cloud = cloud;
    }

    /// @return empty if the caller heard no answer
    Optional<Answer> guests(Call call) {
        return http(GalleryApi.class, call);
    }

    Optional<Answer> admins(Call call) {
        return http(AdminApi.class, call);
    }

    private Optional<Answer> http(
            Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> api,
            Call call) {
        if (isLost()) {
            return Optional.empty();
        }
        Optional<Answer> answer = cloud.functions.invoke(api, call.event()).map(Answer::of);
        return isLost() ? Optional.empty() : answer;
    }

    private boolean isLost() {
        cloud.stage.sleep(cloud.chance.upTo(NETWORK));
        return cloud.chance.of(cloud.weather.lostAnswers());
    }

    /// @param url with the ticket
    /// @return empty if it was refused
    Optional<Socket> connect(String url, Consumer<String> heard, Runnable closed) {
        String id = "socket-" + sockets.size();
        Socket socket = new Socket(id, heard, closed);
        sockets.put(id, socket);
        boolean admitted =
                handle(id, "$connect", url.substring(url.indexOf("ticket=") + 7), null)
                        .filter(answer -> answer.getStatusCode() == 200)
                        .isPresent();
        // Until the page has its answer, whoever posts to the connection is told that it is gone.
        boolean slow = cloud.chance.of(cloud.weather.doubles());
        cloud.stage.sleep(cloud.chance.upTo(slow ? OPENING : NETWORK));
        if (!admitted) {
            return Optional.empty();
        }
        socket.open = true;
        socket.mustBeKnown();
        return Optional.of(socket);
    }

    /// The list of connections, from which nobody may take one that is open or about to open. Where
    /// clocks differ, that happens, and the page learns of it when it pings.
    Connections watched(Connections connections) {
        return (Connections)
                Proxy.newProxyInstance(
                        Connections.class.getClassLoader(),
                        new Class<?>[] {Connections.class},
                        (_, method, arguments) -> {
                            Object answer = method.invoke(connections, arguments);
                            if (method.getName().equals("remove")) {
                                Socket socket = sockets.get((String) arguments[0]);
                                if (socket != null) {
                                    socket.forgotten = true;
                                    socket.mustBeKnown();
                                }
                            }
                            return answer;
                        });
    }

    /// A socket that takes whatever comes.
    void keepOpen(String id) {
        Socket socket = new Socket(id, _ -> {}, () -> {});
        socket.open = true;
        sockets.put(id, socket);
    }

    private Optional<APIGatewayV2WebSocketResponse> handle(
            String id, String route, String ticket, @Nullable String body) {
        var context = new APIGatewayV2WebSocketEvent.RequestContext();
        context.setConnectionId(id);
        context.setRouteKey(route);
        var event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(context);
        event.setQueryStringParameters(Map.of("ticket", ticket));
        event.setHeaders(Map.of("Origin", Cloud.ORIGIN));
        event.setBody(body);
        return cloud.functions.invoke(LiveConnection.class, event);
    }

    /// @param now by the clock of who posts
    Posted post(String id, byte[] frame, Instant now) {
        Socket socket = sockets.get(id);
        if (cloud.hasExpired(id, now)) {
            cloud.violations.add("a frame was posted to the expired " + id);
        }
        if (socket == null || !socket.open) {
            return new Posted.Gone();
        }
        Weather weather = cloud.weather;
        if (cloud.chance.of(weather.drops())) {
            socket.close();
            return new Posted.Gone();
        }
        if (cloud.chance.of(weather.refusedPushes())) {
            return new Posted.Retryable("429");
        }
        if (!cloud.chance.of(weather.lostPushes())) {
            socket.send(new String(frame, StandardCharsets.UTF_8));
            if (cloud.chance.of(weather.doubles())) {
                socket.send(new String(frame, StandardCharsets.UTF_8));
            }
        }
        return new Posted.Delivered();
    }

    /// One page's connection.
    final class Socket {
        private final String id;
        private final Consumer<String> heard;
        private final Runnable closed;
        private boolean open;
        private boolean forgotten;

        private Socket(String id, Consumer<String> heard, Runnable closed) {
            this.id = id;
            this.heard = heard;
            this.closed = closed;
        }

        private void mustBeKnown() {
            if (open && forgotten && cloud.weather.clocksApart().isZero()) {
                cloud.violations.add("the open " + id + " was taken out of its room");
            }
        }

        boolean isOpen() {
            return open;
        }

        String id() {
            return id;
        }

        void say(String text) {
            if (open) {
                handle(id, "$default", "", text)
                        .map(APIGatewayV2WebSocketResponse::getBody)
                        .ifPresent(this::send);
            }
        }

        private void send(String frame) {
            boolean late = cloud.chance.of(cloud.weather.doubles());
            cloud.stage.after(
                    cloud.chance.upTo(late ? FRAME_DELAY : NETWORK),
                    () -> {
                        if (open) {
                            heard.accept(frame);
                        }
                    });
        }

        void close() {
            open = false;
            cloud.stage.after(cloud.chance.upTo(NETWORK), closed);
            if (!cloud.chance.of(cloud.weather.lostPushes())) {
                cloud.stage.after(
                        cloud.chance.upTo(NETWORK), () -> handle(id, "$disconnect", "", null));
            }
        }
    }

    /// @param route as API Gateway names it: `GET /api/gallery/{slug}`
    record Call(
            String route,
            Map<String, String> path,
            Map<String, String> query,
            String token,
            String body) {
        static Call of(String route, String token) {
            return new Call(route, Map.of(), Map.of(), token, "");
        }

        Call in(String name, String value) {
            return new Call(route, Map.of(name, value), query, token, body);
        }

        Call asking(Map<String, String> parameters) {
            return new Call(route, path, parameters, token, body);
        }

        Call saying(Object json) {
            return new Call(route, path, query, token, Cloud.json(json));
        }

        private APIGatewayV2HTTPEvent event() {
            var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
            http.setSourceIp("192.0.2.1");
            var context = new APIGatewayV2HTTPEvent.RequestContext();
            context.setHttp(http);
            return APIGatewayV2HTTPEvent.builder()
                    .withRouteKey(route)
                    .withPathParameters(path)
                    .withQueryStringParameters(query)
                    .withHeaders(
                            token.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + token))
                    .withBody(body)
                    .withRequestContext(context)
                    .build();
        }
    }

    record Answer(int status, JsonNode json) {
        private static Answer of(APIGatewayV2HTTPResponse response) {
            String body = response.getBody();
            return new Answer(response.getStatusCode(), Cloud.read(body == null ? "" : body));
        }
    }
}
