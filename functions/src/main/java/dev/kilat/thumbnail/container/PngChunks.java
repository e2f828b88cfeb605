package dev.kilat.thumbnail.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Copies a PNG up to its IEND; what follows that is nobody's picture.
public final class PngChunks {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngChunks() {}

    public static void copy(Source from, OutputStream to, ChunkFilter filter)
            throws IOException, Malformed {
        from.skip(SIGNATURE.length);
        to.write(SIGNATURE);
        String name;
        do {
            long length = from.u32();
            byte[] letters = from.take(4);
            name = new String(letters, StandardCharsets.ISO_8859_1);
            if (length > Integer.MAX_VALUE) {
                throw new Malformed("a PNG with a broken chunk");
            }
            switch (filter.fate(name)) {
                case KEEP -> {
                    to.write(ByteBuffer.allocate(8).putInt((int) length).put(letters).array());
                    from.copy(length + 4, to);
                }
                case DROP -> from.skip(length + 4);
                case EDIT -> {
                    if (length > ChunkFilter.EDITABLE) {
                        from.skip(length + 4);
                    } else {
                        byte[] edited = filter.edit(name, from.take((int) length));
                        from.skip(4);
                        if (edited != null) {
                            write(letters, edited, to);
                        }
                    }
                }
            }
        } while (!name.equals("IEND"));
    }

    private static void write(byte[] letters, byte[] content, OutputStream to) throws IOException {
        var sum = new CRC32();
        sum.update(letters);
        sum.update(content);
        to.write(ByteBuffer.allocate(8).putInt(content.length).put(letters).array());
        to.write(content);
        to.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
