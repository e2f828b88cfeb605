package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {

    @Test
    void every_queue_is_encrypted() {
        assertThat(DEFAULT.resources("AWS::SQS::Queue"))
                .hasSize(5)
                .allMatch(queue -> queue.property("/SqsManagedSseEnabled").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "ThumbnailsQueue, ThumbnailsDeadQueue, BuildThumbnails, 4",
        "FanOutWorkQueue, FanOutDeadQueue, FanOut, 3"
    })
    void work_that_fails_three_times_is_put_aside_and_a_photo_after_its_failure_could_be_written(
            String work, String dead, String consumer, int deliveries) {
        var queue = DEFAULT.named(work);

        assertThat(text(queue.property("/RedrivePolicy/deadLetterTargetArn")))
                .isEqualTo("<" + DEFAULT.named(dead).id() + ".Arn>");
        assertThat(queue.property("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(deliveries);
        assertThat(queue.property("/VisibilityTimeout").asInt())
                .isEqualTo(6 * DEFAULT.named(consumer).property("/Timeout").asInt());
    }

    @Test
    void a_consumer_gets_one_message_at_a_time_and_answers_for_it_alone() {
        assertThat(DEFAULT.resources("AWS::Lambda::EventSourceMapping"))
                .hasSize(2)
                .allSatisfy(mapping -> {
                    assertThat(mapping.property("/BatchSize").asInt()).isEqualTo(1);
                    assertThat(Cloud.texts(mapping.property("/FunctionResponseTypes")))
                            .isEqualTo(List.of("ReportBatchItemFailures"));
                });
    }

    @Test
    void an_upload_event_is_tried_three_times_and_then_kept() {
        var rules = DEFAULT.named("PhotoUploadedRetries");

        assertThat(rules.property("/MaximumRetryAttempts").asInt()).isEqualTo(2);
        assertThat(text(rules.property("/DestinationConfig/OnFailure/Destination")))
                .isEqualTo("<" + DEFAULT.named("UploadFailuresQueue").id() + ".Arn>");
    }
}
