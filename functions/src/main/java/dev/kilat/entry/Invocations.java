package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kilat.telemetry.Invocation;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs the work of one invocation under its id, so that all it logs can be found together.
final class Invocations {
    private static final Logger LOG = System.getLogger(Invocations.class.getName());

    private Invocations() {}

    /// What fails is logged here, where the id is known, and fails the invocation.
    static <T extends @Nullable Object> T run(Context context, Supplier<T> work) {
        return new Invocation(context.getFunctionName(), context.getAwsRequestId())
                .run(() -> logged(work));
    }

    static void run(Context context, Runnable work) {
        run(
                context,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static <T extends @Nullable Object> T logged(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "the invocation failed", failed);
            throw failed;
        }
    }
}
