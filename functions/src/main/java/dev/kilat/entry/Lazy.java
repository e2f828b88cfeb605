package dev.kilat.entry;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One value, made when it is first asked for.
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
