package dev.kilat.thumbnail.turbo;

import java.lang.foreign.MemorySegment;

/// A compressor or decompressor of the library, and what it says of its last call. For one picture:
/// after an error the library leaves it in a state in which it refuses whatever comes next.
final class Handle implements AutoCloseable {
    private static final int LONGEST_TEXT = 200;
    private static final int MERE_WARNING = 0;

    final TurboLibrary library;
    final MemorySegment address;

    static Handle decompressor(TurboLibrary library) {
        return new Handle(
                library, Call.of(() -> (MemorySegment) library.initDecompress.invokeExact()));
    }

    static Handle compressor(TurboLibrary library) {
        return new Handle(
                library, Call.of(() -> (MemorySegment) library.initCompress.invokeExact()));
    }

    private Handle(TurboLibrary library, MemorySegment address) {
        if (address.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("TurboJPEG gave no handle");
        }
        this.library = library;
        this.address = address;
    }

    @SuppressWarnings("restricted") // The library ends the text within this length.
    String lastError() {
        MemorySegment text = Call.of(() -> (MemorySegment) library.errorText.invokeExact(address));
        return text.reinterpret(LONGEST_TEXT).getString(0);
    }

    boolean onlyWarned() {
        return Call.of(() -> (int) library.errorCode.invokeExact(address)) == MERE_WARNING;
    }

    @Override
    public void close() {
        Call.of(() -> (int) library.destroy.invokeExact(address));
    }

    /// A call of a native function, which throws nothing although its type says so.
    @FunctionalInterface
    interface Call<T> {
        T run() throws Throwable;

        static <T> T of(Call<T> call) {
            try {
                return call.run();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("a native call threw", e);
            }
        }
    }
}
