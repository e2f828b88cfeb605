package dev.kilat.local.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-06-20T19:30:05+08:00");

    @Test
    void a_photo_has_eleven_megapixels_and_weighs_what_such_photos_weigh() throws Exception {
        byte[] photo = new Camera(1).take(5, NOW);

        assertThat(photo).hasSizeBetween(2_000_000, 6_000_000);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
        assertThat(image.getWidth()).isEqualTo(4000);
        assertThat(image.getHeight()).isEqualTo(2666);
    }

    /// Small, for speed: grain, and with it the weight of a pixel, is the same at any size.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void every_scene_has_the_grain_of_a_photo(int number) {
        double pixels = 800 * 532;

        byte[] photo = new Camera(1, 800).take(number, NOW);

        assertThat(photo.length / pixels).isBetween(2 / 10.7, 6 / 10.7);
    }

    @Test
    void a_photo_says_when_where_and_with_what_it_was_taken() throws Exception {
        Metadata exif = exif(new Camera(1, 400).take(0, NOW));

        ExifIFD0Directory main = exif.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(main.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Kilat");
        assertThat(main.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo("Kilat Demo 1");
        ExifSubIFDDirectory taken = exif.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        assertThat(taken.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
                .isEqualTo("2026:06:20 19:30:05");
        assertThat(taken.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)).isEqualTo("+08:00");
        var place = exif.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation();
        assertThat(place.getLatitude()).isCloseTo(-8.8291, within(0.0001));
        assertThat(place.getLongitude()).isCloseTo(115.0849, within(0.0001));
    }

    @Test
    void cameras_are_held_in_every_way_and_the_pixels_lie_accordingly() throws Exception {
        Camera camera = new Camera(7, 120);
        Set<Integer> seen = new TreeSet<>();
        for (int number = 0; number < 40; number++) {
            byte[] photo = camera.take(number, NOW);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
            assertThat(image.getWidth()).isGreaterThan(image.getHeight());
            seen.add(orientation(photo));
        }
        assertThat(seen).containsExactly(1, 3, 6, 8);
    }

    @Test
    void a_turned_photo_is_the_upright_one_turned() {
        Light light = new Light(30, 20);
        light.glow(4, 4, 6, Colour.of(0xff2020).times(4));
        light.glow(26, 15, 6, Colour.of(0x2020ff).times(4));
        BufferedImage upright = film().develop(light, 1);

        assertThat(film().develop(light, 3).getRGB(59 - 8, 39 - 8)).isEqualTo(upright.getRGB(8, 8));
        BufferedImage clockwise = film().develop(light, 6);
        assertThat(clockwise.getWidth()).isEqualTo(40);
        assertThat(clockwise.getRGB(8, 59 - 10)).isEqualTo(upright.getRGB(10, 8));
        BufferedImage counter = film().develop(light, 8);
        assertThat(counter.getRGB(39 - 8, 10)).isEqualTo(upright.getRGB(10, 8));
    }

    @Test
    void the_same_seed_takes_the_same_photo_and_another_one_does_not() {
        byte[] photo = new Camera(1, 120).take(3, NOW);

        assertThat(new Camera(1, 120).take(3, NOW)).isEqualTo(photo);
        assertThat(new Camera(2, 120).take(3, NOW)).isNotEqualTo(photo);
    }

    private static Film film() {
        return new Film(1, 0, new java.util.Random(1));
    }

    private static org.assertj.core.data.Offset<Double> within(double by) {
        return org.assertj.core.data.Offset.offset(by);
    }

    private static int orientation(byte[] photo) throws Exception {
        return exif(photo)
                .getFirstDirectoryOfType(ExifIFD0Directory.class)
                .getInt(ExifIFD0Directory.TAG_ORIENTATION);
    }

    private static Metadata exif(byte[] photo) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
    }
}
