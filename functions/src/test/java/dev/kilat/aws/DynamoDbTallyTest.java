package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.live.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTallyTest {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Test
    void messages_add_up() {
        Tally tally = new DynamoDbTally(dynamo.client(), dynamo.connectionsTable());

        assertThat(tally.total()).isZero();
        tally.add(3);
        tally.add(4);
        assertThat(tally.total()).isEqualTo(7);
    }
}
