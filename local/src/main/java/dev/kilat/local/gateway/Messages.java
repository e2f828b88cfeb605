package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What API Gateway says by itself: `{"message":"Not Found"}`, also for what Jetty refuses.
final class Messages extends ErrorHandler {

    /// Answers the whole request.
    static boolean reply(Response response, Callback callback, int status, String message) {
        return json(response, callback, status, "{\"message\":\"" + message + "\"}");
    }

    static boolean json(Response response, Callback callback, int status, String json) {
        return bytes(response, callback, status, "application/json", json.getBytes(UTF_8));
    }

    static boolean bytes(
            Response response, Callback callback, int status, String contentType, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put("content-type", contentType);
        response.getHeaders().put("content-length", body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        reply(response, callback, code, HttpStatus.getMessage(code));
    }
}
