package dev.kilat.bench.thumbnails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import dev.kilat.thumbnail.planes.Colours;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Pool;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private final Pool pool = new Pool();

    @Test
    void the_same_picture_is_alike_and_a_brighter_one_is_less_so() {
        float[] drawn = Lanczos.samples(drawn(96, 64).brightness());
        float[] brighter = drawn.clone();
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] += 30;
        }

        assertThat(Ssim.of(drawn, drawn, 96, 64)).isEqualTo(1, within(1e-9));
        assertThat(Ssim.of(drawn, brighter, 96, 64)).isBetween(0.5, 0.99);
    }

    @Test
    void a_plain_picture_stays_plain_at_any_size() {
        float[] plain = new float[40 * 30];
        Arrays.fill(plain, 77);

        for (float sample : Lanczos.shrink(plain, 40, 30, 13, 7)) {
            assertThat(sample).isEqualTo(77, within(0.01f));
        }
    }

    @Test
    void a_drawn_photo_is_turned_by_its_metadata() {
        byte[] jpeg = Way.turbo().encoder().encode(drawn(96, 64), 90);

        assertThat(ImageHeaders.readWhole(Photos.withOrientation(jpeg, 6)))
                .isInstanceOfSatisfying(
                        Header.Image.class,
                        image -> {
                            assertThat(image.orientation()).isEqualTo(6);
                            assertThat(image.width()).isEqualTo(64);
                            assertThat(image.height()).isEqualTo(96);
                        });
    }

    private Planes drawn(int width, int height) {
        return Colours.planes(new DrawnPhoto(width, height, 1).draw(), pool);
    }
}
