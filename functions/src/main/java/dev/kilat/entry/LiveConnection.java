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
import org.jspecify.annotations.Nullable;

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
        wiring.beforeSnapshot(() -> answer("nobody", "{\"action\":\"event:leave\"}"));
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(
            APIGatewayV2WebSocketEvent event, Context context) {
        return Invocations.run(context, () -> route(event));
    }

    private APIGatewayV2WebSocketResponse route(APIGatewayV2WebSocketEvent event) {
        String id = event.getRequestContext().getConnectionId();
        return switch (event.getRequestContext().getRouteKey()) {
            case "$connect" ->
                    Socket.of(
                            admission.connect(
                                    id,
                                    Socket.query(event, "ticket"),
                                    Socket.header(event, "Origin")));
            case "$disconnect" -> {
                admission.disconnect(id);
                yield Socket.status(200);
            }
            default -> answer(id, event.getBody());
        };
    }

    private APIGatewayV2WebSocketResponse answer(String id, @Nullable String said) {
        return conversation
                .answer(id, FrameJson.read(said))
                .map(frame -> Socket.frame(frames.write(frame)))
                .orElseGet(() -> Socket.status(200));
    }
}
