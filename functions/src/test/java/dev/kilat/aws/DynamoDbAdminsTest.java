package dev.kilat.aws;

import dev.kilat.identity.Admins;
import dev.kilat.identity.AdminsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbAdminsTest extends AdminsContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Admins admins() {
        return new DynamoDbAdmins(dynamo.client(), dynamo.galleryTable());
    }
}
