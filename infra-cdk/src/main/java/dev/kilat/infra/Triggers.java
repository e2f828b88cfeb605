package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.s3.notifications.LambdaDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// What wakes the functions that no caller waits for.
final class Triggers {
    private final Construct scope;

    Triggers(Construct scope) {
        this.scope = scope;
    }

    void wire(Functions functions, Storage storage, Queues queues) {
        onUpload(functions.photoUploaded, storage.originals, queues.uploadFailures);
        // How many at once is limited here and not by reserved concurrency, which an account's
        // first quota of 10 would refuse.
        onMessage(functions.buildThumbnails, queues.thumbnails, 16);
        onMessage(functions.fanOut, queues.fanOut, 8);
        everyMinute(functions.reconcile);
    }

    private void onUpload(KilatFunction it, Bucket originals, Queue failures) {
        // By its attributes: on the bucket itself, the data stack would need the function, which
        // needs the bucket.
        Bucket.fromBucketAttributes(
                        scope,
                        "OriginalsBucket",
                        BucketAttributes.builder()
                                .bucketArn(originals.getBucketArn())
                                .bucketName(originals.getBucketName())
                                .build())
                .addEventNotification(
                        EventType.OBJECT_CREATED,
                        new LambdaDestination(it.alias),
                        NotificationKeyFilter.builder().prefix("originals/").build());
        CfnEventInvokeConfig.Builder.create(scope, it.name + "Retries")
                .functionName(it.function.getFunctionName())
                .qualifier(it.alias.getAliasName())
                .maximumRetryAttempts(2)
                .destinationConfig(
                        CfnEventInvokeConfig.DestinationConfigProperty.builder()
                                .onFailure(
                                        CfnEventInvokeConfig.OnFailureProperty.builder()
                                                .destination(failures.getQueueArn())
                                                .build())
                                .build())
                .build();
    }

    private void onMessage(KilatFunction it, Queue queue, int atOnce) {
        EventSourceMapping.Builder.create(scope, it.name + "Messages")
                .target(it.alias)
                .eventSourceArn(queue.getQueueArn())
                .batchSize(1)
                .reportBatchItemFailures(true)
                .maxConcurrency(atOnce)
                .build();
    }

    private void everyMinute(KilatFunction it) {
        Rule.Builder.create(scope, it.name + "Schedule")
                .schedule(Schedule.rate(Duration.minutes(1)))
                .targets(List.of(new LambdaFunction(it.alias)))
                .build();
        // The next minute is the retry.
        CfnEventInvokeConfig.Builder.create(scope, it.name + "Retries")
                .functionName(it.function.getFunctionName())
                .qualifier(it.alias.getAliasName())
                .maximumRetryAttempts(0)
                .maximumEventAgeInSeconds(60)
                .build();
    }
}
