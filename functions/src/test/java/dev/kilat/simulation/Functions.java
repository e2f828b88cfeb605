package dev.kilat.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.kilat.entry.AdminApi;
import dev.kilat.entry.BuildThumbnails;
import dev.kilat.entry.Environment;
import dev.kilat.entry.FanOut;
import dev.kilat.entry.GalleryApi;
import dev.kilat.entry.LiveConnection;
import dev.kilat.entry.PhotoUploaded;
import dev.kilat.entry.Reconcile;
import dev.kilat.entry.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The real functions, as Lambda runs them: each in containers that take one call at a time, live
/// on, and are thrown away if one dies.
final class Functions {
    private static final Environment ENVIRONMENT =
            Environment.of(Map.of("PUBLIC_ORIGIN", Cloud.ORIGIN));

    private static final Map<Class<?>, Made> MADE =
            Map.of(
                    GalleryApi.class, new Made(GalleryApi::new, 20),
                    AdminApi.class, new Made(AdminApi::new, 20),
                    PhotoUploaded.class, new Made(PhotoUploaded::new, 60),
                    BuildThumbnails.class, new Made(BuildThumbnails::new, 60),
                    FanOut.class, new Made(FanOut::new, 30),
                    LiveConnection.class, new Made(LiveConnection::new, 20),
                    Reconcile.class, new Made(Reconcile::new, 60));

    private final Cloud cloud;
    private final Map<Class<?>, Deque<Container>> idle = new HashMap<>();

    Functions(Cloud cloud) {
        this.cloud = cloud;
    }

    /// @return what it answers; empty if it failed or died
    <I, O, H extends RequestHandler<I, O>> Optional<O> invoke(Class<H> function, I event) {
        return run(function, (handler, call) -> handler.handleRequest(event, call));
    }

    /// @return false if it failed or died
    boolean photoUploaded(String event) {
        return run(
                        PhotoUploaded.class,
                        (handler, call) -> {
                            try (var in =
                                    new ByteArrayInputStream(
                                            event.getBytes(StandardCharsets.UTF_8))) {
                                handler.handleRequest(in, OutputStream.nullOutputStream(), call);
                                return true;
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                .isPresent();
    }

    private <H, O> Optional<O> run(Class<H> function, BiFunction<H, Invocation, O> work) {
        Made made = Objects.requireNonNull(MADE.get(function));
        Deque<Container> waiting = idle.computeIfAbsent(function, _ -> new ArrayDeque<>());
        Container container = waiting.isEmpty() ? new Container(made) : waiting.removeFirst();
        var call =
                new Invocation(
                        function.getSimpleName(), cloud.chance.hex(8), cloud.stage, made.timeout());
        container.ports.serve(call);
        try {
            O answer = work.apply(function.cast(container.handler), call);
            // A death may have been taken for a failure on its way up.
            call.mustLive();
            waiting.addFirst(container);
            return Optional.ofNullable(answer);
        } catch (Invocation.Death died) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            waiting.addFirst(container);
            return Optional.empty();
        }
    }

    private final class Container {
        private final SimulatedPorts ports = new SimulatedPorts(cloud);
        private final Object handler;

        Container(Made made) {
            handler = made.maker.apply(new Wiring(ports, ENVIRONMENT));
        }
    }

    /// @param seconds it may take
    private record Made(Function<Wiring, Object> maker, int seconds) {
        Duration timeout() {
            return Duration.ofSeconds(seconds);
        }
    }
}
