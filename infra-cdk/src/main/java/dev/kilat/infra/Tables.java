package dev.kilat.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;

/// The gallery (events, photos, the change log) and, apart from it, who is connected: rows that
/// come and go by the thousand.
final class Tables {
    final Table gallery;
    final Table connections;

    Tables(Stack stack) {
        gallery = table(stack, "Gallery");
        connections = table(stack, "Connections");
    }

    private static Table table(Stack stack, String id) {
        return Table.Builder.create(stack, id)
                .partitionKey(text("pk"))
                .sortKey(text("sk"))
                .timeToLiveAttribute("expires_at")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                // DynamoDB's own key: encrypted like any other, without a request to KMS that could
                // be throttled or cost.
                .encryption(TableEncryption.DEFAULT)
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder()
                                .pointInTimeRecoveryEnabled(true)
                                .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
