package dev.kilat.photo.bytes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideBytesTest {
    private static final byte[] FILE = new byte[100_000];

    static {
        new Random(1).nextBytes(FILE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99_999, 100_000, 200_000})
    void what_was_written_is_read_however_much_was_expected(long expected) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            var bytes = new OutsideBytes(arena, expected);
            bytes.write(FILE[0]);
            bytes.write(FILE, 1, 10);
            bytes.write(FILE, 11, FILE.length - 11);

            assertThat(bytes.written().toArray(JAVA_BYTE)).isEqualTo(FILE);
            assertThat(new BytesInput(bytes.written()).readAllBytes()).isEqualTo(FILE);
        }
    }

    @Test
    void bytes_are_read_one_by_one_and_end() {
        var input = new BytesInput(MemorySegment.ofArray(new byte[] {1, -1}));

        assertThat(input.read()).isEqualTo(1);
        assertThat(input.read()).isEqualTo(255);
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.read(new byte[3], 0, 3)).isEqualTo(-1);
        assertThat(input.read(new byte[3], 0, 0)).isZero();
    }

    @Test
    void nothing_is_read_once_the_arena_has_ended() {
        MemorySegment written;
        try (Arena arena = Arena.ofConfined()) {
            var bytes = new OutsideBytes(arena, 10);
            bytes.write(1);
            written = bytes.written();
        }
        assertThatThrownBy(() -> written.get(JAVA_BYTE, 0))
                .isInstanceOf(IllegalStateException.class);
    }
}
