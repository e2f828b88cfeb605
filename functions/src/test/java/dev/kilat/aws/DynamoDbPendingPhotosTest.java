package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Pending;
import dev.kilat.photo.PendingPhotos;
import dev.kilat.photo.PendingPhotosContract;
import dev.kilat.photo.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;

class DynamoDbPendingPhotosTest extends PendingPhotosContract {
    @Test
    void a_photo_that_failed_over_a_line_that_broke_is_finished_once_it_is_repeated() {
        for (int seed = 0; seed < 20; seed++) {
            Pending ticket = Samples.ticket(Samples.WEDDING);
            pending().claim(ticket);
            try (var line = dynamo.client(new BadLine(seed, 3))) {
                failUntilAnswered(new DynamoDbPending(line, dynamo.galleryTable()), ticket);
            }
            Instant later = Instant.now().plus(Duration.ofHours(1));
            assertThat(pending().unfinished(later, later, 10)).as("seed " + seed).isEmpty();
        }
    }

    private static void failUntilAnswered(PendingPhotos pending, Pending ticket) {
        while (true) {
            try {
                pending.fail(ticket.id(), "no image");
                return;
            } catch (SdkClientException lost) {
                // Whoever delivered it delivers it again.
            }
        }
    }

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
}
