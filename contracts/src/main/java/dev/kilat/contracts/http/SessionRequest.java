package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import org.jspecify.annotations.Nullable;

/// A guest who wants in.
///
/// @param joinSecret what a private event asks for
public record SessionRequest(@Nullable String name, @Nullable String joinSecret) implements Sparse {
    /// Without the secret, which no log may see.
    @Override
    public String toString() {
        return "SessionRequest[name=" + name + "]";
    }
}
