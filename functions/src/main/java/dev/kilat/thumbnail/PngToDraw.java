package dev.kilat.thumbnail;

import dev.kilat.thumbnail.container.ChunkFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Of a PNG: the critical chunks and transparency. Of an animation this leaves the first frame.
final class PngToDraw implements ChunkFilter {
    private static final Set<String> DRAWS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int LARGEST_PROFILE = 4 * 1024 * 1024;

    private byte @Nullable [] profile;

    byte @Nullable [] profile() {
        return profile;
    }

    @Override
    public Fate fate(String name) {
        return DRAWS.contains(name) ? Fate.KEEP : name.equals("iCCP") ? Fate.EDIT : Fate.DROP;
    }

    /// A name, a zero, a zero for "deflate", and the profile deflated.
    @Override
    public byte @Nullable [] edit(String name, byte[] content) {
        int at = 0;
        while (at < content.length && content[at] != 0) {
            at++;
        }
        try (var inflated =
                new InflaterInputStream(
                        new ByteArrayInputStream(
                                content, at + 2, Math.max(0, content.length - at - 2)))) {
            byte[] read = inflated.readNBytes(LARGEST_PROFILE);
            profile = read.length < LARGEST_PROFILE ? read : null;
        } catch (IOException unreadable) {
            profile = null;
        }
        return null;
    }
}
