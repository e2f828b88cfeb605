package dev.kilat.entry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Walks a function's real path once before SnapStart takes its snapshot, so that what is restored
/// has loaded its classes. Elsewhere nothing calls it.
final class Priming implements Resource {
    private static final Logger LOG = System.getLogger(Priming.class.getName());

    /// CRaC itself holds its resources weakly.
    private static final List<Priming> KEPT = new ArrayList<>();

    private final Runnable path;

    private Priming(Runnable path) {
        this.path = path;
    }

    static synchronized void by(Runnable path) {
        Priming priming = new Priming(path);
        KEPT.add(priming);
        Core.getGlobalContext().register(priming);
    }

    /// A path that fails here costs the first caller some time, and nothing else.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            path.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "priming failed", e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Clients open their connections anew by themselves.
    }
}
