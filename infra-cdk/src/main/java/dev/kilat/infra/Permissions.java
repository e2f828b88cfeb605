package dev.kilat.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.sqs.Queue;

/// What each function may do, one after another, and nothing besides (writing its own log is in
/// [KilatFunction]).
///
/// A DynamoDB transaction asks for the actions of the items in it; a presigned URL carries the
/// rights of who signed it; HeadObject asks for GetObject.
final class Permissions {
    private final Storage storage;
    private final ITable gallery;
    private final ITable connections;
    private final Secrets secrets;
    private final Queues queues;
    private final LiveApi live;

    Permissions(DataStack data, Queues queues, LiveApi live) {
        this.storage = data.storage;
        this.gallery = data.tables.gallery;
        this.connections = data.tables.connections;
        this.secrets = data.secrets;
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
        ingest(it);
        // Lambda itself writes what failed there, in the function's name.
        send(it, queues.uploadFailures);
    }

    private void buildThumbnails(KilatFunction it) {
        consume(it, queues.thumbnails);
        objects(it, "GetObject", storage.originals, "originals/*");
        objects(it, "PutObject", storage.originals, "downloads/*");
        objects(it, "PutObject", storage.media, "media/*");
        items(it, gallery, "GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem");
        broadcast(it);
    }

    private void fanOut(KilatFunction it) {
        consume(it, queues.fanOut);
        items(it, gallery, "GetItem", "Query");
        broadcast(it);
    }

    private void liveConnection(KilatFunction it) {
        items(it, gallery, "GetItem");
        items(it, connections, "GetItem", "PutItem", "UpdateItem", "DeleteItem");
        read(it, secrets.signing);
    }

    private void galleryApi(KilatFunction it) {
        objects(it, "GetObject", storage.originals, "downloads/*");
        items(it, gallery, "GetItem", "Query", "BatchGetItem");
        // What guests write: rows of their own (and a like is taken back), and that a photo's count
        // and the log moved on.
        items(it, gallery, "PutItem", "UpdateItem", "DeleteItem");
        broadcast(it);
        read(it, secrets.signing);
    }

    private void adminApi(KilatFunction it) {
        objects(it, "PutObject", storage.originals, "originals/*");
        ingest(it);
        purge(it);
        // Comments are listed by event, and lie by photo.
        items(it, gallery, "BatchGetItem");
        read(it, secrets.admin);
        read(it, secrets.signing);
    }

    private void reconcile(KilatFunction it) {
        ingest(it);
        purge(it);
    }

    /// Looking at an uploaded object, publishing it, having its thumbnails made.
    private void ingest(KilatFunction it) {
        objects(it, "GetObject", storage.originals, "originals/*");
        items(it, gallery, "GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem");
        send(it, queues.thumbnails);
        broadcast(it);
    }

    /// Becoming the sender of a room, telling its connections, forgetting those that are gone.
    private void broadcast(KilatFunction it) {
        items(it, connections, "GetItem", "Query", "UpdateItem", "DeleteItem");
        send(it, queues.fanOut);
        it.may(List.of("execute-api:ManageConnections"), live.connectionsArn());
    }

    /// Finding and deleting all of an event, and cutting off its open pages. Without ListBucket, S3
    /// would also answer 403 for an object that is only not there yet. It is not narrowed by
    /// prefix, because that answer is given on no prefix.
    private void purge(KilatFunction it) {
        objects(it, "DeleteObject", storage.originals, "originals/*", "downloads/*");
        objects(it, "DeleteObject", storage.media, "media/*");
        it.may(
                List.of("s3:ListBucket"),
                storage.originals.getBucketArn(),
                storage.media.getBucketArn());
        items(it, gallery, "BatchWriteItem");
        it.may(List.of("execute-api:ManageConnections"), live.hangUpArn());
    }

    private static void objects(KilatFunction it, String action, Bucket bucket, String... keys) {
        it.may(
                List.of("s3:" + action),
                Stream.of(keys).map(bucket::arnForObjects).toArray(String[]::new));
    }

    private static void items(KilatFunction it, ITable table, String... actions) {
        it.may(
                Stream.of(actions).map(action -> "dynamodb:" + action).toList(),
                table.getTableArn());
    }

    private static void send(KilatFunction it, Queue queue) {
        it.may(List.of("sqs:SendMessage"), queue.getQueueArn());
    }

    /// Lambda polls the queue with the function's role. The function itself only says when a
    /// message that failed comes again.
    private static void consume(KilatFunction it, Queue queue) {
        it.may(
                List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ChangeMessageVisibility"),
                queue.getQueueArn());
    }

    private static void read(KilatFunction it, Secret secret) {
        it.may(List.of("secretsmanager:GetSecretValue"), secret.getSecretArn());
    }
}
