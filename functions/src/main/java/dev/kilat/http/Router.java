package dev.kilat.http;

import dev.kilat.http.AuthGate.Admission;
import dev.kilat.identity.Caller;
import dev.kilat.identity.Tokens;
import dev.kilat.telemetry.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Answers each request by the route that the gateway found for it. Whatever happens, the answer is
/// one: what breaks is logged under the request's id and answered as a problem that says no more.
public final class Router {
    private static final Logger LOG = System.getLogger(Router.class.getName());

    private final Map<String, Route> routes;
    private final AuthGate gate;
    private final Metrics metrics;

    Router(Tokens tokens, Metrics metrics, List<Route> routes) {
        this.metrics = metrics;
        this.routes = routes.stream().collect(Collectors.toMap(Route::key, Function.identity()));
        this.gate = new AuthGate(tokens);
    }

    public Response answer(Request request) {
        return safely(request).with("x-request-id", request.id());
    }

    private Response safely(Request request) {
        try {
            Route route = routes.get(request.routeKey());
            return route == null ? Problems.notFound() : through(route, request);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, request.routeKey() + " broke", broken);
            metrics.count("InternalErrors", 1);
            return Problems.internal(request.id());
        }
    }

    private Response through(Route route, Request request) {
        return switch (gate.admit(route.need(), request)) {
            case Admission.Turned(var away) -> logged(request, new Caller.Nobody(), away);
            case Admission.Admitted(var caller) ->
                    logged(request, caller, handled(route, new Call(request, caller)));
        };
    }

    private static Response handled(Route route, Call call) {
        try {
            return route.handler().answer(call);
        } catch (Refused refused) {
            return refused.response();
        }
    }

    /// Who did what, and never with which token.
    private static Response logged(Request request, Caller caller, Response response) {
        LOG.log(
                Level.INFO,
                request.routeKey() + " answers " + response.status(),
                Map.of(
                        "route", request.routeKey(),
                        "status", response.status(),
                        "path", request.path(),
                        "role", caller.role(),
                        "subject", caller.subject()));
        return response;
    }
}
