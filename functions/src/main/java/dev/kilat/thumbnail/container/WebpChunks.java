package dev.kilat.thumbnail.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Copies a WebP in one pass. Its length stands at the front while what we edit stands at the end,
/// so the length stays: an edited chunk is filled up with zeros, and a dropped one becomes RIFF's
/// filler, `JUNK`, which readers skip.
public final class WebpChunks {
    private static final byte[] JUNK = {'J', 'U', 'N', 'K'};

    private WebpChunks() {}

    public static void copy(Source from, OutputStream to, ChunkFilter filter)
            throws IOException, Malformed {
        byte[] riff = from.take(12);
        to.write(riff);
        long left =
                Integer.toUnsignedLong(
                                ByteBuffer.wrap(riff).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                        - 4;
        // Fewer than eight bytes are no chunk but an old encoder's padding.
        while (left >= 8) {
            byte[] letters = from.take(4);
            long length = from.u32le();
            left -= 8 + length;
            if (left < 0) {
                throw new Malformed("a WebP with a broken chunk");
            }
            long padding = Math.min(left, length & 1);
            left -= padding;
            long padded = length + padding;
            chunk(letters, length, padded, from, to, filter);
        }
        from.copy(left, to);
    }

    private static void chunk(
            byte[] letters,
            long length,
            long padded,
            Source from,
            OutputStream to,
            ChunkFilter filter)
            throws IOException, Malformed {
        String name = new String(letters, StandardCharsets.ISO_8859_1);
        var fate = filter.fate(name);
        if (fate == ChunkFilter.Fate.KEEP) {
            begin(letters, length, to);
            from.copy(padded, to);
            return;
        }
        if (fate == ChunkFilter.Fate.EDIT && length <= ChunkFilter.EDITABLE) {
            byte[] edited = filter.edit(name, from.take((int) length));
            from.skip(padded - length);
            if (edited != null && edited.length <= length) {
                begin(letters, length, to);
                to.write(Arrays.copyOf(edited, (int) padded));
            } else {
                begin(JUNK, length, to);
                zeros(padded, to);
            }
            return;
        }
        from.skip(padded);
        begin(JUNK, length, to);
        zeros(padded, to);
    }

    private static void begin(byte[] letters, long length, OutputStream to) throws IOException {
        to.write(letters);
        to.write(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) length).array());
    }

    private static void zeros(long count, OutputStream to) throws IOException {
        var zeros = new byte[8192];
        for (long left = count; left > 0; left -= zeros.length) {
            to.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }
}
