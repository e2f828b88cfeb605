package dev.kilat.http;

import dev.kilat.contracts.http.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a call answers.
///
/// @param headers names in lower case
/// @param body written as JSON; null for none
public record Response(int status, Map<String, String> headers, @Nullable Object body) {
    private static final Map<String, String> NOT_STORED = Map.of("cache-control", "no-store");

    public static Response ok(Object body) {
        return json(200, body);
    }

    public static Response created(Object body) {
        return json(201, body);
    }

    public static Response json(int status, Object body) {
        return new Response(status, NOT_STORED, body).with("content-type", "application/json");
    }

    public static Response noContent() {
        return new Response(204, NOT_STORED, null);
    }

    public static Response found(URI location) {
        return new Response(302, NOT_STORED, null).with("location", location.toString());
    }

    public static Response problem(Problem problem) {
        return new Response(problem.status(), NOT_STORED, problem)
                .with("content-type", Problem.MEDIA_TYPE);
    }

    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, Map.copyOf(more), body);
    }

    /// Empty for no body.
    public String text() {
        return body == null ? "" : Json.write(body);
    }
}
