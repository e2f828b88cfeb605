package dev.kilat.local.trigger;

import dev.kilat.local.function.Invoker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Lambda's poller of one queue, with the function's own rights: hands messages to the function,
/// and deletes those that succeed. The others come back when their visibility timeout ends, until
/// the queue's redrive policy sets them aside.
final class QueuePoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final int WAIT_SECONDS = 2;
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);

    private final Mapping mapping;
    private final String queueUrl;
    private final Invoker invoker;
    private final SqsClient sqs;
    private final String region;
    private final List<Thread> workers;
    private volatile boolean stopping;

    QueuePoller(Mapping mapping, String queueUrl, Invoker invoker, SqsClient sqs, String region) {
        this.mapping = mapping;
        this.queueUrl = queueUrl;
        this.invoker = invoker;
        this.sqs = sqs;
        this.region = region;
        // Each invocation may hold a decoded photo, and more at once than processors are no faster.
        int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        workers =
                IntStream.range(0, Math.min(mapping.atOnce(), processors))
                        .mapToObj(i -> Thread.ofVirtual().name("poll").unstarted(this::poll))
                        .toList();
    }

    void start() {
        workers.forEach(Thread::start);
    }

    private void poll() {
        look();
        while (!stopping) {
            try {
                receive();
            } catch (SdkException e) {
                if (!stopping) {
                    LOG.warn("Polling {} failed", mapping.queueArn(), e);
                    rest();
                }
            }
        }
    }

    /// Lambda looks at a queue before it polls it, and needs a grant for that.
    private void look() {
        try {
            sqs.getQueueAttributes(request ->
                    request.queueUrl(queueUrl)
                            .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT));
        } catch (SdkException e) {
            LOG.warn("{} may not be polled", mapping.queueArn(), e);
        }
    }

    private void receive() {
        List<Message> messages =
                sqs.receiveMessage(request ->
                                request.queueUrl(queueUrl)
                                        .maxNumberOfMessages(Math.min(10, mapping.batchSize()))
                                        .waitTimeSeconds(WAIT_SECONDS)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                        .messages();
        if (!messages.isEmpty() && !stopping) {
            done(messages).forEach(this::delete);
        }
    }

    private Stream<Message> done(List<Message> messages) {
        byte[] event = QueueEvents.received(messages, mapping.queueArn(), region);
        return switch (invoker.invoke(mapping.function().id(), event)) {
            case Invoker.Result.Answer(byte[] answer) -> {
                Set<String> failures =
                        mapping.reportsFailures() ? QueueEvents.failures(answer) : Set.of();
                yield messages.stream().filter(message -> !failures.contains(message.messageId()));
            }
            case Invoker.Result.FunctionError(String _) -> Stream.empty();
            case Invoker.Result.TimedOut() -> Stream.empty();
            case Invoker.Result.Throttled() -> Stream.empty();
        };
    }

    private void delete(Message message) {
        sqs.deleteMessage(
                request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    }

    private static void rest() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping = true;
        workers.forEach(Thread::interrupt);
        sqs.close();
    }
}
