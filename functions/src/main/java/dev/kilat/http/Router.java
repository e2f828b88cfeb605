package dev.kilat.http;

import dev.kilat.http.AuthGate.Admission;
import dev.kilat.identity.Tokens;
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

    Router(Tokens tokens, List<Route> routes) {
        this.routes = routes.stream().collect(Collectors.toMap(Route::key, Function.identity()));
        this.gate = new AuthGate(tokens);
    }

    public Response answer(Request request) {
        Response response = safely(request).with("x-request-id", request.id());
        LOG.log(
                Level.INFO,
                "answered",
                Map.of("route", request.routeKey(), "status", response.status()));
        return response;
    }

    private Response safely(Request request) {
        try {
            Route route = routes.get(request.routeKey());
            return route == null ? Problems.notFound() : through(route, request);
        } catch (Refused refused) {
            return refused.response();
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "broken: " + request.routeKey(), broken);
            return Problems.internal(request.id());
        }
    }

    private Response through(Route route, Request request) {
        return switch (gate.admit(route.need(), request)) {
            case Admission.Turned turned -> turned.away();
            case Admission.Admitted admitted ->
                    route.handler().answer(new Call(request, admitted.caller()));
        };
    }
}
