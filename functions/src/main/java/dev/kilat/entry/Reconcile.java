package dev.kilat.entry;

import static java.lang.System.Logger.Level.INFO;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.kilat.photo.Reconciler;
import org.jspecify.annotations.Nullable;

/// Schedule, each minute: finds what no event told.
public final class Reconcile implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private static final System.Logger LOG = System.getLogger(Reconcile.class.getName());

    private final Reconciler reconciler;

    public Reconcile() {
        this(Wiring.onLambda());
    }

    public Reconcile(Wiring wiring) {
        reconciler = wiring.reconciler();
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        int helped = Invocations.run(context, reconciler::run);
        if (helped > 0) {
            LOG.log(INFO, "brought on {0} photos that no event had", helped);
        }
        return null;
    }
}
