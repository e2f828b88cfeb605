package dev.kilat.local.gateway;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// CloudFront's behaviours: which origin answers which path.
final class Front extends Handler.Abstract {
    private final String socketPath;
    private final String managementPath;
    private final SecurityHeaders securityHeaders;
    private final Request.Handler httpApi;
    private final Request.Handler socketApi;
    private final Request.Handler managementApi;
    private final Request.Handler media;
    private final Request.Handler site;

    Front(
            String stage,
            SecurityHeaders securityHeaders,
            Request.Handler httpApi,
            Request.Handler socketApi,
            Request.Handler managementApi,
            Request.Handler media,
            Request.Handler site) {
        this.socketPath = "/" + stage;
        this.managementPath = ManagementApi.path(stage);
        this.securityHeaders = securityHeaders;
        this.httpApi = httpApi;
        this.socketApi = socketApi;
        this.managementApi = managementApi;
        this.media = media;
        this.site = site;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        securityHeaders.addTo(response);
        return origin(Request.getPathInContext(request)).handle(request, response, callback);
    }

    private Request.Handler origin(String path) {
        if (path.startsWith("/api/")) {
            return httpApi;
        }
        if (path.equals(socketPath)) {
            return socketApi;
        }
        if (path.startsWith(managementPath)) {
            return managementApi;
        }
        return path.startsWith("/media/") ? media : site;
    }
}
