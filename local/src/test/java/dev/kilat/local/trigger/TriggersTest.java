package dev.kilat.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.kilat.local.engine.ObjectCreated;
import dev.kilat.local.engine.Queue;
import dev.kilat.local.engine.QueueEngine;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.function.TestFunctions;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Region;
import dev.kilat.local.trigger.Triggers.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class TriggersTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";
    private static final Queue FAILURES = new Queue("failures", ARN + "failures", Map.of());
    private static final Queue DEAD = new Queue("dead", ARN + "dead", Map.of());
    private static final Queue WORK =
            new Queue(
                    "work",
                    ARN + "work",
                    Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "1",
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"" + ARN + "dead\",\"maxReceiveCount\":3}"));
    private static final FunctionSpec UPLOADED = TestFunctions.spec("Uploaded");
    private static final FunctionSpec WORKER = TestFunctions.spec("Worker");
    private static final FunctionSpec CLOCK = TestFunctions.spec("Clock");

    private static final Principals PRINCIPALS = new Principals();
    private static QueueEngine engine;
    private static SqsClient sqs;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @BeforeAll
    static void startQueues() {
        engine = QueueEngine.start(null, PRINCIPALS, Region.LOCAL);
        sqs = client();
        Stream.of(FAILURES, DEAD, WORK).forEach(queue -> queue.create(sqs, engine.url(queue)));
    }

    @AfterAll
    static void stopQueues() {
        sqs.close();
        engine.close();
    }

    private static SqsClient client() {
        return SqsClient.builder()
                .endpointOverride(engine.endpoint())
                .region(software.amazon.awssdk.regions.Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(PRINCIPALS.root().credentials()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /// Notes the key of each object it hears of.
    private record Uploaded(BlockingQueue<String> seen) implements RequestHandler<S3Event, Void> {
        @Override
        public @Nullable Void handleRequest(S3Event event, Context context) {
            var s3 = event.getRecords().getFirst().getS3();
            seen.add(s3.getObject().getUrlDecodedKey());
            if (s3.getObject().getKey().contains("broken")) {
                throw new IllegalStateException("no photo");
            }
            return null;
        }
    }

    /// Notes each message, and fails those that are poison.
    private record Worker(BlockingQueue<String> seen)
            implements RequestHandler<SQSEvent, SQSBatchResponse> {
        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
            for (SQSEvent.SQSMessage message : event.getRecords()) {
                seen.add(message.getBody());
                if (message.getBody().equals("poison")) {
                    failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
                }
            }
            return new SQSBatchResponse(failures);
        }
    }

    private record Clock(BlockingQueue<String> seen)
            implements RequestHandler<ScheduledEvent, Void> {
        @Override
        public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
            seen.add(event.getSource());
            return null;
        }
    }

    private Triggers triggers(Disorder disorder, List<Mapping> mappings, Duration every) {
        var functions =
                new TestFunctions()
                        .with("Uploaded", () -> new Uploaded(seen))
                        .with("Worker", () -> new Worker(seen))
                        .with("Clock", () -> new Clock(seen))
                        .host(UPLOADED, WORKER, CLOCK);
        return new Triggers(
                new Plan(
                        List.of(
                                new Notification(
                                        "photos",
                                        List.of("s3:ObjectCreated:*"),
                                        "originals/",
                                        "",
                                        UPLOADED)),
                        mappings,
                        List.of(new Schedule("rule", every, CLOCK)),
                        Map.of(UPLOADED.name(), new AsyncPolicy(2, Optional.of(FAILURES.arn())))),
                functions,
                Stream.of(FAILURES, DEAD, WORK).collect(Collectors.toMap(Queue::arn, engine::url)),
                function -> client(),
                disorder,
                Region.LOCAL,
                Duration.ofMillis(10));
    }

    private static ObjectCreated object(String key) {
        return new ObjectCreated("photos", key, "Put", 10, "etag", Instant.now());
    }

    /// Asks again and again: a message that is moved here wakes nobody who waits.
    private static Message receive(Queue queue) {
        for (int i = 0; i < 20; i++) {
            List<Message> messages =
                    sqs.receiveMessage(it -> it.queueUrl(engine.url(queue)).waitTimeSeconds(1))
                            .messages();
            if (!messages.isEmpty()) {
                return messages.getFirst();
            }
        }
        throw new AssertionError("Nothing came to " + queue.name());
    }

    private String next() throws InterruptedException {
        String next = seen.poll(20, TimeUnit.SECONDS);
        return next == null ? "nothing within 20 s" : next;
    }

    @Test
    void a_function_hears_of_objects_with_its_prefix() throws InterruptedException {
        try (Triggers triggers = triggers(Disorder.NONE, List.of(), Duration.ofDays(1))) {
            triggers.objectCreated().accept(object("downloads/demo/1"));
            triggers.objectCreated().accept(object("originals/demo/a b+c"));

            assertThat(next()).isEqualTo("originals/demo/a b+c");
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void some_events_come_twice_and_some_overtake_others() throws InterruptedException {
        Disorder disorder = new Disorder(7, 0.5, Duration.ofMillis(50));
        List<String> sent = IntStream.range(0, 50).mapToObj(i -> "originals/" + i).toList();
        List<String> heard = new ArrayList<>();
        try (Triggers triggers = triggers(disorder, List.of(), Duration.ofDays(1))) {
            sent.forEach(key -> triggers.objectCreated().accept(object(key)));
            while (!heard.containsAll(sent) || heard.stream().distinct().count() == heard.size()) {
                heard.add(next());
                assertThat(heard).doesNotContain("nothing within 20 s");
            }
        }

        assertThat(heard.stream().distinct().toList()).isNotEqualTo(sent);
    }

    @Test
    void an_event_that_fails_three_times_ends_in_the_failure_queue() throws InterruptedException {
        try (Triggers triggers = triggers(Disorder.NONE, List.of(), Duration.ofDays(1))) {
            triggers.objectCreated().accept(object("originals/broken"));

            assertThat(receive(FAILURES).body())
                    .contains("RetriesExhausted")
                    .contains("\"approximateInvokeCount\":3")
                    .contains("originals%2Fbroken");
            assertThat(seen).hasSize(3);
        }
    }

    @Test
    void messages_that_succeed_are_gone_and_poison_ends_in_the_dead_letters()
            throws InterruptedException {
        sqs.sendMessage(it -> it.queueUrl(engine.url(WORK)).messageBody("good"));
        sqs.sendMessage(it -> it.queueUrl(engine.url(WORK)).messageBody("poison"));
        Mapping mapping = new Mapping(WORK.arn(), WORKER, 1, 2, true);
        try (Triggers triggers = triggers(Disorder.NONE, List.of(mapping), Duration.ofDays(1))) {
            triggers.start();

            assertThat(receive(DEAD).body()).isEqualTo("poison");
            // The schedule has its first turn at once.
            seen.remove("aws.events");
            assertThat(seen).containsExactlyInAnyOrder("good", "poison", "poison", "poison");
        }
    }

    @Test
    void a_schedule_calls_its_function_again_and_again() throws InterruptedException {
        try (Triggers triggers = triggers(Disorder.NONE, List.of(), Duration.ofMillis(20))) {
            triggers.start();

            assertThat(List.of(next(), next())).containsOnly("aws.events");
        }
    }
}
