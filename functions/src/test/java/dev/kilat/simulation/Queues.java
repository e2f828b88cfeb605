package dev.kilat.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kilat.contracts.queue.Announce;
import dev.kilat.contracts.queue.Likes;
import dev.kilat.contracts.queue.Progress;
import dev.kilat.contracts.queue.ThumbnailJob;
import dev.kilat.entry.BuildThumbnails;
import dev.kilat.entry.FanOut;
import dev.kilat.event.EventSlug;
import dev.kilat.http.Json;
import dev.kilat.live.FanOutQueue;
import dev.kilat.live.Room;
import dev.kilat.photo.PhotoId;
import java.time.Duration;
import java.util.List;

/// Both queues: a message comes at least once, in no order, again if its function failed, and after
/// the third time no more.
final class Queues implements FanOutQueue {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST_DELIVERIES = 3;

    private final Cloud cloud;

    Queues(Cloud cloud) {
        this.cloud = cloud;
    }

    void thumbnails(EventSlug event, PhotoId photo) {
        send(
                BuildThumbnails.class,
                Json.write(new ThumbnailJob(event.value(), photo.value())),
                Duration.ZERO,
                Duration.ofMinutes(6));
    }

    @Override
    public void announce(EventSlug event, String owner) {
        fanOut(Json.write(new Announce(event.value(), owner)), Duration.ZERO);
    }

    @Override
    public void slice(Room room, List<String> connectionIds, byte[] frame) {
        throw new UnsupportedOperationException("no room here is so large");
    }

    @Override
    public void likes(PhotoId photo) {
        fanOut(Json.write(new Likes(photo.value())), Duration.ofSeconds(1));
    }

    @Override
    public void progress(EventSlug event, String uploader) {
        fanOut(Json.write(new Progress(event.value(), uploader)), Duration.ofSeconds(1));
    }

    private void fanOut(String body, Duration delay) {
        send(FanOut.class, body, delay, Duration.ofMinutes(3));
    }

    private void send(
            Class<? extends RequestHandler<SQSEvent, SQSBatchResponse>> function,
            String body,
            Duration delay,
            Duration visibility) {
        int copies = cloud.chance.of(cloud.weather.doubles()) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            cloud.stage.after(
                    delay.plus(cloud.chance.upTo(SOON)), () -> deliver(function, body, visibility));
        }
    }

    private void deliver(
            Class<? extends RequestHandler<SQSEvent, SQSBatchResponse>> function,
            String body,
            Duration visibility) {
        for (int delivery = 1; ; delivery++) {
            boolean done =
                    cloud.functions
                            .invoke(function, message(body))
                            .filter(answer -> answer.getBatchItemFailures().isEmpty())
                            .isPresent();
            if (done || delivery == MOST_DELIVERIES) {
                return;
            }
            cloud.stage.sleep(visibility);
        }
    }

    private SQSEvent message(String body) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId(cloud.chance.hex(8));
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return event;
    }
}
