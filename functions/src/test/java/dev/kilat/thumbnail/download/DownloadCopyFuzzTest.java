package dev.kilat.thumbnail.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.kilat.photo.header.ImageType;
import dev.kilat.thumbnail.HostileImage;
import dev.kilat.thumbnail.HostileImages;
import dev.kilat.thumbnail.download.DownloadCopy.Copying;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Jazzer on what takes the place out of a file.
class DownloadCopyFuzzTest {
    @Test
    void so_does_every_hostile_file() throws IOException {
        for (HostileImage file : HostileImages.cheap()) {
            a_copy_of_a_copy_is_that_copy(file.bytes().get());
        }
    }

    @FuzzTest(maxDuration = "5m")
    void a_copy_of_a_copy_is_that_copy(byte @NotNull [] file) throws IOException {
        for (ImageType type : ImageType.values()) {
            var once = new ByteArrayOutputStream();
            if (copy(type, file, once) instanceof Copying.Copied) {
                var twice = new ByteArrayOutputStream();
                assertThat(copy(type, once.toByteArray(), twice)).isEqualTo(new Copying.Copied());
                assertThat(twice.toByteArray()).isEqualTo(once.toByteArray());
            }
        }
    }

    private static Copying copy(ImageType type, byte[] file, ByteArrayOutputStream to)
            throws IOException {
        return new DownloadCopy().copy(type, new ByteArrayInputStream(file), to);
    }
}
