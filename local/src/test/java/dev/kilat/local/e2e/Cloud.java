package dev.kilat.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.LocalCloud;
import dev.kilat.local.LocalSettings;
import dev.kilat.local.demo.KilatClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One local cloud for all end-to-end tests of a run, as a parameter; each test makes events of its
/// own.
public final class Cloud implements ParameterResolver {
    static final Path ASSEMBLY = Path.of("../infra-cdk/target/cdk.out");
    static final Path WEB = Path.of("../web/dist");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Cloud.class))
                .getOrComputeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }

    /// The cloud, and an admin who is logged in.
    public record Running(LocalCloud cloud, KilatClient admin) implements AutoCloseable {
        private static final AtomicInteger EVENTS = new AtomicInteger();

        static Running start() {
            LocalCloud cloud = LocalCloud.start(LocalSettings.inMemory(ASSEMBLY, WEB));
            return new Running(
                    cloud,
                    new KilatClient(URI.create(cloud.publicOrigin()))
                            .login("admin", cloud.adminPassword()));
        }

        public KilatClient visitor() {
            return admin.withToken(null);
        }

        public String origin() {
            return cloud.publicOrigin();
        }

        /// The slug of a new public event.
        public String event() {
            return event("public").path("slug").asText();
        }

        public JsonNode event(String access) {
            return admin.createEvent("event-" + EVENTS.incrementAndGet(), "A day", access);
        }

        @Override
        public void close() {
            cloud.close();
        }
    }
}
