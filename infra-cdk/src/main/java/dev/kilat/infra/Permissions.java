package dev.kilat.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.sqs.Queue;

/// What each function may do, one after another, and nothing besides (writing its own log is in
/// [KilatFunction]).
///
/// A DynamoDB transaction asks for the actions of the items in it; a presigned URL carries the
/// rights of who signed it.
final class Permissions {
    private static final List<String> READ =
            List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
    private static final List<String> READ_AND_WRITE =
            Stream.concat(
                            READ.stream(),
                            Stream.of(
                                    "dynamodb:PutItem",
                                    "dynamodb:UpdateItem",
                                    "dynamodb:DeleteItem",
                                    "dynamodb:ConditionCheckItem"))
                    .toList();

    private final DataStack data;
    private final Queues queues;
    private final LiveApi live;

    Permissions(DataStack data, Queues queues, LiveApi live) {
        this.data = data;
        this.queues = queues;
        this.live = live;
    }

    void grant(Functions functions) {
        photoUploaded(functions.photoUploaded);
        buildThumbnails(functions.buildThumbnails);
        fanOut(functions.fanOut);
        liveConnection(functions.liveConnection);
        galleryApi(functions.galleryApi);
        adminApi(functions.adminApi);
        reconcile(functions.reconcile);
    }

    private void photoUploaded(KilatFunction it) {
        objects(it, "s3:GetObject", data.storage.originals, "originals/*");
        items(it, READ_AND_WRITE, data.tables.gallery);
        items(it, READ_AND_WRITE, data.tables.connections);
        send(it, queues.thumbnails, queues.fanOut);
        // Lambda itself writes what failed there, in the function's name.
        send(it, queues.uploadFailures);
        post(it);
    }

    private void buildThumbnails(KilatFunction it) {
        consume(it, queues.thumbnails);
        objects(it, "s3:GetObject", data.storage.originals, "originals/*");
        objects(it, "s3:PutObject", data.storage.originals, "downloads/*");
        objects(it, "s3:PutObject", data.storage.media, "media/*");
        items(it, READ_AND_WRITE, data.tables.gallery);
        items(it, READ_AND_WRITE, data.tables.connections);
        send(it, queues.fanOut);
        post(it);
    }

    private void fanOut(KilatFunction it) {
        consume(it, queues.fanOut);
        items(it, READ, data.tables.gallery);
        items(it, READ_AND_WRITE, data.tables.connections);
        send(it, queues.fanOut);
        post(it);
    }

    private void liveConnection(KilatFunction it) {
        items(it, READ, data.tables.gallery);
        items(it, READ_AND_WRITE, data.tables.connections);
        secret(it, data.secrets.signing);
    }

    private void galleryApi(KilatFunction it) {
        objects(it, "s3:GetObject", data.storage.originals, "originals/*", "downloads/*");
        items(it, READ, data.tables.gallery);
        // Rate limits count in the table.
        items(it, List.of("dynamodb:UpdateItem"), data.tables.gallery);
        secret(it, data.secrets.signing);
    }

    private void adminApi(KilatFunction it) {
        objects(it, "s3:PutObject", data.storage.originals, "originals/*");
        objects(it, "s3:GetObject", data.storage.originals, "originals/*");
        purge(it);
        items(it, READ_AND_WRITE, data.tables.gallery);
        items(it, READ_AND_WRITE, data.tables.connections);
        send(it, queues.thumbnails, queues.fanOut);
        post(it);
        secret(it, data.secrets.admin);
        secret(it, data.secrets.signing);
    }

    private void reconcile(KilatFunction it) {
        objects(it, "s3:GetObject", data.storage.originals, "originals/*");
        purge(it);
        items(it, READ_AND_WRITE, data.tables.gallery);
        items(it, READ_AND_WRITE, data.tables.connections);
        send(it, queues.thumbnails, queues.fanOut);
        post(it);
    }

    /// Finding and deleting all of an event. Without ListBucket, S3 also answers 403 for an object
    /// that is not there yet.
    private void purge(KilatFunction it) {
        objects(it, "s3:DeleteObject", data.storage.originals, "originals/*", "downloads/*");
        objects(it, "s3:DeleteObject", data.storage.media, "media/*");
        it.may(List.of("s3:ListBucket"), data.storage.originals.getBucketArn());
        it.may(List.of("s3:ListBucket"), data.storage.media.getBucketArn());
    }

    private static void objects(KilatFunction it, String action, Bucket bucket, String... keys) {
        it.may(List.of(action), Stream.of(keys).map(bucket::arnForObjects).toArray(String[]::new));
    }

    private static void items(KilatFunction it, List<String> actions, Table table) {
        it.may(actions, table.getTableArn());
    }

    private static void send(KilatFunction it, Queue... queues) {
        it.may(
                List.of("sqs:SendMessage"),
                Stream.of(queues).map(Queue::getQueueArn).toArray(String[]::new));
    }

    /// Lambda polls the queue with the function's role; the function itself calls none of these.
    private static void consume(KilatFunction it, Queue queue) {
        it.may(
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                queue.getQueueArn());
    }

    private static void secret(KilatFunction it, Secret secret) {
        it.may(List.of("secretsmanager:GetSecretValue"), secret.getSecretArn());
    }

    private void post(KilatFunction it) {
        it.may(List.of("execute-api:ManageConnections"), live.connectionsArn());
    }
}
