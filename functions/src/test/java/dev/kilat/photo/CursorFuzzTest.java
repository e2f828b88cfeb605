package dev.kilat.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.kilat.event.EventSlug;

/// Jazzer on the names that strangers send: each is refused, or is what it was when written again.
class CursorFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void a_cursor_is_refused_or_says_the_same_again(@NotNull String text) {
        try {
            Cursor read = Cursor.parse(text);
            assertThat(Cursor.parse(read.toString())).isEqualTo(read);
            assertThat(read.seq()).isNotNegative();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("cursor");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void an_id_a_slug_and_a_key_hold_no_way_out_of_their_folder(@NotNull String text) {
        if (PhotoId.isValid(text)) {
            assertThat(new PhotoId(text).value()).matches("[0-9A-Z]{26}");
        }
        try {
            assertThat(new EventSlug(text).value()).matches("[a-z0-9-]{3,63}");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("slug");
        }
        Photo.idOfOriginal(text).ifPresent(id -> assertThat(text).endsWith("/" + id));
    }
}
