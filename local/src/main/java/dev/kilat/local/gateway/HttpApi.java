package dev.kilat.local.gateway;

import dev.kilat.local.function.Invoker.Result;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// `/api/*`: the HTTP API.
final class HttpApi implements Request.Handler {
    private final RouteTable routes;
    private final Integration integration;
    private final Limits limits;

    HttpApi(RouteTable routes, Integration integration, Limits limits) {
        this.routes = routes;
        this.integration = integration;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        String requestId = Ids.next();
        response.getHeaders().put("apigw-requestid", requestId);
        response.getHeaders().put("cache-control", "no-store");
        Optional<RouteTable.Match> match =
                routes.match(request.getMethod(), request.getHttpURI().getPath());
        if (match.isEmpty()) {
            return Messages.reply(response, callback, 404, "Not Found");
        }
        Optional<byte[]> body = Bodies.read(request, limits.requestBytes());
        if (body.isEmpty()) {
            return Messages.reply(response, callback, 413, "Request Entity Too Large");
        }
        byte[] event = HttpEvents.of(request, match.get(), body.get(), requestId);
        return switch (integration.invoke(match.get().route().function(), event)) {
            case Result.Answer answer -> answer(answer.json(), response, callback);
            case Result.FunctionError _ ->
                    Messages.reply(response, callback, 500, "Internal Server Error");
            case Result.TimedOut _, Result.Throttled _ ->
                    Messages.reply(response, callback, 503, "Service Unavailable");
        };
    }

    private boolean answer(byte[] json, Response response, Callback callback) {
        Optional<HttpAnswer> answer =
                json.length > limits.answerBytes() ? Optional.empty() : HttpAnswer.of(json);
        return answer.isPresent()
                ? answer.get().writeTo(response, callback)
                : Messages.reply(response, callback, 500, "Internal Server Error");
    }
}
