package dev.kilat.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Engines tell at length how they start; the console belongs to the functions.
public final class EngineLogs {
    /// Held, as loggers are garbage collected with their levels.
    private static final List<Logger> TALKATIVE =
            List.of(
                    Logger.getLogger("org.eclipse.jetty"),
                    Logger.getLogger("org.gaul"),
                    Logger.getLogger("org.apache.pekko"),
                    Logger.getLogger("org.elasticmq"),
                    Logger.getLogger("scalikejdbc"),
                    Logger.getLogger("com.almworks.sqlite4java"));

    private EngineLogs() {}

    public static void quieten() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
