package dev.kilat.bench.party;

import dev.kilat.local.LocalCloud;
import dev.kilat.local.LocalSettings;
import dev.kilat.local.bill.Meter;
import dev.kilat.local.trigger.Disorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A local cloud that keeps nothing and adds no trouble of its own, whose functions tell of what
/// goes wrong and not of each who connects.
public final class QuietCloud {
    private static final Path ASSEMBLY = Path.of("infra-cdk/target/cdk.out");
    private static final Path WEB = Path.of("web/dist");

    /// Held, as loggers are garbage collected with their levels.
    private static final Logger FUNCTIONS_LOG = Logger.getLogger("dev.kilat");

    private QuietCloud() {}

    /// @param meter is told of everything that AWS would bill
    public static LocalCloud start(Meter meter) {
        if (!Files.isRegularFile(WEB.resolve("index.html"))) {
            throw new IllegalStateException("The pages are not built: ./kilat bench builds them");
        }
        FUNCTIONS_LOG.setLevel(Level.WARNING);
        LocalSettings settings = LocalSettings.inMemory(ASSEMBLY, WEB);
        return LocalCloud.start(settings.withDisorder(Disorder.NONE), meter);
    }
}
