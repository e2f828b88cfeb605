package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.text;
import static dev.kilat.infra.Cloud.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.infra.Cloud.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {

    private static Stream<Resource> alarmsOn(String metric, String dimension) {
        return DEFAULT.resources("AWS::CloudWatch::Alarm").stream()
                .filter(it -> it.property("/MetricName").asText().equals(metric))
                .filter(it ->
                        it.property("/Dimensions")
                                .valueStream()
                                .anyMatch(on -> text(on.get("Value")).equals(dimension)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThumbnailsDeadQueue", "FanOutDeadQueue", "UploadFailuresQueue"})
    void the_first_message_given_up_wakes_somebody(String queue) {
        assertThat(
                        alarmsOn(
                                "ApproximateNumberOfMessagesVisible",
                                "<" + DEFAULT.named(queue).id() + ".QueueName>"))
                .singleElement()
                .matches(it -> it.property("/Threshold").asInt() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThumbnailsQueue", "FanOutWorkQueue"})
    void work_that_waits_too_long_wakes_somebody(String queue) {
        assertThat(
                        alarmsOn(
                                "ApproximateAgeOfOldestMessage",
                                "<" + DEFAULT.named(queue).id() + ".QueueName>"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PhotoUploaded",
                "BuildThumbnails",
                "FanOut",
                "LiveConnection",
                "GalleryApi",
                "AdminApi",
                "Reconcile"
            })
    void every_function_that_fails_or_is_refused_wakes_somebody(String function) {
        var id = "<" + DEFAULT.named(function).id() + ">";

        assertThat(alarmsOn("Errors", id)).hasSize(1);
        assertThat(alarmsOn("Throttles", id)).hasSize(1);
    }

    @Test
    void an_api_that_answers_5xx_wakes_somebody() {
        assertThat(alarmsOn("5xx", "<" + DEFAULT.named("HttpApi").id() + ">")).hasSize(1);
    }

    @Test
    void every_alarm_says_what_it_means_and_calls_the_topic() {
        var topic = List.of("<" + DEFAULT.named("Alerts").id() + ">");

        assertThat(DEFAULT.resources("AWS::CloudWatch::Alarm"))
                .allMatch(it -> texts(it.property("/AlarmActions")).equals(topic))
                .allMatch(it -> it.property("/AlarmDescription").asText().length() > 20);
    }

    @Test
    void every_alarm_points_at_its_section_of_the_runbook_and_every_section_at_an_alarm()
            throws IOException {
        var runbook = Files.readString(Path.of("../docs/operating.md"));
        var alarms =
                DEFAULT.resources("AWS::CloudWatch::Alarm").stream()
                        .map(it -> it.path().replaceFirst("Alarm$", ""))
                        .toList();

        assertThat(Pattern.compile("<a id=\"([a-z]+)\"></a>").matcher(runbook).results())
                .extracting(it -> it.group(1))
                .containsExactlyInAnyOrderElementsOf(
                        alarms.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList());
        assertThat(DEFAULT.resources("AWS::CloudWatch::Alarm"))
                .allSatisfy(it -> {
                    var name = it.path().replaceFirst("Alarm$", "");
                    assertThat(it.property("/AlarmDescription").asText())
                            .endsWith("docs/operating.md#" + name.toLowerCase(Locale.ROOT));
                    assertThat(runbook).contains("`" + name + "`");
                });
    }

    @Test
    void who_calls_the_encrypted_topic_may_use_topic_and_key() {
        var topic = DEFAULT.named("Alerts/Policy").property("/PolicyDocument/Statement");
        var key = DEFAULT.named("AlertsKey").property("/KeyPolicy/Statement");

        for (var policy : List.of(topic, key)) {
            assertThat(policy)
                    .filteredOn(it -> it.get("Effect").asText().equals("Allow"))
                    .filteredOn(it -> it.at("/Principal/Service").isArray())
                    .singleElement()
                    .matches(it ->
                            texts(it.at("/Principal/Service"))
                                    .containsAll(
                                            List.of(
                                                    "cloudwatch.amazonaws.com",
                                                    "budgets.amazonaws.com")));
        }
        assertThat(text(DEFAULT.named("Alerts").property("/KmsMasterKeyId")))
                .isEqualTo("<" + DEFAULT.named("AlertsKey").id() + ".Arn>");
    }

    @Test
    void the_owner_hears_of_alarms_and_of_a_month_too_dear() {
        var cloud = Cloud.with(Map.of("alarmEmail", "owner@example.org", "monthlyBudgetUsd", "40"));

        assertThat(cloud.resources("AWS::SNS::Subscription"))
                .singleElement()
                .matches(it -> it.property("/Endpoint").asText().equals("owner@example.org"));
        var budget = cloud.named("Budget");
        assertThat(budget.property("/Budget/BudgetLimit/Amount").asInt()).isEqualTo(40);
        assertThat(budget.property("/NotificationsWithSubscribers"))
                .allMatch(it ->
                        text(it.at("/Subscribers/0/Address"))
                                .equals("<" + cloud.named("Alerts").id() + ">"));
    }
}
