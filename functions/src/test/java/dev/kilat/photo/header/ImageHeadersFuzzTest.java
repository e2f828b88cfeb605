package dev.kilat.photo.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.kilat.thumbnail.HostileImage;
import dev.kilat.thumbnail.HostileImages;
import org.junit.jupiter.api.Test;

/// Jazzer on what looks at a file first. As any test it runs on its seeds; with `JAZZER_FUZZ=1` it
/// looks for more, as CONTRIBUTING.md says.
class ImageHeadersFuzzTest {
    @Test
    void so_does_every_hostile_file() {
        for (HostileImage file : HostileImages.cheap()) {
            whatever_comes_an_answer_within_the_limits_comes(file.bytes().get());
        }
    }

    @FuzzTest(maxDuration = "5m")
    void whatever_comes_an_answer_within_the_limits_comes(byte @NotNull [] file) {
        for (Header header : new Header[] {ImageHeaders.read(file), ImageHeaders.readWhole(file)}) {
            if (header instanceof Header.Image image) {
                assertThat(image.width()).isBetween(1, ImageHeaders.MAX_SIDE);
                assertThat(image.height()).isBetween(1, ImageHeaders.MAX_SIDE);
                assertThat((long) image.width() * image.height())
                        .isLessThanOrEqualTo(ImageHeaders.MAX_PIXELS);
            }
        }
    }
}
