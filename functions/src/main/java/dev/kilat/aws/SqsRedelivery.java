package dev.kilat.aws;

import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Ends the time for which a message of one queue is kept from everybody.
public final class SqsRedelivery {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsRedelivery(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    public void in(String receipt, Duration delay) {
        sqs.changeMessageVisibility(change ->
                change.queueUrl(queueUrl)
                        .receiptHandle(receipt)
                        .visibilityTimeout((int) delay.toSeconds()));
    }
}
