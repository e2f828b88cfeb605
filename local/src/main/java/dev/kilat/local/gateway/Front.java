package dev.kilat.local.gateway;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.bill.Use;
import org.eclipse.jetty.http.HttpFields;
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
    private final Meter meter;

    Front(
            String stage,
            SecurityHeaders securityHeaders,
            Request.Handler httpApi,
            Request.Handler socketApi,
            Request.Handler managementApi,
            Request.Handler media,
            Request.Handler site,
            Meter meter) {
        this.socketPath = "/" + stage;
        this.managementPath = ManagementApi.path(stage);
        this.securityHeaders = securityHeaders;
        this.httpApi = httpApi;
        this.socketApi = socketApi;
        this.managementApi = managementApi;
        this.media = media;
        this.site = site;
        this.meter = meter;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        Behaviour behaviour = behaviour(path);
        if (!path.startsWith(managementPath)) {
            Request.addCompletionListener(
                    request,
                    _ ->
                            meter.count(
                                    new Use.WebRequest(
                                            path, Response.getContentBytesWritten(response))));
        }
        response.getHeaders().add(behaviour.headers());
        return behaviour.origin().handle(request, response, callback);
    }

    private record Behaviour(Request.Handler origin, HttpFields headers) {}

    private Behaviour behaviour(String path) {
        if (path.startsWith("/api/")) {
            return new Behaviour(httpApi, securityHeaders.ofData());
        }
        if (path.equals(socketPath)) {
            return new Behaviour(socketApi, HttpFields.EMPTY);
        }
        if (path.startsWith(managementPath)) {
            return new Behaviour(managementApi, HttpFields.EMPTY);
        }
        if (path.startsWith("/media/")) {
            return new Behaviour(media, securityHeaders.ofData());
        }
        return new Behaviour(site, securityHeaders.ofPages());
    }
}
