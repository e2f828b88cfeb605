package dev.kilat.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueueEngineTest {
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";
    private static final Queue DEAD = new Queue("dead", ARN + "dead", Map.of());
    private static final Queue WORK =
            new Queue(
                    "work",
                    ARN + "work",
                    Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "600",
                            QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                            "1209600",
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"" + ARN + "dead\",\"maxReceiveCount\":2}"));

    private final Principals principals = new Principals();

    private QueueEngine engine(@Nullable Path data) {
        QueueEngine engine = QueueEngine.start(data, principals, Region.LOCAL);
        try (SqsClient root = TestRoles.sqs(engine.endpoint(), principals.root())) {
            List.of(DEAD, WORK).forEach(queue -> queue.create(root, engine.url(queue)));
        }
        return engine;
    }

    private static List<Message> receive(SqsClient sqs, String url, int waitSeconds) {
        return sqs.receiveMessage(
                        it -> it.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds))
                .messages();
    }

    @Test
    void a_role_sends_where_it_may_and_is_refused_elsewhere() {
        try (QueueEngine engine = engine(null);
                SqsClient sender =
                        TestRoles.sqs(
                                engine.endpoint(),
                                TestRoles.allowed(principals, ARN + "work", "sqs:SendMessage"))) {
            sender.sendMessage(it -> it.queueUrl(engine.url(WORK)).messageBody("hello"));

            assertThatThrownBy(() ->
                            sender.sendMessage(
                                    it -> it.queueUrl(engine.url(DEAD)).messageBody("no")))
                    .isInstanceOfSatisfying(
                            SqsException.class,
                            refused ->
                                    assertThat(refused.awsErrorDetails().errorCode())
                                            .contains("AccessDenied"));
            assertThatThrownBy(() -> receive(sender, engine.url(WORK), 0))
                    .hasMessageContaining("sqs:ReceiveMessage");
        }
    }

    @Test
    void a_message_received_too_often_goes_to_the_dead_letters() {
        try (QueueEngine engine = engine(null);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            String work = engine.url(WORK);
            sqs.sendMessage(it -> it.queueUrl(work).messageBody("poison"));

            for (int i = 0; i < 2; i++) {
                String handle = receive(sqs, work, 5).getFirst().receiptHandle();
                sqs.changeMessageVisibility(
                        it -> it.queueUrl(work).receiptHandle(handle).visibilityTimeout(0));
            }

            assertThat(receive(sqs, work, 0)).isEmpty();
            assertThat(receive(sqs, engine.url(DEAD), 5))
                    .extracting("body")
                    .containsExactly("poison");
        }
    }

    @Test
    void what_was_queued_or_being_worked_on_is_delivered_after_a_restart(@TempDir Path data) {
        try (QueueEngine engine = engine(data);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            sqs.sendMessage(it -> it.queueUrl(engine.url(WORK)).messageBody("held"));
            assertThat(receive(sqs, engine.url(WORK), 5)).hasSize(1);
            sqs.sendMessage(it -> it.queueUrl(engine.url(WORK)).messageBody("waiting"));
        }

        try (QueueEngine engine = engine(data);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            assertThat(receive(sqs, engine.url(WORK), 5))
                    .extracting("body")
                    .containsExactlyInAnyOrder("held", "waiting");
        }
    }

    /// A kill leaves what has been written by then: so does a copy.
    @Test
    void what_was_queued_outlives_a_kill(@TempDir Path data, @TempDir Path left) throws Exception {
        try (QueueEngine engine = engine(data);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            for (int i = 0; i < 20; i++) {
                sqs.sendMessage(it -> it.queueUrl(engine.url(WORK)).messageBody("sent"));
            }
            Files.copy(data.resolve("queues.mv.db"), left.resolve("queues.mv.db"));
        }

        try (QueueEngine engine = engine(left);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            String work = engine.url(WORK);
            List<Message> found = new ArrayList<>(receive(sqs, work, 5));
            found.addAll(receive(sqs, work, 0));
            assertThat(found).hasSize(20);
        }
    }

    @Test
    void a_message_that_was_done_does_not_come_back(@TempDir Path data) {
        try (QueueEngine engine = engine(data);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            String work = engine.url(WORK);
            sqs.sendMessage(it -> it.queueUrl(work).messageBody("done"));
            String handle = receive(sqs, work, 5).getFirst().receiptHandle();
            sqs.deleteMessage(it -> it.queueUrl(work).receiptHandle(handle));
        }

        try (QueueEngine engine = engine(data);
                SqsClient sqs = TestRoles.sqs(engine.endpoint(), principals.root())) {
            assertThat(receive(sqs, engine.url(WORK), 0)).isEmpty();
        }
    }
}
