package dev.kilat.thumbnail.turbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The functions of TurboJPEG (API of version 2) that we call, as its `turbojpeg.h` declares them.
/// `unsigned long` has 64 bits on every system that we know the library of.
@SuppressWarnings("restricted") // Calling native code is what this class is for.
final class TurboLibrary {
    final MethodHandle initDecompress;
    final MethodHandle initCompress;
    final MethodHandle destroy;
    final MethodHandle header;
    final MethodHandle toPlanes;
    final MethodHandle fromPlanes;
    final MethodHandle free;
    final MethodHandle errorText;
    final MethodHandle errorCode;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    /// @throws IllegalArgumentException if there is no library at the path, or one that lacks a
    ///   function
    TurboLibrary(Path library) {
        symbols = SymbolLookup.libraryLookup(library, Arena.global());
        initDecompress = function("tjInitDecompress", ADDRESS);
        initCompress = function("tjInitCompress", ADDRESS);
        destroy = function("tjDestroy", JAVA_INT, ADDRESS);
        header =
                function(
                        "tjDecompressHeader3",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
        toPlanes =
                function(
                        "tjDecompressToYUVPlanes",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT);
        fromPlanes =
                function(
                        "tjCompressFromYUVPlanes",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT);
        free = procedure("tjFree", ADDRESS);
        errorText = function("tjGetErrorStr2", ADDRESS, ADDRESS);
        errorCode = function("tjGetErrorCode", JAVA_INT, ADDRESS);
    }

    private MethodHandle function(String name, MemoryLayout returns, MemoryLayout... takes) {
        return linker.downcallHandle(address(name), FunctionDescriptor.of(returns, takes));
    }

    private MethodHandle procedure(String name, MemoryLayout... takes) {
        return linker.downcallHandle(address(name), FunctionDescriptor.ofVoid(takes));
    }

    private MemorySegment address(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new IllegalArgumentException("it has no " + name));
    }
}
