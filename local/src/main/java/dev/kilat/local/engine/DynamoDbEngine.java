package dev.kilat.local.engine;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import dev.kilat.local.bill.Meter;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Region;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// DynamoDB Local, behind a guard.
///
/// Its request handler is served by our own server: its own would listen on every interface.
public final class DynamoDbEngine implements AutoCloseable {
    /// Held, as loggers are garbage collected with their levels.
    private static final Logger SQLITE_LOG = Logger.getLogger("com.almworks.sqlite4java");

    private final LocalDynamoDBRequestHandler engine;
    private final HttpServer server;

    private DynamoDbEngine(LocalDynamoDBRequestHandler engine, HttpServer server) {
        this.engine = engine;
        this.server = server;
    }

    public static DynamoDbEngine start(@Nullable Path data, Principals principals, Region region) {
        return start(data, principals, region, Meter.NONE);
    }

    /// @param data where its one database file lies, or null for memory
    public static DynamoDbEngine start(
            @Nullable Path data, Principals principals, Region region, Meter meter) {
        SQLITE_LOG.setLevel(Level.WARNING);
        NativeLibrary.locate();
        try {
            LocalDynamoDBRequestHandler engine =
                    new LocalDynamoDBRequestHandler(
                            0, data == null, data == null ? null : data.toString(), true, false);
            Guard guard =
                    new Guard(
                            principals,
                            new DynamoDbRules(region),
                            Metered.service(
                                    new LocalDynamoDBServerHandler(engine, "*"),
                                    new DynamoDbTariff(),
                                    meter));
            return new DynamoDbEngine(engine, HttpServer.onLoopback("dynamodb", guard));
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
        engine.shutdown();
    }
}
