package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.bill.Meter;
import dev.kilat.local.bill.Use;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Counts the calls of a service that speaks AWS's JSON protocol, by what it answers.
final class Metered extends Handler.Wrapper {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a service's calls cost.
    interface Tariff {
        /// The call, asking for what the answer must say to be priced.
        default ObjectNode asking(ObjectNode request) {
            return request;
        }

        Use of(String operation, int bytes, JsonNode answer);
    }

    private final Tariff tariff;
    private final Meter meter;

    private Metered(Handler service, Tariff tariff, Meter meter) {
        super(service);
        this.tariff = tariff;
        this.meter = meter;
    }

    /// The service itself where nobody counts.
    static Handler service(Handler service, Tariff tariff, Meter meter) {
        return meter.equals(Meter.NONE) ? service : new Metered(service, tariff, meter);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
        byte[] asking =
                JSON.readTree(body) instanceof ObjectNode call
                        ? JSON.writeValueAsBytes(tariff.asking(call))
                        : body;
        return super.handle(
                new BufferedRequest(request, ByteBuffer.wrap(asking)),
                new Answer(request, response, Guard.operation(request), body.length),
                callback);
    }

    private final class Answer extends Response.Wrapper {
        private final String operation;
        private final int asked;
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

        Answer(Request request, Response response, String operation, int asked) {
            super(request, response);
            this.operation = operation;
            this.asked = asked;
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (bytes != null) {
                answer.writeBytes(BufferUtil.toArray(bytes.slice()));
            }
            if (last) {
                count();
            }
            super.write(last, bytes, callback);
        }

        private void count() {
            try {
                JsonNode said = JSON.readTree(answer.toByteArray());
                meter.count(tariff.of(operation, asked + answer.size(), said));
            } catch (IOException e) {
                throw new IllegalStateException(operation + " was answered with no JSON", e);
            }
        }
    }
}
