package dev.kilat.live;

import dev.kilat.photo.Faults;

/// Does something before and after each call of a port: dies there, or lets others act.
final class Steps {
    private Runnable at = () -> {};
    private int taken;

    void at(Runnable action) {
        at = action;
    }

    int taken() {
        return taken;
    }

    /// Dies at one step, and never again.
    void dieAt(int step) {
        int deadly = taken + step;
        at =
                () -> {
                    if (taken == deadly) {
                        throw new Death();
                    }
                };
    }

    <T> T of(Class<T> port, T target) {
        return ((Faults) this::step).around(port, target);
    }

    private void step() {
        taken++;
        at.run();
    }

    /// A function that is gone in the middle of its work: no handler of exceptions sees it.
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
