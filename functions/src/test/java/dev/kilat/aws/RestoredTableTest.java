package dev.kilat.aws;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.ChangeLogContract;
import dev.kilat.photo.Cursor;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Head;
import dev.kilat.photo.PendingPhotos;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A table that was restored from a backup is a gallery like any other, of other epochs.
class RestoredTableTest extends ChangeLogContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected ChangeLog log() {
        return restored("gallery-2026-06-21");
    }

    @Override
    protected PendingPhotos pending() {
        return new DynamoDbPending(dynamo.client(), dynamo.galleryTable());
    }

    @Override
    protected Events events() {
        return new DynamoDbEvents(dynamo.client(), dynamo.galleryTable());
    }

    @Test
    void a_cursor_of_before_the_restore_has_expired_wherever_it_stood() {
        Head before =
                new DynamoDbChangeLog(dynamo.client(), dynamo.galleryTable())
                        .head(WEDDING)
                        .orElseThrow();

        for (long seq : new long[] {before.seq(), before.seq() + 500}) {
            assertThat(
                            new Gallery(log())
                                    .since(
                                            WEDDING,
                                            log().head(WEDDING).orElseThrow(),
                                            new Cursor(before.epoch(), seq),
                                            10))
                    .isInstanceOf(Gallery.Delta.CursorExpired.class);
        }
    }

    @Test
    void each_restore_has_epochs_of_its_own_and_each_function_reads_the_same_ones() {
        Head first = restored("gallery-2026-06-21").head(WEDDING).orElseThrow();
        Head second = restored("gallery-2026-06-22").head(WEDDING).orElseThrow();

        assertThat(first.epoch()).isNotEqualTo(second.epoch());
        assertThat(restored("gallery-2026-06-21").head(WEDDING)).contains(first);
        assertThat(first.epoch()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(first.madeAt()).as("guests stay who they are").isEqualTo(second.madeAt());
    }

    private ChangeLog restored(String name) {
        return new DynamoDbChangeLog(
                dynamo.client(), dynamo.galleryTable(), new Epochs(Optional.of(name)));
    }
}
