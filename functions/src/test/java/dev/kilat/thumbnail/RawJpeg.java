package dev.kilat.thumbnail;

import java.io.ByteArrayOutputStream;

/// A JPEG written marker by marker, so that it can be one that no encoder writes. Its Huffman
/// tables know two symbols each, so that a block of one shade takes two bits, and a progressive
/// scan sixteen bits for half a million of them.
final class RawJpeg {
    static final int BASELINE = 0xC0;
    static final int PROGRESSIVE = 0xC2;
    static final int LOSSLESS = 0xC3;
    static final int ARITHMETIC = 0xC9;
    static final int PROGRESSIVE_ARITHMETIC = 0xCA;

    /// The end of the block; of 32,766 blocks (the two bytes behind it).
    private static final byte[] AC = {0x00, (byte) 0xE0};

    private static final int BLOCKS_OF_A_RUN = 32_766;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawJpeg() {
        marker(0xD8);
        byte[] plain = new byte[65];
        java.util.Arrays.fill(plain, 1, 65, (byte) 1);
        segment(0xDB, plain);
        segment(0xC4, table(0x00, new byte[] {1}, new byte[] {0}));
        segment(0xC4, table(0x10, new byte[] {1, 1}, AC));
    }

    RawJpeg marker(int marker) {
        out.write(0xFF);
        out.write(marker);
        return this;
    }

    RawJpeg segment(int marker, byte[] payload) {
        marker(marker);
        out.write((payload.length + 2) >> 8);
        out.write(payload.length + 2);
        out.writeBytes(payload);
        return this;
    }

    RawJpeg bytes(byte[] any) {
        out.writeBytes(any);
        return this;
    }

    /// Components without subsampling.
    RawJpeg frame(int marker, int bits, int width, int height, int components) {
        var frame = new byte[6 + 3 * components];
        frame[0] = (byte) bits;
        frame[1] = (byte) (height >> 8);
        frame[2] = (byte) height;
        frame[3] = (byte) (width >> 8);
        frame[4] = (byte) width;
        frame[5] = (byte) components;
        for (int i = 0; i < components; i++) {
            frame[6 + 3 * i] = (byte) (i + 1);
            frame[7 + 3 * i] = 0x11;
        }
        return segment(marker, frame);
    }

    /// @param first of the components, which follow each other
    RawJpeg scan(int first, int components, int start, int end) {
        var scan = new byte[4 + 2 * components];
        scan[0] = (byte) components;
        for (int i = 0; i < components; i++) {
            scan[1 + 2 * i] = (byte) (first + i);
        }
        scan[1 + 2 * components] = (byte) start;
        scan[2 + 2 * components] = (byte) end;
        return segment(0xDA, scan);
    }

    /// So many blocks of one shade, of a scan that is not progressive.
    RawJpeg plainBlocks(long blocks) {
        return bytes(new byte[(int) Math.ceilDiv(blocks, 4L)]);
    }

    /// So many blocks of which a progressive scan says nothing.
    RawJpeg silentBlocks(long blocks) {
        for (long left = blocks; left > 0; left -= BLOCKS_OF_A_RUN) {
            bytes(new byte[] {(byte) 0xBF, (byte) 0xFE});
        }
        return this;
    }

    byte[] end() {
        return marker(0xD9).out.toByteArray();
    }

    private static byte[] table(int which, byte[] ofEachLength, byte[] symbols) {
        var table = new byte[17 + symbols.length];
        table[0] = (byte) which;
        System.arraycopy(ofEachLength, 0, table, 1, ofEachLength.length);
        System.arraycopy(symbols, 0, table, 17, symbols.length);
        return table;
    }
}
