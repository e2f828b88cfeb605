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

    /// `ThumbnailJob` gives a photo up that took its process down in each of three attempts, and
    /// needs a fourth delivery to write that down.
    private static final int ATTEMPTS_AND_THE_VERDICT = ATTEMPTS + 1;

    final Queue thumbnails;
    final Queue thumbnailsDead;
    final Queue fanOut;
    final Queue fanOutDead;

    /// ObjectCreated events that `PhotoUploaded` failed three times. `Reconcile` repairs what they
    /// meant; the alarm says why to look.
    final Queue uploadFailures;

    Queues(Construct scope) {
        thumbnailsDead = dead(scope, "ThumbnailsDead");
        thumbnails =
                work(
                        scope,
                        "Thumbnails",
                        Functions.THUMBNAILS_TIMEOUT,
                        thumbnailsDead,
                        ATTEMPTS_AND_THE_VERDICT);
        fanOutDead = dead(scope, "FanOutDead");
        fanOut = work(scope, "FanOutWork", Functions.FAN_OUT_TIMEOUT, fanOutDead, ATTEMPTS);
        uploadFailures = dead(scope, "UploadFailures");
    }

    private static Queue work(
            Construct scope, String id, Duration timeout, Queue dead, int deliveries) {
        return queue(scope, id + "Queue")
                .visibilityTimeout(
                        Duration.seconds(
                                timeout.toSeconds().doubleValue() * VISIBILITY_IN_TIMEOUTS))
                .deadLetterQueue(
                        DeadLetterQueue.builder().queue(dead).maxReceiveCount(deliveries).build())
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
