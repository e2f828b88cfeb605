package dev.kilat.infra;

import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;

/// The gallery (events, photos, the change log) and, apart from it, who is connected: rows that
/// come and go by the thousand.
final class Tables {
    final ITable gallery;
    final ITable connections;

    /// The name of the gallery's table, if it is one that was restored from a backup.
    final Optional<String> restored;

    /// @param restored the name of a table that takes the place of the gallery's. The stack's own
    ///   stays as it is: who looks for what was lost finds it there.
    Tables(Stack stack, Optional<String> restored) {
        Table own = table(stack, "Gallery");
        this.restored = restored;
        gallery =
                restored.map(name -> Table.fromTableName(stack, "RestoredGallery", name))
                        .orElse(own);
        connections = table(stack, "Connections");
        if (restored.isPresent()) {
            // The other stack still reads them at the moment this one is deployed.
            stack.exportValue(own.getTableName());
            stack.exportValue(own.getTableArn());
        }
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
