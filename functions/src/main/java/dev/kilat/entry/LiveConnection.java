package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.kilat.http.FrameJson;
import dev.kilat.http.Socket;
import dev.kilat.live.Admission;
import dev.kilat.live.Conversation;
import dev.kilat.live.FrameWriter;

/// WebSocket: opens and closes connections, and answers what pages say.
public final class LiveConnection
        implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Admission admission;
    private final Conversation conversation;
    private final FrameWriter frames;

    public LiveConnection() {
        this(Wiring.onLambda());
    }

    public LiveConnection(Wiring wiring) {
        admission = wiring.admission();
        conversation = wiring.conversation();
        frames = wiring.frames();
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(
            APIGatewayV2WebSocketEvent event, Context context) {
        return Invocations.run(context, () -> route(event));
    }

    private APIGatewayV2WebSocketResponse route(APIGatewayV2WebSocketEvent event) {
        String id = event.getRequestContext().getConnectionId();
        return switch (event.getRequestContext().getRouteKey()) {
            case "$connect" -> connect(id, event);
            case "$disconnect" -> {
                admission.disconnect(id);
                yield Socket.status(200);
            }
            default -> answer(id, event);
        };
    }

    private APIGatewayV2WebSocketResponse connect(String id, APIGatewayV2WebSocketEvent event) {
        String ticket = Socket.query(event, "ticket");
        return switch (admission.connect(id, ticket, Socket.header(event, "Origin"))) {
            case OPEN -> Socket.status(200);
            case NO_TICKET -> Socket.status(401);
            case FOREIGN_ORIGIN -> Socket.status(403);
        };
    }

    private APIGatewayV2WebSocketResponse answer(String id, APIGatewayV2WebSocketEvent event) {
        return conversation
                .answer(id, FrameJson.read(event.getBody()))
                .map(frame -> Socket.frame(frames.write(frame)))
                .orElseGet(() -> Socket.status(200));
    }
}
