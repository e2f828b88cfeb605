package dev.kilat.thumbnail;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file in memory as codecs read it. Its end is told a few times, which a reader that looks ahead
/// may need, and then thrown as what no codec swallows: TwelveMonkeys' WebP reader takes each
/// missing byte for a zero, and sixty bytes that claim to be a hundred megapixels would keep it
/// busy for minutes.
final class PatientInput extends ImageInputStreamImpl {
    private static final int PATIENCE = 64;

    private final ByteBuffer bytes;
    private int ends;

    PatientInput(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        toWholeByte();
        return streamPos < bytes.limit() ? bytes.get((int) streamPos++) & 0xFF : end();
    }

    @Override
    public int read(byte[] into, int at, int length) {
        toWholeByte();
        if (length == 0) {
            return 0;
        }
        if (streamPos >= bytes.limit()) {
            return end();
        }
        int read = (int) Math.min(length, bytes.limit() - streamPos);
        bytes.get((int) streamPos, into, at, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return bytes.limit();
    }

    @Override
    public boolean isCached() {
        return true;
    }

    @Override
    public boolean isCachedMemory() {
        return true;
    }

    /// The contract of every read: it starts at a whole byte.
    private void toWholeByte() {
        bitOffset = 0;
    }

    private int end() {
        if (++ends > PATIENCE) {
            throw new UncheckedIOException(
                    "its picture data ends before the picture does", new EOFException());
        }
        return -1;
    }
}
