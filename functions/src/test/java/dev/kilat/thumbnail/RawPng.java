package dev.kilat.thumbnail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/// A PNG written chunk by chunk, so that it can be one that no encoder writes.
final class RawPng {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int RGBA = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawPng() {
        out.writeBytes(SIGNATURE);
    }

    RawPng header(int width, int height, int bits, int colour, int interlace) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {(byte) bits, (byte) colour, 0, 0, (byte) interlace})
                        .array());
    }

    RawPng chunk(String name, byte[] content) {
        return bytes(Images.chunk(name, content));
    }

    RawPng bytes(byte[] any) {
        out.writeBytes(any);
        return this;
    }

    /// Pixels that are all zero: as many bytes as that takes, compressed to a thousandth.
    RawPng zeros(long bytes) {
        return chunk("IDAT", deflated(bytes));
    }

    byte[] end() {
        return chunk("IEND", new byte[0]).out.toByteArray();
    }

    static byte[] deflated(long zeros) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            var packed = new ByteArrayOutputStream();
            var block = new byte[1 << 20];
            var room = new byte[1 << 16];
            for (long left = zeros; left > 0; left -= block.length) {
                deflater.setInput(block, 0, (int) Math.min(left, block.length));
                while (!deflater.needsInput()) {
                    packed.write(room, 0, deflater.deflate(room));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(room, 0, deflater.deflate(room));
            }
            return packed.toByteArray();
        }
    }
}
