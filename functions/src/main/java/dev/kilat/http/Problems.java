package dev.kilat.http;

import dev.kilat.contracts.http.Problem;
import java.time.Duration;

/// Every error that a call may answer, each with its stable code.
final class Problems {
    private Problems() {}

    static Response invalid(String field, String why) {
        return Response.problem(
                new Problem("Invalid request", 400, "invalid-request", field + " " + why, field));
    }

    static Response unauthenticated() {
        return problem("Unauthenticated", 401, "unauthenticated", "This call needs a valid token.")
                .with("www-authenticate", "Bearer");
    }

    static Response invalidCredentials() {
        return problem(
                        "Invalid credentials",
                        401,
                        "invalid-credentials",
                        "The username or the password is wrong.")
                .with("www-authenticate", "Bearer");
    }

    static Response forbidden() {
        return problem("Forbidden", 403, "forbidden", "This call is for admins.");
    }

    /// The same for what is not there and for what is not the caller's, to the letter.
    static Response notFound() {
        return problem("Not found", 404, "not-found", "There is nothing here for you.");
    }

    static Response slugTaken() {
        return Response.problem(
                new Problem("Slug taken", 409, "slug-taken", "An event has this slug.", "slug"));
    }

    static Response objectMissing() {
        return problem("Object missing", 409, "object-missing", "The file was not PUT yet.");
    }

    static Response objectMismatch(String why) {
        return problem("Object mismatch", 409, "object-mismatch", why);
    }

    static Response cursorExpired() {
        return problem(
                "Cursor expired", 409, "cursor-expired", "Start over from the newest photos.");
    }

    static Response payloadTooLarge() {
        return problem(
                "Payload too large",
                413,
                "payload-too-large",
                "A body may have " + Request.MOST_BODY_CHARACTERS + " characters.");
    }

    static Response unsupportedMediaType() {
        return problem(
                "Unsupported media type",
                415,
                "unsupported-media-type",
                "The body must be application/json.");
    }

    static Response rateLimited(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return problem("Rate limited", 429, "rate-limited", "Try again in " + seconds + " seconds.")
                .with("retry-after", Long.toString(seconds));
    }

    static Response internal(String requestId) {
        return problem(
                "Internal error",
                500,
                "internal",
                "Something broke on our side. The log knows more under " + requestId + ".");
    }

    private static Response problem(String title, int status, String code, String detail) {
        return Response.problem(new Problem(title, status, code, detail));
    }
}
