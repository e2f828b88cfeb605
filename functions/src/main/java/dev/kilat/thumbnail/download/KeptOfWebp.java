package dev.kilat.thumbnail.download;

import dev.kilat.thumbnail.container.ChunkFilter;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of a WebP: what draws, also when it moves, and EXIF as far as [KeptOfExif] goes. The extended
/// header's flag for XMP is lowered.
final class KeptOfWebp implements ChunkFilter {
    private static final Set<String> DRAWS = Set.of("VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF");
    private static final int HAS_XMP = 0x04;

    @Override
    public Fate fate(String name) {
        if (DRAWS.contains(name)) {
            return Fate.KEEP;
        }
        return name.equals("VP8X") || name.equals("EXIF") ? Fate.EDIT : Fate.DROP;
    }

    @Override
    public byte @Nullable [] edit(String name, byte[] content) {
        if (name.equals("EXIF")) {
            boolean prefixed = content.length > 6 && content[0] == 'E' && content[1] == 'x';
            return KeptOfExif.of(
                    prefixed ? Arrays.copyOfRange(content, 6, content.length) : content);
        }
        byte[] header = content.clone();
        if (header.length > 0) {
            header[0] &= ~HAS_XMP;
        }
        return header;
    }
}
