package dev.kilat.thumbnail.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import dev.kilat.photo.header.ImageType;
import dev.kilat.thumbnail.HostileImage;
import dev.kilat.thumbnail.HostileImages;
import dev.kilat.thumbnail.planes.Pool;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/// Jazzer on the decoder that reads most photos: a file is taken or left, whatever it holds.
class BaselineDecoderFuzzTest {
    private static final int MOST_PIXELS = 4_000_000;

    @Test
    void so_is_every_hostile_file() {
        for (HostileImage file : HostileImages.cheap()) {
            a_file_is_taken_or_left(file.bytes().get());
        }
    }

    @FuzzTest(maxDuration = "5m")
    void a_file_is_taken_or_left(byte @NotNull [] file) {
        if (ImageHeaders.readWhole(file) instanceof Header.Image image
                && image.type() == ImageType.JPEG
                && image.storedWidth() * (long) image.storedHeight() <= MOST_PIXELS) {
            int longEdge = Math.max(image.storedWidth(), image.storedHeight());
            for (int eighths = 1; eighths <= BlockRow.MOST; eighths++) {
                new BaselineDecoder(new Pool())
                        .decode(
                                MemorySegment.ofArray(file),
                                image.storedWidth(),
                                image.storedHeight(),
                                Math.max(1, longEdge * eighths / 8))
                        .ifPresent(planes ->
                                assertThat(planes.width())
                                        .isLessThanOrEqualTo(image.storedWidth()));
            }
        }
    }
}
