package dev.kilat.thumbnail.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// A file read once from front to back, in which the end is never reached silently.
public final class Source {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int filled;

    public Source(InputStream in) {
        this.in = in;
    }

    int u8() throws IOException, Malformed {
        refill();
        return buffer[next++] & 0xFF;
    }

    int u16() throws IOException, Malformed {
        return u8() << 8 | u8();
    }

    long u32() throws IOException, Malformed {
        return (long) u16() << 16 | u16();
    }

    long u32le() throws IOException, Malformed {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) u32()));
    }

    /// Memory is taken as bytes arrive, not as a length declares.
    byte[] take(int length) throws IOException, Malformed {
        var taken = new byte[Math.min(length, buffer.length)];
        for (int done = 0; done < length; ) {
            refill();
            int part = Math.min(length - done, filled - next);
            if (done + part > taken.length) {
                taken = Arrays.copyOf(taken, Math.min(length, 2 * (done + part)));
            }
            System.arraycopy(buffer, next, taken, done, part);
            next += part;
            done += part;
        }
        return taken;
    }

    void copy(long length, OutputStream to) throws IOException, Malformed {
        for (long left = length; left > 0; ) {
            refill();
            int part = (int) Math.min(left, filled - next);
            to.write(buffer, next, part);
            next += part;
            left -= part;
        }
    }

    void skip(long length) throws IOException, Malformed {
        copy(length, OutputStream.nullOutputStream());
    }

    /// Copies up to the first of this byte, which is left to be read.
    void copyUntil(int stop, OutputStream to) throws IOException, Malformed {
        while (true) {
            refill();
            int end = next;
            while (end < filled && (buffer[end] & 0xFF) != stop) {
                end++;
            }
            to.write(buffer, next, end - next);
            next = end;
            if (end < filled) {
                return;
            }
        }
    }

    private void refill() throws IOException, Malformed {
        if (next < filled) {
            return;
        }
        next = 0;
        filled = Math.max(0, in.read(buffer));
        if (filled == 0) {
            throw Malformed.truncated("before the picture does");
        }
    }
}
