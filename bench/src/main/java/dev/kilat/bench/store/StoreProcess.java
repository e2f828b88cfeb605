package dev.kilat.bench.store;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import dev.kilat.bench.measure.Worker;
import dev.kilat.local.EngineLogs;
import dev.kilat.local.engine.NativeLibrary;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.server.Server;

/// DynamoDB Local alone, so that what it takes of the processors can be told from what the
/// functions take. Answers every line with its address.
final class StoreProcess {
    static final List<String> FLAGS =
            List.of(
                    "-Xmx2g",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private StoreProcess() {}

    public static void main(String[] arguments) throws Exception {
        EngineLogs.quieten();
        NativeLibrary.locate();
        // Not by its own server, which listens on every interface.
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(
                new LocalDynamoDBServerHandler(
                        new LocalDynamoDBRequestHandler(0, true, null, true, false), "*"));
        server.start();
        String address = server.getURI().resolve("/").toString();
        Worker.answer(_ -> address);
        System.exit(0);
    }
}
