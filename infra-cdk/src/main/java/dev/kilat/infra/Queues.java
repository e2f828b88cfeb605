package dev.kilat.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// Work between functions, and where it ends when it cannot be done.
final class Queues {
    /// AWS's advice: six times the consumer's timeout, so that a message being worked on is not
    /// handed out again.
    private static final int VISIBILITY_IN_TIMEOUTS = 6;

    private static final int ATTEMPTS = 3;

    final Queue thumbnails;
    final Queue thumbnailsDead;
    final Queue fanOut;
    final Queue fanOutDead;

    /// ObjectCreated events that `PhotoUploaded` failed three times. `Reconcile` repairs what they
    /// meant; the alarm says why to look.
    final Queue uploadFailures;

    Queues(Construct scope) {
        thumbnailsDead = dead(scope, "ThumbnailsDead");
        thumbnails = work(scope, "Thumbnails", Functions.THUMBNAILS_TIMEOUT, thumbnailsDead);
        fanOutDead = dead(scope, "FanOutDead");
        fanOut = work(scope, "FanOutWork", Functions.FAN_OUT_TIMEOUT, fanOutDead);
        uploadFailures = dead(scope, "UploadFailures");
    }

    private static Queue work(Construct scope, String id, Duration timeout, Queue dead) {
        return queue(scope, id + "Queue")
                .visibilityTimeout(
                        Duration.seconds(
                                timeout.toSeconds().doubleValue() * VISIBILITY_IN_TIMEOUTS))
                .deadLetterQueue(
                        DeadLetterQueue.builder().queue(dead).maxReceiveCount(ATTEMPTS).build())
                .build();
    }

    private static Queue dead(Construct scope, String id) {
        return queue(scope, id + "Queue").retentionPeriod(Duration.days(14)).build();
    }

    private static Queue.Builder queue(Construct scope, String id) {
        return Queue.Builder.create(scope, id)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }
}
