package dev.kilat.aws;

import dev.kilat.event.EventSlug;
import dev.kilat.http.FanOutJson;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Pace;
import dev.kilat.live.Room;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The fan-out queue on SQS.
public final class SqsFanOut implements FanOutQueue {
    private final SqsClient sqs;
    private final String queueUrl;

    public SqsFanOut(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void announce(EventSlug event, String owner) {
        send(FanOutJson.announce(event, owner), Duration.ZERO);
    }

    @Override
    public void slice(Room room, List<String> connectionIds, byte[] frame) {
        send(FanOutJson.slice(room, connectionIds, frame), Duration.ZERO);
    }

    @Override
    public void likes(PhotoId photo) {
        send(FanOutJson.likes(photo), Pace.WINDOW);
    }

    @Override
    public void progress(EventSlug event, String uploader) {
        send(FanOutJson.progress(event, uploader), Pace.WINDOW);
    }

    /// @param delay waited for by the queue, so that no function is paid for waiting
    private void send(String message, Duration delay) {
        sqs.sendMessage(send ->
                send.queueUrl(queueUrl)
                        .messageBody(message)
                        .delaySeconds(Math.toIntExact(delay.toSeconds())));
    }
}
