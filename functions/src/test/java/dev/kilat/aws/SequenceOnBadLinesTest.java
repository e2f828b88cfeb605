package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PendingPhotos;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.core.exception.SdkClientException;

/// The sequence while the writers' requests and answers get lost, and the writers die besides.
class SequenceOnBadLinesTest extends DynamoDbSequenceTest {
    private static final int ONE_IN = 15;

    private final Queue<BadLine> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected ChangeLog logOfWriters(long seed) {
        return new DynamoDbChangeLog(dynamo.client(line(seed)), dynamo.galleryTable());
    }

    @Override
    protected PendingPhotos pendingOfWriters(long seed) {
        return new DynamoDbPending(dynamo.client(line(seed)), dynamo.galleryTable());
    }

    @Override
    protected boolean comesAgain(RuntimeException failure) {
        return failure instanceof SdkClientException || super.comesAgain(failure);
    }

    @Override
    protected int seeds() {
        return 2;
    }

    @Override
    protected void a_death_at_any_step_leaves_nothing_half_done_for_good() {
        // As on a good line.
    }

    private BadLine line(long seed) {
        BadLine line = new BadLine(seed, ONE_IN);
        lines.add(line);
        return line;
    }

    @AfterEach
    void the_lines_were_bad() {
        assertThat(lines.stream().mapToInt(BadLine::unsent).sum()).isPositive();
        assertThat(lines.stream().mapToInt(BadLine::unanswered).sum()).isPositive();
    }
}
