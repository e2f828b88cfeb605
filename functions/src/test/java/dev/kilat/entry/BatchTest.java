package dev.kilat.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
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
                        });

        assertThat(done).containsExactly("good", "good");
        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("2");
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
