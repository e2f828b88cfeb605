package dev.kilat.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// What must outlive a deployment: photos, the gallery's tables, secrets. Deleting the stack
/// deletes none of them.
final class DataStack extends Stack {
    final Storage storage;
    final Tables tables;
    final Secrets secrets;

    DataStack(Construct scope, String id, StackProps.Builder props, Settings settings) {
        super(scope, id, props.terminationProtection(true).build());
        storage = new Storage(this);
        tables = new Tables(this, settings.restoredTable());
        secrets = new Secrets(this);
    }
}
