package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.PendingPhotos;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The sequence while the writers' connections stall and are reset, and the writers die besides.
/// They wait less long for an answer than the line may stall, and so do not know what became of
/// what they asked, nor whether it is still to come.
class SequenceOnBadWiresTest extends DynamoDbSequenceTest {
    private static final int ONE_IN = 4;
    private static final Duration LONGEST_STALL = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Queue<BadWire> wires = new ConcurrentLinkedQueue<>();

    @Override
    protected ChangeLog logOfWriters(long seed) {
        return new DynamoDbChangeLog(client(seed), dynamo.galleryTable());
    }

    @Override
    protected PendingPhotos pendingOfWriters(long seed) {
        return new DynamoDbPending(client(seed), dynamo.galleryTable());
    }

    @Override
    protected boolean comesAgain(RuntimeException failure) {
        return failure instanceof SdkClientException || super.comesAgain(failure);
    }

    @Override
    protected int seeds() {
        return 1;
    }

    @Override
    protected void a_death_at_any_step_leaves_nothing_half_done_for_good() {
        // As on a good line.
    }

    private DynamoDbClient client(long seed) {
        BadWire wire = BadWire.seeded(dynamo.endpoint(), seed, ONE_IN, LONGEST_STALL);
        wires.add(wire);
        return dynamo.client(wire.end(), PATIENCE);
    }

    @AfterEach
    void the_wires_were_bad() throws IOException {
        Map<BadWire.Fate, Integer> met = new EnumMap<>(BadWire.Fate.class);
        for (BadWire wire : wires) {
            wire.met().forEach((fate, times) -> met.merge(fate, times, Integer::sum));
            wire.close();
        }
        assertThat(met).containsOnlyKeys(BadWire.Fate.values());
    }
}
