package dev.kilat.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.kilat.live.Admission.Admitted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What API Gateway hands over for a WebSocket, and wants back.
public final class Socket {
    private Socket() {}

    public static @Nullable String query(APIGatewayV2WebSocketEvent event, String name) {
        Map<String, String> query = event.getQueryStringParameters();
        return query == null ? null : query.get(name);
    }

    /// @param name in any case
    public static @Nullable String header(APIGatewayV2WebSocketEvent event, String name) {
        Map<String, String> headers = event.getHeaders();
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    public static APIGatewayV2WebSocketResponse of(Admitted admitted) {
        return switch (admitted) {
            case OPEN -> status(200);
            case NO_TICKET -> status(401);
            case FOREIGN_ORIGIN -> status(403);
        };
    }

    public static APIGatewayV2WebSocketResponse status(int status) {
        APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(status);
        return response;
    }

    public static APIGatewayV2WebSocketResponse frame(byte[] frame) {
        APIGatewayV2WebSocketResponse response = status(200);
        response.setBody(new String(frame, UTF_8));
        return response;
    }
}
