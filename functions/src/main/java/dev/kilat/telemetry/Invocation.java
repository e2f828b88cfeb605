package dev.kilat.telemetry;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one call that a function is at work on. Its id is the correlation id: every log line has it,
/// and so has every answer.
public record Invocation(String function, String requestId) {
    /// Inherited by the virtual threads that an invocation starts: their lines belong to it too.
    private static final InheritableThreadLocal<@Nullable Invocation> CURRENT =
            new InheritableThreadLocal<>();

    public static Optional<Invocation> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    public <T extends @Nullable Object> T run(Supplier<T> work) {
        Invocation outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(outer);
        }
    }
}
