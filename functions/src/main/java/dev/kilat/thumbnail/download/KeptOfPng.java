package dev.kilat.thumbnail.download;

import dev.kilat.thumbnail.container.ChunkFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of a PNG: what draws, also when it moves, and EXIF as far as [KeptOfExif] goes. Text chunks
/// (where XMP lives) go.
final class KeptOfPng implements ChunkFilter {
    private static final Set<String> DRAWS =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "bKGD", "sBIT", "pHYs", "gAMA", "cHRM",
                    "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT");

    @Override
    public Fate fate(String name) {
        return DRAWS.contains(name) ? Fate.KEEP : name.equals("eXIf") ? Fate.EDIT : Fate.DROP;
    }

    @Override
    public byte @Nullable [] edit(String name, byte[] content) {
        return KeptOfExif.of(content);
    }
}
