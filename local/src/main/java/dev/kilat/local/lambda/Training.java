package dev.kilat.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Lets a bundle's own JVM handle events of photos and write down which classes that took, loaded
/// and linked: the AOT cache.
///
/// All functions share it. What they have in common (the SDK, DynamoDB, TLS, JSON, the client) is
/// in it; what only another one uses is loaded from the jar.
final class Training {
    private static final String HANDLER = "dev.kilat.entry.PhotoUploaded";
    private static final int PHOTOS = 3;

    private Training() {}

    static void of(Path bundle) throws IOException {
        Path work = Files.createTempDirectory("kilat-training-");
        try {
            train(bundle, work);
        } finally {
            BuildBundle.delete(work);
        }
    }

    private static void train(Path bundle, Path work) throws IOException {
        Path root = bundle.toAbsolutePath();
        Path log = work.resolve("function.log");
        try (Services services = Services.start(work)) {
            Map<String, String> variables = services.variables(root.resolve("jre"));
            variables.put("KILAT_AOT", "-XX:AOTCacheOutput=" + root.resolve("kilat.aot"));
            try (FunctionProcess process =
                    FunctionProcess.start(
                            List.of(root.resolve("bootstrap").toString()),
                            HANDLER,
                            root,
                            variables,
                            log)) {
                for (int photo = 0; photo < PHOTOS; photo++) {
                    process.handle(services.uploadPhoto());
                }
                process.end();
            }
        }
        if (!Files.exists(bundle.resolve("kilat.aot"))) {
            throw new IllegalStateException(
                    "The JVM wrote no AOT cache. It printed:\n" + Files.readString(log));
        }
    }
}
