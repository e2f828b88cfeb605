package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A function's answer, read as payload format 2.0: with a `statusCode` it is an envelope, without
/// one it is the JSON body of a 200.
final class HttpAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    /// By the server, and by CloudFront.
    private static final Set<String> SET_BY_OTHERS = Set.of("content-length", "cache-control");

    private final JsonNode answer;

    private HttpAnswer(JsonNode answer) {
        this.answer = answer;
    }

    /// Empty if API Gateway could make nothing of it.
    static Optional<HttpAnswer> of(byte[] json) {
        try {
            JsonNode answer = JSON.readTree(json);
            JsonNode status = answer.path("statusCode");
            boolean readable =
                    status.isMissingNode() || (status.isInt() && status.intValue() >= 100);
            return readable ? Optional.of(new HttpAnswer(answer)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean writeTo(Response response, Callback callback) {
        if (!answer.has("statusCode")) {
            return Messages.json(response, callback, 200, answer.toString());
        }
        String contentType = "text/plain;charset=UTF-8";
        for (var header : answer.path("headers").properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("content-type")) {
                contentType = header.getValue().asText();
            } else if (!SET_BY_OTHERS.contains(name)) {
                response.getHeaders().put(header.getKey(), header.getValue().asText());
            }
        }
        for (JsonNode cookie : answer.path("cookies")) {
            response.getHeaders().add("set-cookie", cookie.asText());
        }
        int status = answer.path("statusCode").intValue();
        if (status == 204 || status == 304) {
            response.setStatus(status);
            callback.succeeded();
            return true;
        }
        return Messages.bytes(response, callback, status, contentType, body());
    }

    private byte[] body() {
        String body = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(UTF_8);
    }
}
