package dev.kilat.thumbnail;

import java.util.function.Supplier;

/// A file that somebody spoiled, or that is strange.
///
/// @param name says what is wrong with it
public record HostileImage(String name, Supplier<byte[]> bytes) {
    @Override
    public String toString() {
        return name;
    }
}
