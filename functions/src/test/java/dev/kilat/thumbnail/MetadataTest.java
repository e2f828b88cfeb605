package dev.kilat.thumbnail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.kilat.thumbnail.turbo.TurboJpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What guests get tells no place, no serial number and no word that was not meant for them.
class MetadataTest {
    /// JFIF, tables, frames, scans.
    private static final Set<Integer> DRAWS = Set.of(0xE0, 0xC0, 0xC2, 0xC4, 0xDB, 0xDA, 0xDD);

    private static final int BODY_SERIAL = 0xA431;
    private static final int LENS_SERIAL = 0xA435;
    private static final int MAKER_NOTE = 0x927C;
    private static final int DNG_SERIAL = 0xC62F;

    private final Way way =
            new Way(new TurboRenderer(TurboJpeg.find().orElseThrow(), new ImageIoRenderer()));

    static Stream<HostileImage> laden() {
        return LadenImages.all();
    }

    @ParameterizedTest
    @MethodSource("laden")
    void of_a_laden_photo_nothing_but_its_look_is_left(HostileImage photo)
            throws IOException, ImageProcessingException {
        byte[] original = photo.bytes().get();
        assertThat(text(original)).as("it is laden").contains(ExifBytes.SECRET);
        Way.End end = way.go(original);
        assertThat(end.error()).isNull();
        assertThat(end.made()).hasSize(4);
        for (var made : end.made().entrySet()) {
            assertThat(text(made.getValue()))
                    .as(made.getKey())
                    .doesNotContain(ExifBytes.SECRET)
                    .doesNotContain("MAKERNOTE");
            isDiscreet(made.getKey(), made.getValue());
        }
        byte[] copy = download(end.made());
        assertThat(pixels(copy)).as("its pixels").isEqualTo(pixels(original));
    }

    @Test
    void no_thumbnail_has_any_metadata_and_no_download_a_place_or_a_serial_number()
            throws IOException, ImageProcessingException {
        int looked = 0;
        for (HostileImage file : files()) {
            for (var made : way.go(file.bytes().get()).made().entrySet()) {
                isDiscreet(file + ": " + made.getKey(), made.getValue());
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(500);
    }

    /// All but those that cost and show nothing new.
    private static List<HostileImage> files() {
        return HostileImages.all()
                .filter(file -> !file.name().matches(".*(bomb|cmyk|claims|that ends|inflates).*"))
                .filter(file -> file.bytes().get().length < 150_000)
                .toList();
    }

    private static void isDiscreet(String key, byte[] made)
            throws IOException, ImageProcessingException {
        if (key.contains("media/")) {
            assertThat(DRAWS).as(key).containsAll(markers(made));
        }
        Metadata found;
        try {
            found = ImageMetadataReader.readMetadata(new ByteArrayInputStream(made));
        } catch (ImageProcessingException broken) {
            // Such a file ended in its download copy; nothing in it can be read.
            assertThat(key).contains("downloads/");
            return;
        }
        assertThat(found.getDirectoriesOfType(GpsDirectory.class)).as(key).isEmpty();
        assertThat(found.getDirectoriesOfType(XmpDirectory.class)).as(key).isEmpty();
        assertThat(found.getDirectoriesOfType(IptcDirectory.class)).as(key).isEmpty();
        for (var exif : found.getDirectoriesOfType(ExifDirectoryBase.class)) {
            if (!(exif instanceof ExifInteropDirectory)) {
                for (int tag : new int[] {BODY_SERIAL, LENS_SERIAL, MAKER_NOTE, DNG_SERIAL}) {
                    assertThat(exif.containsTag(tag)).as("%s: %04X", key, tag).isFalse();
                }
            }
        }
    }

    /// Of each segment of a JPEG.
    private static Set<Integer> markers(byte[] jpeg) {
        Set<Integer> markers = new TreeSet<>();
        for (int at = 2; at + 3 < jpeg.length; ) {
            int marker = jpeg[at + 1] & 0xFF;
            boolean pixels =
                    (jpeg[at] & 0xFF) != 0xFF || marker == 0 || (marker >= 0xD0 && marker <= 0xD7);
            if (pixels) {
                at++;
                continue;
            }
            markers.add(marker);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        return markers;
    }

    private static byte[] download(Map<String, byte[]> made) {
        return made.entrySet().stream()
                .filter(it -> it.getKey().startsWith("downloads/"))
                .map(Map.Entry::getValue)
                .findAny()
                .orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static int[] pixels(byte[] bytes) {
        BufferedImage image = Images.read(bytes);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
