package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import dev.kilat.photo.Change;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.ChangeLogContract;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbChangeLogTest extends ChangeLogContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected ChangeLog log() {
        return new DynamoDbChangeLog(dynamo.client(), dynamo.galleryTable());
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
    void a_reading_ends_before_a_row_that_cannot_be_seen_yet() {
        List<Change> three =
                IntStream.rangeClosed(1, 3)
                        .<Change>mapToObj(i -> Samples.added(Samples.photo(claimed()).at(i)))
                        .toList();
        log().append(Samples.WEDDING, log().head(Samples.WEDDING).orElseThrow(), three);
        dynamo.client()
                .deleteItem(delete ->
                        delete.tableName(dynamo.galleryTable())
                                .key(Keys.change(Samples.WEDDING, 2)));

        assertThat(log().after(Samples.WEDDING, 0, 10))
                .extracting(Change.Logged::seq)
                .containsExactly(1L);
        assertThat(log().after(Samples.WEDDING, 1, 10)).isEmpty();
    }
}
