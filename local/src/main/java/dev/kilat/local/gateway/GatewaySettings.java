package dev.kilat.local.gateway;

import java.nio.file.Path;
import java.util.List;

/// What the template and the command line say about the gateway.
///
/// @param bindHost address to listen on, e.g. `127.0.0.1`
/// @param port 0 picks a free one
/// @param webDir the built site
/// @param webSocketStage name of the WebSocket API's stage, also its path: `live`
/// @param socketApiArn `arn:aws:execute-api:{region}:{account}:{apiId}` of the WebSocket API
/// @param s3Origin where pages PUT photos to, e.g. `http://localhost:9000`; pages may connect there
/// @param publicOrigin what pages are opened by, e.g. `http://localhost:8080`
/// @param limits what the gateway refuses, cuts or closes
public record GatewaySettings(
        String bindHost,
        int port,
        Path webDir,
        List<HttpRoute> httpRoutes,
        List<SocketRoute> socketRoutes,
        String webSocketStage,
        String socketApiArn,
        String s3Origin,
        String publicOrigin,
        Limits limits) {

    public GatewaySettings {
        httpRoutes = List.copyOf(httpRoutes);
        socketRoutes = List.copyOf(socketRoutes);
    }

    /// The last part of the ARN: what events call `apiId`.
    String socketApiId() {
        return socketApiArn.substring(socketApiArn.lastIndexOf(':') + 1);
    }
}
