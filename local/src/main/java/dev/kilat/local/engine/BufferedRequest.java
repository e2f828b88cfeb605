package dev.kilat.local.engine;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// The request again, with a body that has already been read.
final class BufferedRequest extends Request.Wrapper {
    private final ByteBufferContentSource body;

    BufferedRequest(Request request, ByteBuffer body) {
        super(request);
        this.body = new ByteBufferContentSource(body);
    }

    @Override
    public Content.@Nullable Chunk read() {
        return body.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
        body.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
        body.fail(failure);
    }
}
