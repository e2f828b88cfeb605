package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/// Photos with a place, a serial number or a word in every corner that a format has for one: each
/// word is [ExifBytes#SECRET], so that one search finds what leaks.
public final class LadenImages {
    private static final byte[] WORD = ("<x>" + ExifBytes.SECRET + "</x>").getBytes(US_ASCII);
    private static final byte[] TIFF =
            ExifBytes.camera(ByteOrder.LITTLE_ENDIAN).orientation(6).tiff();

    private LadenImages() {}

    public static Stream<HostileImage> all() {
        return Stream.of(
                new HostileImage("a laden JPEG", () -> jpeg(Images.jpeg(Images.scene(320, 200)))),
                new HostileImage(
                        "a laden progressive JPEG",
                        () -> jpeg(Images.progressiveJpeg(Images.scene(320, 200)))),
                new HostileImage(
                        "a laden CMYK JPEG", () -> jpeg(Images.cmykJpeg(64, 48, 0, 99, 9, 0))),
                new HostileImage("a laden PNG", LadenImages::png),
                new HostileImage("a laden WebP", LadenImages::webp),
                new HostileImage("a laden WebP that moves", LadenImages::moving));
    }

    /// Comments, XMP and its extension, IPTC, an index of more pictures, segments that makers or
    /// nobody named, previews in JFIF and EXIF, words behind what Adobe's and JFIF's segments say,
    /// and a second picture behind the first with all of it again.
    private static byte[] jpeg(byte[] plain) {
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 1};
        byte[] jfif = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 1, 1};
        byte[] preview = Images.withSegment(plain, 0xE1, ExifBytes.camera().app1());
        byte[] photo = Images.withSegment(plain, 0xFE, WORD);
        for (int marker = 0xE3; marker <= 0xEF; marker++) {
            photo = marker == 0xEE ? photo : Images.withSegment(photo, marker, WORD);
        }
        for (int marker : new int[] {0xF0, 0xF7, 0xFD, 0xDE, 0xDF, 0x02, 0xBF}) {
            photo = Images.withSegment(photo, marker, WORD);
        }
        if (plain[plain.length - 1] == (byte) 0xD9 && !isInk(plain)) {
            photo = Images.withSegment(photo, 0xEE, Images.join(adobe, WORD));
        }
        photo = segment(photo, 0xE2, "MPF\0");
        photo = segment(photo, 0xE2, "urn:iso:std:iso:ts:21496:-1\0");
        photo = segment(photo, 0xED, "Photoshop 3.0\0008BIM");
        photo = segment(photo, 0xE1, "http://ns.adobe.com/xmp/extension/\0");
        photo = segment(photo, 0xE1, "http://ns.adobe.com/xap/1.0/\0");
        photo = segment(photo, 0xE0, "JFXX\0\020");
        photo = Images.withSegment(photo, 0xE1, Images.join(exif(TIFF), preview));
        photo = Images.withSegment(photo, 0xE0, Images.join(jfif, WORD));
        return Images.join(photo, WORD, photo);
    }

    private static boolean isInk(byte[] jpeg) {
        return new String(jpeg, 0, 40, ISO_8859_1).contains("Adobe");
    }

    private static byte[] segment(byte[] jpeg, int marker, String name) {
        return Images.withSegment(jpeg, marker, Images.join(name.getBytes(ISO_8859_1), WORD));
    }

    private static byte[] exif(byte[] tiff) {
        return Images.join("Exif\0\0".getBytes(US_ASCII), tiff);
    }

    private static byte[] png() {
        byte[] png = Images.png(Images.scene(320, 200));
        png = Images.withChunk(png, "eXIf", TIFF);
        png = Images.withChunk(png, "tIME", new byte[] {7, (byte) 0xE9, 6, 7, 18, 9, 10});
        for (String name : new String[] {"tEXt", "iTXt", "prVt", "sPLT", "hIST", "caNv", "dSIG"}) {
            png = Images.withChunk(png, name, Images.join(new byte[] {'x', 0}, WORD));
        }
        png = Images.withChunk(png, "zTXt", Images.join(new byte[] {'x', 0, 0}, deflated(WORD)));
        return Images.join(png, WORD);
    }

    private static byte[] webp() {
        byte[] webp =
                Webps.extended(
                        0x0C,
                        64,
                        48,
                        Webps.chunk("EXIF", TIFF),
                        Webps.chunk("EXIF", exif(TIFF)),
                        Webps.chunk("XMP ", WORD),
                        Webps.chunk("prvt", WORD));
        return Images.join(webp, WORD);
    }

    /// An animation's frame is a box of chunks of its own.
    private static byte[] moving() {
        byte[] frame =
                Webps.frame(
                        Webps.chunk("EXIF", TIFF),
                        Webps.chunk("XMP ", WORD),
                        Webps.chunk("prvt", WORD));
        return Webps.riff(
                Webps.header(0x02, 64, 48), Webps.chunk("ANIM", new byte[6]), frame, frame);
    }

    static byte[] deflated(byte[] words) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(Arrays.copyOf(words, words.length));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed.toByteArray();
    }
}
