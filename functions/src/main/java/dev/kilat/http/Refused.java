package dev.kilat.http;

/// Ends a call while its input is read: what follows cannot go on without it. Never leaves this
/// package, for the router turns it into its answer.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Response response;

    Refused(Response response) {
        super(null, null, false, false);
        this.response = response;
    }

    static Refused invalid(String field, String why) {
        return new Refused(Problems.invalid(field, why));
    }

    Response response() {
        return response;
    }
}
