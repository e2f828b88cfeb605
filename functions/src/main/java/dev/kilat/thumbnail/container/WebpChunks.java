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

    /// One picture of an animation: where it stands, and chunks of its own, which may hold as much
    /// as those around it.
    private static final String FRAME = "ANMF";

    private static final int FRAME_HEADER = 16;

    private WebpChunks() {}

    public static void copy(Source from, OutputStream to, ChunkFilter filter)
            throws IOException, Malformed {
        byte[] riff = from.take(12);
        to.write(riff);
        long left =
                Integer.toUnsignedLong(
                                ByteBuffer.wrap(riff).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                        - 4;
        chunks(left, false, from, to, filter);
    }

    private static void chunks(
            long length, boolean inFrame, Source from, OutputStream to, ChunkFilter filter)
            throws IOException, Malformed {
        long left = length;
        // Fewer than eight bytes are no chunk but an old encoder's padding.
        while (left >= 8) {
            byte[] letters = from.take(4);
            long size = from.u32le();
            left -= 8 + size;
            if (left < 0) {
                throw new Malformed("a WebP with a broken chunk");
            }
            long padding = Math.min(left, size & 1);
            left -= padding;
            chunk(letters, size, size + padding, inFrame, from, to, filter);
        }
        from.skip(left);
        zeros(left, to);
    }

    private static void chunk(
            byte[] letters,
            long length,
            long padded,
            boolean inFrame,
            Source from,
            OutputStream to,
            ChunkFilter filter)
            throws IOException, Malformed {
        String name = new String(letters, StandardCharsets.ISO_8859_1);
        boolean frame = name.equals(FRAME);
        var fate = frame && inFrame ? ChunkFilter.Fate.DROP : filter.fate(name);
        if (frame && fate == ChunkFilter.Fate.KEEP) {
            if (length < FRAME_HEADER) {
                throw new Malformed("a WebP with a broken frame");
            }
            begin(letters, length, to);
            from.copy(FRAME_HEADER, to);
            chunks(padded - FRAME_HEADER, true, from, to, filter);
            return;
        }
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
