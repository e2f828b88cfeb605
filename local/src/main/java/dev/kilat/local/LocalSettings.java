package dev.kilat.local;

import dev.kilat.local.trigger.Disorder;
import java.nio.file.Path;
import java.util.Optional;

/// What the command line decides, or a test.
///
/// @param assembly the synthesized templates: `infra-cdk/target/cdk.out`
/// @param web the built site: `web/dist`
/// @param host address to listen on; `0.0.0.0` is every one, and links then name this machine's own
/// @param port of pages, APIs and WebSocket; 0 picks a free one
/// @param s3Port of S3, where browsers put photos; 0 picks a free one
/// @param data where everything is kept; empty keeps nothing
/// @param adminPassword instead of the generated one
/// @param disorder how events are delivered
public record LocalSettings(
        Path assembly,
        Path web,
        String host,
        int port,
        int s3Port,
        Optional<Path> data,
        Optional<String> adminPassword,
        Disorder disorder) {

    /// For tests: free ports, nothing kept, events in disorder but the same each time.
    public static LocalSettings inMemory(Path assembly, Path web) {
        return new LocalSettings(
                assembly,
                web,
                "127.0.0.1",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Disorder.seeded(1));
    }

    public LocalSettings withData(Path directory) {
        return new LocalSettings(
                assembly, web, host, port, s3Port, Optional.of(directory), adminPassword, disorder);
    }

    public LocalSettings withDisorder(Disorder other) {
        return new LocalSettings(assembly, web, host, port, s3Port, data, adminPassword, other);
    }
}
