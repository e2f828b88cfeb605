package dev.kilat.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEngineTest {
    private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/gallery";
    private static final Table GALLERY =
            new Table(
                    "gallery",
                    List.of(
                            KeySchemaElement.builder()
                                    .attributeName("pk")
                                    .keyType(KeyType.HASH)
                                    .build(),
                            KeySchemaElement.builder()
                                    .attributeName("sk")
                                    .keyType(KeyType.RANGE)
                                    .build()),
                    List.of(attribute("pk"), attribute("sk")),
                    Optional.of("expires_at"));

    private final Principals principals = new Principals();

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private DynamoDbEngine engine(@Nullable Path data) {
        DynamoDbEngine engine = DynamoDbEngine.start(data, principals, Region.LOCAL);
        try (DynamoDbClient root = TestRoles.dynamo(engine.endpoint(), principals.root())) {
            GALLERY.create(root);
        }
        return engine;
    }

    private Principal allowed(String... actions) {
        return TestRoles.allowed(principals, TABLE_ARN, actions);
    }

    private static Map<String, AttributeValue> item(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS("X"));
    }

    private static TransactWriteItem putIfAbsent(String pk) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName("gallery")
                                .item(item(pk))
                                .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    @Test
    void a_role_does_what_it_may_and_is_refused_the_rest() {
        try (DynamoDbEngine engine = engine(null);
                DynamoDbClient dynamo =
                        TestRoles.dynamo(engine.endpoint(), allowed("dynamodb:PutItem"))) {
            dynamo.putItem(put -> put.tableName("gallery").item(item("a")));

            assertThatThrownBy(() -> dynamo.getItem(get -> get.tableName("gallery").key(item("a"))))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            refused -> {
                                assertThat(refused.statusCode()).isEqualTo(400);
                                assertThat(refused.awsErrorDetails().errorCode())
                                        .isEqualTo("AccessDeniedException");
                                assertThat(refused.getMessage())
                                        .contains("dynamodb:GetItem")
                                        .contains(TABLE_ARN);
                            });
        }
    }

    @Test
    void a_transaction_asks_for_the_actions_of_its_items() {
        try (DynamoDbEngine engine = engine(null);
                DynamoDbClient writer =
                        TestRoles.dynamo(engine.endpoint(), allowed("dynamodb:PutItem"));
                DynamoDbClient checker =
                        TestRoles.dynamo(
                                engine.endpoint(), allowed("dynamodb:ConditionCheckItem"))) {
            writer.transactWriteItems(
                    write -> write.transactItems(putIfAbsent("a"), putIfAbsent("b")));

            assertThatThrownBy(() ->
                            checker.transactWriteItems(
                                    write -> write.transactItems(putIfAbsent("c"))))
                    .hasMessageContaining("dynamodb:PutItem");
        }
    }

    @Test
    void a_cancelled_transaction_says_which_item_was_the_reason() {
        try (DynamoDbEngine engine = engine(null);
                DynamoDbClient writer =
                        TestRoles.dynamo(engine.endpoint(), allowed("dynamodb:PutItem"))) {
            writer.transactWriteItems(write -> write.transactItems(putIfAbsent("a")));

            assertThatThrownBy(() ->
                            writer.transactWriteItems(write ->
                                    write.transactItems(putIfAbsent("b"), putIfAbsent("a"))))
                    .isInstanceOfSatisfying(
                            TransactionCanceledException.class,
                            cancelled ->
                                    assertThat(cancelled.cancellationReasons())
                                            .extracting("code")
                                            .containsExactly("None", "ConditionalCheckFailed"));
        }
    }

    @Test
    void a_stranger_is_refused_before_anything_else() {
        Principal stranger = TestRoles.allowed(new Principals(), "*", "*");
        try (DynamoDbEngine engine = engine(null);
                DynamoDbClient dynamo = TestRoles.dynamo(engine.endpoint(), stranger)) {
            assertThatThrownBy(() -> dynamo.getItem(get -> get.tableName("gallery").key(item("a"))))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            refused ->
                                    assertThat(refused.awsErrorDetails().errorCode())
                                            .isEqualTo("UnrecognizedClientException"));
        }
    }

    @Test
    void items_outlive_a_restart(@TempDir Path data) {
        try (DynamoDbEngine engine = engine(data);
                DynamoDbClient dynamo = TestRoles.dynamo(engine.endpoint(), principals.root())) {
            dynamo.putItem(put -> put.tableName("gallery").item(item("kept")));
        }

        try (DynamoDbEngine engine = engine(data);
                DynamoDbClient dynamo = TestRoles.dynamo(engine.endpoint(), principals.root())) {
            assertThat(dynamo.getItem(get -> get.tableName("gallery").key(item("kept"))).hasItem())
                    .isTrue();
            assertThat(
                            dynamo.describeTimeToLive(ttl -> ttl.tableName("gallery"))
                                    .timeToLiveDescription()
                                    .attributeName())
                    .isEqualTo("expires_at");
        }
    }
}
