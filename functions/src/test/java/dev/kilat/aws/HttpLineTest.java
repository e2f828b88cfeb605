package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class HttpLineTest {
    /// So that answers are cut in the head and behind it.
    private static final int CUTS = 6;

    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", Attributes.text("a"), "sk", Attributes.text("b"));

    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @BeforeEach
    void an_item() {
        put(dynamo.client());
    }

    @ParameterizedTest
    @EnumSource
    void a_write_is_repeated_however_its_connection_broke(BadWire.Fate fate) throws Exception {
        assertThat(over(fate, this::put)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_reading_is_repeated_however_its_connection_broke(BadWire.Fate fate) throws Exception {
        assertThat(over(fate, this::isThere)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_is_told_as_one_however_its_connection_broke(BadWire.Fate fate) throws Exception {
        assertThat(over(fate, this::putAgain)).isFalse();
    }

    /// The same each time, with the first request's fate.
    private boolean over(BadWire.Fate fate, Function<DynamoDbClient, Boolean> call)
            throws IOException {
        boolean all = true;
        boolean any = false;
        int times = fate == BadWire.Fate.RESET_IN_ANSWER ? CUTS : 1;
        for (int seed = 0; seed < times; seed++) {
            try (BadWire wire =
                            BadWire.once(dynamo.endpoint(), seed, fate, Duration.ofMillis(300));
                    var client = dynamo.client(wire.end(), Duration.ofMillis(200))) {
                boolean answer = call.apply(client);
                all &= answer;
                any |= answer;
                assertThat(wire.met()).containsKey(fate);
            }
        }
        assertThat(all).as("the same answer each time").isEqualTo(any);
        return all;
    }

    private boolean put(DynamoDbClient client) {
        client.putItem(put -> put.tableName(dynamo.galleryTable()).item(KEY));
        return true;
    }

    private boolean isThere(DynamoDbClient client) {
        return client.getItem(get -> get.tableName(dynamo.galleryTable()).key(KEY)).hasItem();
    }

    private boolean putAgain(DynamoDbClient client) {
        try {
            client.putItem(put ->
                    put.tableName(dynamo.galleryTable())
                            .item(KEY)
                            .conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }
}
