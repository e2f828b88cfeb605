package dev.kilat.local;

import dev.kilat.local.demo.Photographer;
import dev.kilat.local.trigger.Disorder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// The command line: `./kilat run`.
public final class Kilat {
    private static final System.Logger LOG = System.getLogger(Kilat.class.getName());
    private static final Path ASSEMBLY = Path.of("infra-cdk/target/cdk.out");
    private static final Path WEB = Path.of("web/dist");

    private final PrintStream out;
    private final PrintStream err;

    Kilat(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Runs until a signal stops it. Ends with 1 if it cannot start, with 2 if the command line is
    /// wrong.
    public static void main(String[] arguments) {
        int status = new Kilat(System.out, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(String... arguments) {
        return switch (Options.read(arguments)) {
            case Options.Read.Help _ -> {
                out.print(Options.USAGE);
                yield 0;
            }
            case Options.Read.Wrong wrong -> {
                err.println("kilat: " + wrong.message() + "\n\n" + Options.USAGE);
                yield 2;
            }
            case Options.Read.Run run -> serve(run.options());
        };
    }

    private int serve(Options options) {
        Optional<String> obstacle = Preflight.obstacle(options, ASSEMBLY);
        if (obstacle.isPresent()) {
            err.println("kilat: " + obstacle.get());
            return 1;
        }
        out.println("Kilat is starting ...");
        try {
            Path log = LogFile.divert(options.data());
            LocalCloud cloud = LocalCloud.start(settings(options));
            out.print(Welcome.text(cloud.publicOrigin(), cloud.adminPassword(), options, log));
            untilStopped(cloud, options);
            return 0;
        } catch (RuntimeException | IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Kilat did not start", e);
            err.println("kilat: " + e.getMessage());
            return 1;
        }
    }

    private static LocalSettings settings(Options options) {
        return new LocalSettings(
                ASSEMBLY,
                WEB,
                options.host(),
                options.port(),
                options.s3Port(),
                options.data(),
                options.adminPassword(),
                Disorder.seeded(new Random().nextLong()));
    }

    /// Ctrl-C and SIGTERM run the hook, and the JVM ends when it has stopped everything.
    private void untilStopped(LocalCloud cloud, Options options) {
        CountDownLatch stopped = new CountDownLatch(1);
        Optional<Photographer> photographer =
                options.demo()
                        ? Optional.of(
                                Photographer.start(
                                        URI.create(cloud.publicOrigin()),
                                        cloud.adminPassword(),
                                        InstantSource.system(),
                                        new Random(),
                                        out))
                        : Optional.empty();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    out.println("\nStopping ...");
                                    photographer.ifPresent(Photographer::close);
                                    cloud.close();
                                    out.println("Stopped.");
                                    stopped.countDown();
                                }));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
