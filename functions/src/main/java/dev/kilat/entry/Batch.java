package dev.kilat.entry;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Messages of a queue, each on its own: only those that failed are delivered again.
///
/// Soon: by itself a message would come again when nobody can be at work on it any more, and that
/// is minutes later. A function that was killed says nothing, and so its message does.
final class Batch {
    private static final System.Logger LOG = System.getLogger(Batch.class.getName());

    /// Behind the first failure, and so many times longer behind each one more.
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final int LONGER = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private Batch() {}

    static SQSBatchResponse each(SQSEvent event, Consumer<String> handler, Redelivery redelivery) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                handler.accept(message.getBody());
            } catch (RuntimeException e) {
                LOG.log(ERROR, "message failed: " + message.getMessageId(), e);
                failures.add(new BatchItemFailure(message.getMessageId()));
                again(message, redelivery);
            }
        }
        return new SQSBatchResponse(failures);
    }

    private static void again(SQSEvent.SQSMessage message, Redelivery redelivery) {
        try {
            redelivery.in(message.getReceiptHandle(), pause(deliveries(message)));
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the message comes again later: " + message.getMessageId(), e);
        }
    }

    private static int deliveries(SQSEvent.SQSMessage message) {
        var attributes = message.getAttributes();
        String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
        return count == null ? 1 : Integer.parseInt(count);
    }

    static Duration pause(int deliveries) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < deliveries && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(LONGER);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
