package dev.kilat.infra;

import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// What a person is woken for. Each says in its description what it means and what to do.
final class Alarms {
    /// A section for each alarm, by its name.
    private static final String RUNBOOK = "What to do: docs/operating.md#";

    private static final MetricOptions SUM =
            MetricOptions.builder().statistic("Sum").period(Duration.minutes(5)).build();
    private static final MetricOptions MAXIMUM =
            MetricOptions.builder().statistic("Maximum").period(Duration.minutes(1)).build();

    private final Construct scope;
    private final Topic topic;

    private Alarms(Construct scope, Topic topic) {
        this.scope = scope;
        this.topic = topic;
    }

    static void watch(Construct scope, Topic topic, Functions functions, Queues queues, Api api) {
        var alarms = new Alarms(scope, topic);
        alarms.notEmpty(
                "ThumbnailsDead",
                queues.thumbnailsDead,
                "A photo got no thumbnails in four attempts. Guests see it without a preview.");
        alarms.notEmpty(
                "FanOutDead",
                queues.fanOutDead,
                "A slice of a room was not told of a change; its pages catch up by polling.");
        alarms.notEmpty(
                "UploadFailures",
                queues.uploadFailures,
                "PhotoUploaded failed three times on a photo. Reconcile tries again each minute.");
        alarms.late(
                "ThumbnailsLate",
                queues.thumbnails,
                Duration.minutes(5),
                "Thumbnails are five minutes behind: guests see photos without previews.");
        alarms.late(
                "FanOutLate",
                queues.fanOut,
                Duration.minutes(1),
                "Large rooms hear of photos a minute late.");
        alarms.lateUploads(functions.photoUploaded);
        functions.all().forEach(alarms::failing);
        functions.all().forEach(alarms::throttled);
        alarms.alarm(
                "ApiErrors",
                api.http.metricServerError(SUM),
                5,
                "The HTTP API answered 5xx five times in five minutes.");
    }

    private void notEmpty(String id, Queue queue, String meaning) {
        alarm(id, queue.metricApproximateNumberOfMessagesVisible(MAXIMUM), 1, meaning);
    }

    private void late(String id, Queue queue, Duration limit, String meaning) {
        alarm(
                id,
                queue.metricApproximateAgeOfOldestMessage(MAXIMUM),
                limit.toSeconds().intValue(),
                meaning);
    }

    private void lateUploads(KilatFunction it) {
        var age =
                Metric.Builder.create()
                        .namespace("AWS/Lambda")
                        .metricName("AsyncEventAge")
                        .dimensionsMap(Map.of("FunctionName", it.function.getFunctionName()))
                        .statistic("Maximum")
                        .period(Duration.minutes(1))
                        .build();
        alarm(
                it.name + "Late",
                age,
                Duration.minutes(1).toMilliseconds().intValue(),
                "Uploaded photos wait a minute for PhotoUploaded.");
    }

    private void failing(KilatFunction it) {
        alarm(
                it.name + "Errors",
                it.function.metricErrors(SUM),
                1,
                it.name + " failed or ran out of time.");
    }

    private void throttled(KilatFunction it) {
        alarm(
                it.name + "Throttles",
                it.function.metricThrottles(SUM),
                1,
                it.name + " was refused for lack of concurrency.");
    }

    private void alarm(String id, IMetric metric, Number from, String meaning) {
        var alarm =
                Alarm.Builder.create(scope, id + "Alarm")
                        .alarmDescription(meaning + " " + RUNBOOK + id.toLowerCase(Locale.ROOT))
                        .metric(metric)
                        .threshold(from)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .evaluationPeriods(1)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .build();
        alarm.addAlarmAction(new SnsAction(topic));
    }
}
