package dev.kilat.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// A call as it came in.
///
/// @param routeKey method and path template, such as `GET /api/gallery/{slug}`
/// @param path what the template's names stand for
/// @param query decoded
/// @param headers names in lower case
/// @param body empty for none
/// @param sourceIp of the peer that our gateway saw; no header can claim another
/// @param id that log lines and problems name
public record Request(
        String routeKey,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        String sourceIp,
        String id) {
    static final int MOST_BODY_CHARACTERS = 1024 * 1024;

    /// A call that we make to ourselves.
    public static Request of(String routeKey, Map<String, String> headers) {
        return new Request(routeKey, Map.of(), Map.of(), headers, "", "127.0.0.1", "none");
    }

    /// The credentials of an `Authorization: Bearer` header.
    Optional<String> bearer() {
        String value = headers.getOrDefault("authorization", "").strip();
        return value.regionMatches(true, 0, "bearer ", 0, 7)
                ? Optional.of(value.substring(7).strip())
                : Optional.empty();
    }

    <T> T json(Class<T> type) {
        return json(members(), type);
    }

    /// Like {@link #json}, but no body means an empty object: for calls that need nothing.
    <T> T jsonOrNothing(Class<T> type) {
        return body.isEmpty() ? json(emptyObject(), type) : json(type);
    }

    /// The members of the body, to tell one that is null from one that is absent.
    ObjectNode members() {
        if (body.length() > MOST_BODY_CHARACTERS) {
            throw new Refused(Problems.payloadTooLarge());
        }
        if (!isJson(headers.getOrDefault("content-type", "application/json"))) {
            throw new Refused(Problems.unsupportedMediaType());
        }
        try {
            return Json.object(body);
        } catch (Json.Malformed e) {
            throw Refused.invalid(e.field(), e.why());
        }
    }

    static <T> T json(ObjectNode members, Class<T> type) {
        try {
            return Json.read(members, type);
        } catch (Json.Malformed e) {
            throw Refused.invalid(e.field(), e.why());
        }
    }

    private static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static boolean isJson(String contentType) {
        String mediaType = contentType.split(";", 2)[0].strip();
        return mediaType.equalsIgnoreCase("application/json");
    }

    /// Without what may be secret: headers and body.
    @Override
    public String toString() {
        return "Request[" + routeKey + ", id=" + id + "]";
    }
}
