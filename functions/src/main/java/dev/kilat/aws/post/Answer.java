package dev.kilat.aws.post;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// An HTTP/1.1 answer. Its body says nothing that its status does not, and is dropped.
///
/// @param isLineKept whether the answer was read to its end, and another may follow
record Answer(int status, boolean isLineKept) {
    static Answer read(InputStream in) throws IOException {
        return new Reader(in).answer();
    }

    private static final class Reader {
        private static final int LONGEST = 64 * 1024;

        private final InputStream in;
        private int left = LONGEST;
        private int status;
        private int length;
        private boolean isChunked;
        private boolean isLast;

        Reader(InputStream in) {
            this.in = in;
        }

        Answer answer() throws IOException {
            do {
                readHead();
            } while (status < 200);
            if (isChunked) {
                skipChunks();
            } else if (length > 0 && status != 204) {
                skip(length);
            }
            boolean hasEnd = isChunked || length >= 0 || status == 204;
            return new Answer(status, hasEnd && !isLast);
        }

        private void readHead() throws IOException {
            String[] words = line().split(" ", 3);
            if (words.length < 2 || !words[0].startsWith("HTTP/1.") || words[1].length() != 3) {
                throw new IOException("no HTTP answer");
            }
            status = number(words[1], 10);
            isLast = !words[0].equals("HTTP/1.1");
            isChunked = false;
            length = -1;
            for (String line = line(); !line.isEmpty(); line = line()) {
                readHeader(line.toLowerCase(Locale.ROOT));
            }
        }

        private void readHeader(String header) throws IOException {
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (header.startsWith("content-length:")) {
                length = number(value, 10);
            } else if (header.startsWith("transfer-encoding:")) {
                isChunked = value.contains("chunked");
            } else if (header.startsWith("connection:")) {
                isLast |= value.contains("close");
            }
        }

        private void skipChunks() throws IOException {
            int size;
            do {
                size = number(line().split(";", 2)[0].strip(), 16);
                skip(size);
                if (size > 0) {
                    line();
                }
            } while (size > 0);
            while (!line().isEmpty()) {
                // A trailer.
            }
        }

        private static int number(String text, int radix) throws IOException {
            try {
                return Integer.parseUnsignedInt(text, radix);
            } catch (NumberFormatException e) {
                throw new IOException("no HTTP answer", e);
            }
        }

        private void skip(int bytes) throws IOException {
            if (bytes < 0 || bytes > left) {
                throw new IOException("the answer is too long");
            }
            left -= bytes;
            in.skipNBytes(bytes);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the answer breaks off");
                }
                if (left-- == 0) {
                    throw new IOException("the answer is too long");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
