package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.iam.Authorizer;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.StatusCode;

/// `/{stage}/@connections/{id}`: how functions reach clients. The signature names the caller; it is
/// not verified, since this machine's keys are no secret.
final class ManagementApi implements Request.Handler {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,]+)/");

    private final String path;
    private final String arnOfStage;
    private final Limits limits;
    private final Connections connections;
    private final Authorizer authorizer;

    ManagementApi(GatewaySettings settings, Connections connections, Authorizer authorizer) {
        this.path = path(settings.webSocketStage());
        this.arnOfStage = settings.socketApiArn() + "/" + settings.webSocketStage();
        this.limits = settings.limits();
        this.connections = connections;
        this.authorizer = authorizer;
    }

    static String path(String stage) {
        return "/" + stage + "/@connections/";
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        response.getHeaders().put("apigw-requestid", Ids.next());
        String id = RouteTable.decode(request.getHttpURI().getPath()).substring(path.length());
        Optional<String> accessKey = accessKey(request);
        if (accessKey.isEmpty()) {
            return error(
                    response,
                    callback,
                    403,
                    "MissingAuthenticationTokenException",
                    "Missing Authentication Token");
        }
        String resource = arnOfStage + "/" + request.getMethod() + "/@connections/" + id;
        return switch (authorizer.check(
                accessKey.get(), "execute-api:ManageConnections", resource)) {
            case Authorizer.Decision.Denied denied ->
                    error(response, callback, 403, "AccessDeniedException", denied.message());
            case Authorizer.Decision.Allowed _ -> {
                Optional<Connection> connection = connections.find(id);
                yield connection.isPresent()
                        ? manage(connection.get(), request, response, callback)
                        : gone(response, callback);
            }
        };
    }

    private static Optional<String> accessKey(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Matcher credential = CREDENTIAL.matcher(authorization == null ? "" : authorization);
        return credential.find() ? Optional.of(credential.group(1)) : Optional.empty();
    }

    private boolean manage(
            Connection connection, Request request, Response response, Callback callback)
            throws IOException {
        return switch (request.getMethod()) {
            case "POST" -> post(connection, request, response, callback);
            case "GET" -> Messages.json(response, callback, 200, describe(connection));
            case "DELETE" -> {
                connection.close(StatusCode.NORMAL, "Connection Closed Normally");
                response.setStatus(204);
                callback.succeeded();
                yield true;
            }
            default -> error(response, callback, 403, "ForbiddenException", "Forbidden");
        };
    }

    private boolean post(
            Connection connection, Request request, Response response, Callback callback)
            throws IOException {
        Optional<byte[]> message = Bodies.read(request, limits.messageBytes());
        if (message.isEmpty()) {
            return error(response, callback, 413, "PayloadTooLargeException", "Message too long");
        }
        return switch (connection.send(new String(message.get(), UTF_8))) {
            case DELIVERED ->
                    Messages.bytes(response, callback, 200, "application/json", new byte[0]);
            case GONE -> gone(response, callback);
            case BUSY -> error(response, callback, 429, "LimitExceededException", "Rate exceeded");
        };
    }

    private static String describe(Connection connection) {
        Peer peer = connection.peer();
        ObjectNode answer = JSON.createObjectNode();
        answer.put("connectedAt", peer.connectedAt().toString());
        answer.putObject("identity")
                .put("sourceIp", peer.sourceIp())
                .put("userAgent", peer.userAgent());
        return answer.put("lastActiveAt", connection.lastActive().toString()).toString();
    }

    private static boolean gone(Response response, Callback callback) {
        return error(response, callback, 410, "GoneException", "Gone");
    }

    private static boolean error(
            Response response, Callback callback, int status, String type, String message) {
        response.getHeaders().put("x-amzn-errortype", type);
        String body = JSON.createObjectNode().put("message", message).toString();
        return Messages.json(response, callback, status, body);
    }
}
