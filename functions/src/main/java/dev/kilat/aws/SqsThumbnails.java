package dev.kilat.aws;

import dev.kilat.contracts.queue.ThumbnailJob;
import dev.kilat.event.EventSlug;
import dev.kilat.http.Json;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.ThumbnailQueue;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Thumbnail jobs on SQS.
public final class SqsThumbnails implements ThumbnailQueue {
    private final SqsClient sqs;
    private final String url;

    public SqsThumbnails(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    @Override
    public void add(EventSlug event, PhotoId photo) {
        String job = Json.write(new ThumbnailJob(event.value(), photo.value()));
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(job));
    }
}
