package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Change;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ChangeItemTest {
    private static final Instant HEARD = Instant.parse("2026-06-06T19:30:00Z");

    private final Photo photo = Samples.photo(Samples.ticket(Samples.WEDDING)).at(1);

    @Test
    void when_a_photo_was_heard_of_is_kept() {
        Change added = new Change.Added(photo, HEARD);

        assertThat(read(row(added))).isEqualTo(new Change.Logged(1, added));
    }

    @Test
    void a_row_of_before_that_was_noted_is_still_read() {
        Map<String, AttributeValue> row = row(new Change.Added(photo, HEARD));
        row.remove("heard_at");

        assertThat(read(row).change()).isEqualTo(new Change.Added(photo, photo.createdAt()));
    }

    private static Map<String, AttributeValue> row(Change change) {
        Map<String, AttributeValue> row = new HashMap<>(ChangeItem.write(change));
        row.put("sk", Attributes.text(Keys.sequence(1)));
        return row;
    }

    private static Change.Logged read(Map<String, AttributeValue> row) {
        return ChangeItem.read(row, _ -> Optional.empty());
    }
}
