package dev.kilat.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void only_the_messages_that_failed_are_delivered_again() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("1", "good"), message("2", "bad"), message("3", "good")));
        List<String> done = new ArrayList<>();

        var response =
                Batch.each(
                        event,
                        body -> {
                            if (body.equals("bad")) {
                                throw new IllegalStateException("broken");
                            }
                            done.add(body);
                        },
                        (_, _) -> {});

        assertThat(done).containsExactly("good", "good");
        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("2");
    }

    @Test
    void a_message_that_failed_comes_again_soon_and_later_each_time() {
        for (var pause : Map.of(1, 5, 2, 60, 3, 600, 9, 600).entrySet()) {
            SQSEvent event = new SQSEvent();
            SQSMessage message = message("1", "bad");
            message.setReceiptHandle("receipt");
            message.setAttributes(Map.of("ApproximateReceiveCount", pause.getKey().toString()));
            event.setRecords(List.of(message));
            List<String> again = new ArrayList<>();

            Batch.each(event, BatchTest::fails, (receipt, in) -> again.add(receipt + in));

            assertThat(again).containsExactly("receipt" + Duration.ofSeconds(pause.getValue()));
        }
    }

    @Test
    void when_nobody_can_be_told_the_message_has_failed_all_the_same() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("1", "bad")));

        var response = Batch.each(event, BatchTest::fails, (_, _) -> fails("told"));

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("1");
    }

    private static void fails(String why) {
        throw new IllegalStateException(why);
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
