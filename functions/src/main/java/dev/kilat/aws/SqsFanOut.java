package dev.kilat.aws;

import dev.kilat.event.EventSlug;
import dev.kilat.http.FanOutJson;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Room;
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
        send(FanOutJson.announce(event, owner));
    }

    @Override
    public void slice(Room room, List<String> connectionIds, byte[] frame) {
        send(FanOutJson.slice(room, connectionIds, frame));
    }

    private void send(String message) {
        sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(message));
    }
}
