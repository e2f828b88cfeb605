package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is no image of ours, hardly one, or one and something else at the same time.
final class NoImages {
    private static final String HTML = "<html><script>alert(document.cookie)</script></html>";

    private NoImages() {}

    static Stream<HostileImage> all() {
        byte[] jpeg = Images.jpeg(Images.scene(200, 150));
        byte[] png = Images.png(Images.scene(64, 48));
        return Stream.of(
                file("nothing at all", ""),
                file("one byte", "\u00FF"),
                file("only the start of a JPEG", "\u00FF\u00D8"),
                file("the start of a JPEG and a stray marker", "\u00FF\u00D8\u00FF"),
                file("a JPEG of start and end", "\u00FF\u00D8\u00FF\u00D9"),
                file("only the signature of a PNG", "\u0089PNG\r\n\u001A\n"),
                file("only the start of a WebP", "RIFF\4\0\0\0WEBP"),
                file("an empty RIFF", "RIFF\0\0\0\0WEBP"),
                file("a GIF", "GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00FF\u00FF\u00FF,\0\0\0\0\1\0\1\0"),
                file("a page", HTML),
                file("an SVG with a script", "<svg xmlns='http://www.w3.org/2000/svg'>" + HTML),
                file("a PDF", "%PDF-1.7\n1 0 obj"),
                file("a HEIC", "\0\0\0\u0018ftypheic\0\0\0\0heicmif1"),
                file("a TIFF that points at itself", "II*\0\u0008\0\0\0\1\0i\u0087\4\0"),
                new HostileImage("noise", () -> noise(200_000)),
                new HostileImage(
                        "noise that starts as a JPEG", () -> started(noise(200_000), jpeg, 4)),
                new HostileImage(
                        "noise that starts as a PNG", () -> started(noise(200_000), png, 33)),
                new HostileImage("a megabyte of 0xFF", () -> filled(1 << 20)),
                new HostileImage("a JPEG and a ZIP", () -> Images.join(jpeg, zip())),
                new HostileImage("a ZIP and a JPEG", () -> Images.join(zip(), jpeg)),
                new HostileImage(
                        "a JPEG in the middle of a page", () -> Images.join(ascii(HTML), jpeg)),
                new HostileImage(
                        "a page in a JPEG's comment",
                        () -> Images.withSegment(jpeg, 0xFE, ascii("*/" + HTML + "/*"))),
                new HostileImage(
                        "a GIF in a JPEG's comment",
                        () -> Images.withSegment(jpeg, 0xFE, ascii("GIF89a" + HTML))),
                new HostileImage("a page behind a PNG", () -> Images.join(png, ascii(HTML))),
                new HostileImage(
                        "a script behind a WebP", () -> Images.join(Webps.LOSSY, ascii(HTML))));
    }

    private static HostileImage file(String name, String content) {
        return new HostileImage(name, () -> ascii(content));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(5).nextBytes(noise);
        noise[0] = 0;
        return noise;
    }

    private static byte[] started(byte[] noise, byte[] as, int length) {
        System.arraycopy(as, 0, noise, 0, length);
        return noise;
    }

    private static byte[] filled(int length) {
        var filled = new byte[length];
        Arrays.fill(filled, (byte) 0xFF);
        filled[1] = (byte) 0xD8;
        return filled;
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Main.class"));
            zip.write(new byte[100]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
