package dev.kilat.local.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Passes requests on to an engine that insists on a server of its own.
final class Forward extends Handler.Abstract {
    /// Headers of the hop, which each side sets for itself.
    private static final Set<String> HOP =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "transfer-encoding",
                    "expect",
                    "upgrade");

    private final URI engine;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    Forward(URI engine) {
        this.engine = engine;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ByteBuffer body = Content.Source.asByteBuffer(request);
        HttpRequest.Builder forward =
                HttpRequest.newBuilder(engine.resolve(request.getHttpURI().getPath()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(BufferUtil.toArray(body)));
        for (HttpField field : request.getHeaders()) {
            if (!HOP.contains(field.getLowerCaseName())) {
                forward.header(field.getName(), String.valueOf(field.getValue()));
            }
        }
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(forward.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            // Most often somebody who was still waiting for a message when the cloud stopped.
            Guard.refuse(response, callback, "ServiceUnavailable", "The queues are stopping.");
            return true;
        }
        response.setStatus(answer.statusCode());
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!HOP.contains(name)) {
                        response.getHeaders().put(name, values);
                    }
                });
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    @Override
    protected void doStop() {
        http.shutdownNow();
    }
}
