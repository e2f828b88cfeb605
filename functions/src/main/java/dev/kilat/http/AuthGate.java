package dev.kilat.http;

import dev.kilat.http.Route.Need;
import dev.kilat.identity.Caller;
import dev.kilat.identity.Tokens;

/// Decides who may make a call, before anything else looks at it. Whether a guest may see this
/// event or photo is decided where it is looked up.
final class AuthGate {
    private final Tokens tokens;

    AuthGate(Tokens tokens) {
        this.tokens = tokens;
    }

    sealed interface Admission {
        record Admitted(Caller caller) implements Admission {}

        record Turned(Response away) implements Admission {}
    }

    Admission admit(Need need, Request request) {
        Caller caller =
                need == Need.NOTHING
                        ? new Caller.Nobody()
                        : request.bearer().map(tokens::caller).orElseGet(Caller.Nobody::new);
        return switch (need) {
            case NOTHING -> new Admission.Admitted(caller);
            case GUEST ->
                    switch (caller) {
                        case Caller.Admin _, Caller.Guest _ -> new Admission.Admitted(caller);
                        case Caller.Nobody _ -> new Admission.Turned(Problems.unauthenticated());
                    };
            case ADMIN ->
                    switch (caller) {
                        case Caller.Admin _ -> new Admission.Admitted(caller);
                        case Caller.Guest _ -> new Admission.Turned(Problems.forbidden());
                        case Caller.Nobody _ -> new Admission.Turned(Problems.unauthenticated());
                    };
        };
    }
}
