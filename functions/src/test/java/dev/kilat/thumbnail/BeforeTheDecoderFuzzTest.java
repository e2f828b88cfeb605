package dev.kilat.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.kilat.photo.header.ImageType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/// Jazzer on all that stands before a decoder: a file gets past it or is refused.
class BeforeTheDecoderFuzzTest {
    @Test
    void so_does_every_hostile_file() throws IOException {
        for (HostileImage file : HostileImages.cheap()) {
            a_file_gets_past_or_is_refused(file.bytes().get());
        }
    }

    @FuzzTest(maxDuration = "5m")
    void a_file_gets_past_or_is_refused(byte @NotNull [] file) throws IOException {
        try {
            Original checked = new CheckHeader().apply(MemorySegment.ofArray(file));
            new KeepWhatDraws().apply(checked);
            if (checked.header().type() == ImageType.JPEG) {
                new TakeProfileOut().apply(checked);
            }
        } catch (Refused refused) {
            assertThat(refused.why()).isNotBlank();
        }
    }
}
