package dev.kilat.infra;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
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
        var onFailure =
                CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(
                                CfnEventInvokeConfig.OnFailureProperty.builder()
                                        .destination(failures.getQueueArn())
                                        .build())
                        .build();
        asynchronously(it, rules -> rules.maximumRetryAttempts(2).destinationConfig(onFailure));
    }

    private void onMessage(KilatFunction it, Queue queue, int atOnce) {
        CfnEventSourceMapping.Builder.create(scope, it.name + "Messages")
                .functionName(it.alias.getFunctionArn())
                .eventSourceArn(queue.getQueueArn())
                .batchSize(1)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(
                        CfnEventSourceMapping.ScalingConfigProperty.builder()
                                .maximumConcurrency(atOnce)
                                .build())
                .build();
    }

    private void everyMinute(KilatFunction it) {
        Rule.Builder.create(scope, it.name + "Schedule")
                .schedule(Schedule.rate(Duration.minutes(1)))
                .targets(List.of(new LambdaFunction(it.alias)))
                .build();
        // The next minute is the retry.
        asynchronously(it, rules -> rules.maximumRetryAttempts(0).maximumEventAgeInSeconds(60));
    }

    private void asynchronously(
            KilatFunction it, UnaryOperator<CfnEventInvokeConfig.Builder> rules) {
        rules.apply(
                        CfnEventInvokeConfig.Builder.create(scope, it.name + "Retries")
                                .functionName(it.function.getFunctionName())
                                .qualifier(it.alias.getAliasName()))
                .build()
                // The qualifier is only a name to CloudFormation: it would not wait for the alias.
                .getNode()
                .addDependency(it.alias);
    }
}
