package dev.kilat.entry;

import static java.lang.System.Logger.Level.ERROR;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Messages of a queue, each on its own: only those that failed are delivered again.
final class Batch {
    private static final System.Logger LOG = System.getLogger(Batch.class.getName());

    private Batch() {}

    static SQSBatchResponse each(SQSEvent event, Consumer<String> handler) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                handler.accept(message.getBody());
            } catch (RuntimeException e) {
                LOG.log(ERROR, "message failed: " + message.getMessageId(), e);
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
