package dev.kilat.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIoRendererTest extends RendererContract {
    private static final Renderer RENDERER = new ImageIoRenderer();

    @Override
    Renderer renderer() {
        return RENDERER;
    }

    @Test
    void twenty_four_megapixels_are_thinned_out_while_they_are_decoded()
            throws Refused, IOException {
        byte[] jpeg = Images.jpeg(Images.scene(6000, 4000));
        var decoded =
                new Decode(new Codecs())
                        .apply(
                                new KeepWhatDraws()
                                        .apply(
                                                new CheckHeader()
                                                        .apply(MemorySegment.ofArray(jpeg))));
        assertThat(decoded.pixels().getWidth()).isEqualTo(3000);
        assertThat(decoded.pixels().getHeight()).isEqualTo(2000);
        var made = ((Rendering.Rendered) RENDERER.render(jpeg)).thumbnails();
        assertThat(made.large().width()).isEqualTo(1920);
        assertThat(made.large().height()).isEqualTo(1280);
    }

    @Test
    void a_jpeg_of_so_many_scans_that_drawing_it_takes_a_minute_is_refused() {
        var jpeg = new RawJpeg().frame(RawJpeg.PROGRESSIVE, 8, 10_000, 10_000, 1);
        for (int i = 0; i < 13; i++) {
            jpeg.scan(1, 1, 1, 63).silentBlocks(1_562_500);
        }
        assertThat(RENDERER.render(jpeg.end()))
                .isEqualTo(
                        new Rendering.Unreadable(
                                "a JPEG of 13 scans of 100 megapixels, which would take too long to draw"));
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 1",
        "4032, 3024, 1",
        "6000, 4000, 2",
        "8256, 5504, 2",
        "12000, 8000, 4",
        "20000, 5000, 6",
        "20000, 2, 2"
    })
    void what_is_left_after_thinning_out_covers_the_largest_size(int width, int height, int every) {
        var image = new Header.Image(ImageType.JPEG, width, height, 1, null);
        assertThat(Decode.every(image)).isEqualTo(every);
        assertThat(width / Decode.every(image)).isGreaterThanOrEqualTo(1920);
    }
}
