package dev.kilat.photo;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Goes on with the next step when one fails, and fails at the end.
final class Failures {
    private @Nullable RuntimeException first;

    <T> T of(Supplier<T> step, T otherwise) {
        try {
            return step.get();
        } catch (RuntimeException failure) {
            if (first == null) {
                first = failure;
            } else {
                first.addSuppressed(failure);
            }
            return otherwise;
        }
    }

    void of(Runnable step) {
        of(
                () -> {
                    step.run();
                    return true;
                },
                false);
    }

    /// @throws RuntimeException what the first step failed with, and all others behind it
    void end() {
        if (first != null) {
            throw first;
        }
    }
}
