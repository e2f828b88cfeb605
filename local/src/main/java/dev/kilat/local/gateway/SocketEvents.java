package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/// Events as a function behind a WebSocket API gets them.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
final class SocketEvents {
    private static final JsonMapper JSON = new JsonMapper();

    private final String stage;
    private final String apiId;

    SocketEvents(String stage, String apiId) {
        this.stage = stage;
        this.apiId = apiId;
    }

    /// The only event that carries the client's headers and query.
    ObjectNode connect(Peer peer, Request request) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode headers = event.putObject("headers");
        ObjectNode allHeaders = event.putObject("multiValueHeaders");
        for (HttpField field : request.getHeaders()) {
            String name = asSent(field.getName());
            headers.put(name, field.getValue());
            allHeaders.withArray(name).add(field.getValue());
        }
        headers.put("X-Forwarded-For", peer.sourceIp());
        allHeaders.putArray("X-Forwarded-For").add(peer.sourceIp());
        Fields query = Request.extractQueryParameters(request, UTF_8);
        if (!query.isEmpty()) {
            ObjectNode last = event.putObject("queryStringParameters");
            ObjectNode all = event.putObject("multiValueQueryStringParameters");
            for (Fields.Field field : query) {
                last.put(field.getName(), field.getValues().getLast());
                field.getValues().forEach(v -> all.withArray(field.getName()).add(v));
            }
        }
        context(event, peer, "$connect", "CONNECT");
        return event.put("isBase64Encoded", false);
    }

    ObjectNode message(Peer peer, String routeKey, String body) {
        ObjectNode event = JSON.createObjectNode();
        context(event, peer, routeKey, "MESSAGE").put("messageId", Ids.next());
        return event.put("body", body).put("isBase64Encoded", false);
    }

    ObjectNode disconnect(Peer peer, int code, String reason) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("headers").put("Host", peer.host()).put("X-Forwarded-For", "");
        context(event, peer, "$disconnect", "DISCONNECT")
                .put("disconnectStatusCode", code)
                .put("disconnectReason", reason);
        return event.put("isBase64Encoded", false);
    }

    private ObjectNode context(ObjectNode event, Peer peer, String routeKey, String eventType) {
        Instant now = Instant.now();
        String requestId = Ids.next();
        ObjectNode context = event.putObject("requestContext");
        context.put("routeKey", routeKey);
        context.put("eventType", eventType);
        context.put("extendedRequestId", requestId);
        context.put("requestTime", HttpEvents.TIME.format(now));
        context.put("messageDirection", "IN");
        context.put("stage", stage);
        context.put("connectedAt", peer.connectedAt().toEpochMilli());
        context.put("requestTimeEpoch", now.toEpochMilli());
        context.putObject("identity")
                .put("sourceIp", peer.sourceIp())
                .put("userAgent", peer.userAgent());
        context.put("requestId", requestId);
        context.put("domainName", peer.host());
        context.put("connectionId", peer.connectionId());
        context.put("apiId", apiId);
        return context;
    }

    /// API Gateway hands WebSocket handshakes over with canonical names: `Origin`, `User-Agent`.
    private static String asSent(String name) {
        StringBuilder canonical = new StringBuilder();
        for (String part : name.split("-", -1)) {
            if (!canonical.isEmpty()) {
                canonical.append('-');
            }
            if (!part.isEmpty()) {
                canonical
                        .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(part.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return canonical.toString();
    }
}
