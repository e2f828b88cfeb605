package dev.kilat.photo.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Bytes under suspicion: every read is checked against what is really there. Positions are long,
/// so that sums of declared lengths cannot wrap round.
final class Bytes {
    private final ByteBuffer bytes;

    Bytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int u8(long at) throws EndOfBytes {
        if (at < 0 || at >= bytes.limit()) {
            throw new EndOfBytes();
        }
        return bytes.get((int) at) & 0xFF;
    }

    int u16(long at) throws EndOfBytes {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws EndOfBytes {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16le(long at) throws EndOfBytes {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(long at) throws EndOfBytes {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32le(long at) throws EndOfBytes {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    /// Four letters, as PNG and RIFF name their chunks.
    String name(long at) throws EndOfBytes {
        return new String(slice(at, 4), StandardCharsets.ISO_8859_1);
    }

    byte[] slice(long at, long length) throws EndOfBytes {
        if (at < 0 || length < 0 || length > bytes.limit() || at > bytes.limit() - length) {
            throw new EndOfBytes();
        }
        byte[] slice = new byte[(int) length];
        bytes.get((int) at, slice);
        return slice;
    }

    boolean has(long at, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at + i >= bytes.limit() || (bytes.get((int) at + i) & 0xFF) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
