package dev.kilat.thumbnail;

import dev.kilat.thumbnail.container.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Of a WebP: one still picture, written anew as the plainest file that can hold it. Of an
/// animation this is the first frame.
final class WebpToDraw {
    private static final int HEADER = 12;
    private static final int HAS_ALPHA = 0x10;

    private final ByteBuffer webp;
    private @Nullable ByteBuffer picture;
    private @Nullable ByteBuffer alpha;
    private byte @Nullable [] profile;

    private WebpToDraw(ByteBuffer webp) {
        this.webp = little(webp);
    }

    static Original reduce(Original photo) throws Malformed {
        var found = new WebpToDraw(photo.bytes().asByteBuffer());
        long declared = 8 + Integer.toUnsignedLong(found.webp.getInt(4));
        if (declared > found.webp.limit()) {
            throw new Malformed("truncated: the file ends before the picture does");
        }
        if (declared < HEADER) {
            throw new Malformed("a WebP with a broken length");
        }
        found.walk(found.webp.slice(HEADER, (int) declared - HEADER));
        if (found.picture == null) {
            throw new Malformed("a WebP without a picture");
        }
        return photo.reduced(found.plain(found.picture, photo), Optional.ofNullable(found.profile));
    }

    private void walk(ByteBuffer part) throws Malformed {
        var chunks = little(part);
        while (picture == null && chunks.remaining() >= 8) {
            int start = chunks.position();
            var letters = new byte[4];
            chunks.get(letters);
            long length = Integer.toUnsignedLong(chunks.getInt());
            if (length > chunks.remaining()) {
                throw new Malformed("a WebP with a broken chunk");
            }
            int whole = (int) Math.min(8 + length + (length & 1), chunks.limit() - start);
            var content = chunks.slice(chunks.position(), (int) length);
            switch (new String(letters, StandardCharsets.ISO_8859_1)) {
                case "VP8 ", "VP8L" -> picture = chunks.slice(start, whole);
                case "ALPH" -> alpha = chunks.slice(start, whole);
                case "ICCP" -> {
                    profile = new byte[content.remaining()];
                    content.get(profile);
                }
                case "ANMF" -> {
                    if (content.remaining() < 16) {
                        throw new Malformed("a WebP with a broken frame");
                    }
                    walk(content.slice(16, content.remaining() - 16));
                }
                default -> {}
            }
            chunks.position(start + whole);
        }
    }

    private byte[] plain(ByteBuffer picture, Original photo) {
        var file =
                little(
                        ByteBuffer.allocate(
                                30
                                        + picture.remaining()
                                        + (alpha == null ? 0 : alpha.remaining())));
        file.put(ascii("RIFF")).putInt(0).put(ascii("WEBP"));
        if (alpha != null) {
            int width = photo.header().storedWidth() - 1;
            int height = photo.header().storedHeight() - 1;
            file.put(ascii("VP8X")).putInt(10).putInt(HAS_ALPHA);
            file.putShort((short) width).put((byte) (width >> 16));
            file.putShort((short) height).put((byte) (height >> 16));
            file.put(alpha);
        }
        file.put(picture);
        file.putInt(4, file.position() - 8);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
