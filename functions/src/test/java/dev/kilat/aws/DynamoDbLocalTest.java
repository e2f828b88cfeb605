package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbLocalTest {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @RepeatedTest(2)
    void every_test_begins_with_empty_tables() {
        String table = dynamo.connectionsTable();
        assertThat(dynamo.client().scan(scan -> scan.tableName(table)).count()).isZero();

        dynamo.client()
                .putItem(put ->
                        put.tableName(table)
                                .item(
                                        Map.of(
                                                "pk", AttributeValue.fromS("a"),
                                                "sk", AttributeValue.fromS("b"))));

        assertThat(dynamo.client().scan(scan -> scan.tableName(table)).count()).isEqualTo(1);
    }
}
