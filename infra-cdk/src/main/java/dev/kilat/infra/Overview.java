package dev.kilat.infra;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/// The one dashboard, in the order a photo travels: arrived, worked on, told to the room.
final class Overview {
    private static final MetricOptions P95 = MetricOptions.builder().statistic("p95").build();

    private Overview() {}

    static void draw(Construct scope, Functions functions, Queues queues, Api api, LiveApi live) {
        var dashboard =
                Dashboard.Builder.create(scope, "Overview")
                        .defaultInterval(Duration.hours(8))
                        .build();
        dashboard.addWidgets(
                graph("Invocations", each(functions, it -> it.function.metricInvocations())),
                graph("Errors", each(functions, it -> it.function.metricErrors())),
                graph(
                        "Duration, 95 of 100",
                        each(functions, it -> it.function.metricDuration(P95))));
        dashboard.addWidgets(
                graph(
                        "Waiting work",
                        List.of(
                                queues.thumbnails.metricApproximateNumberOfMessagesVisible(),
                                queues.fanOut.metricApproximateNumberOfMessagesVisible())),
                graph(
                        "Given up",
                        List.of(
                                queues.thumbnailsDead.metricApproximateNumberOfMessagesVisible(),
                                queues.fanOutDead.metricApproximateNumberOfMessagesVisible(),
                                queues.uploadFailures.metricApproximateNumberOfMessagesVisible())),
                graph(
                        "Oldest work, seconds",
                        List.of(
                                queues.thumbnails.metricApproximateAgeOfOldestMessage(),
                                queues.fanOut.metricApproximateAgeOfOldestMessage())));
        dashboard.addWidgets(
                graph("Calls", List.of(api.http.metricCount())),
                graph(
                        "Refused and failed calls",
                        List.of(api.http.metricClientError(), api.http.metricServerError())),
                graph(
                        "Live",
                        List.of(
                                ofLive(live, "ConnectCount"),
                                ofLive(live, "MessageCount"),
                                ofLive(live, "IntegrationError"))));
        dashboard.addWidgets(
                graph("Upload to guests, half, ms", each(functions, it -> published(it, "p50"))),
                graph(
                        "Upload to guests, 95 of 100, ms",
                        each(functions, it -> published(it, "p95"))));
    }

    private static List<? extends IMetric> each(
            Functions functions, Function<KilatFunction, Metric> metric) {
        return functions.all().stream().map(metric).toList();
    }

    /// What the functions that send frames measure themselves.
    private static Metric published(KilatFunction it, String statistic) {
        return Metric.Builder.create()
                .namespace("Kilat")
                .metricName("PublishLatency")
                .dimensionsMap(Map.of("function", it.function.getFunctionName()))
                .statistic(statistic)
                .build();
    }

    private static IMetric ofLive(LiveApi live, String name) {
        return Metric.Builder.create()
                .namespace("AWS/ApiGateway")
                .metricName(name)
                .dimensionsMap(Map.of("ApiId", live.webSocket.getApiId(), "Stage", LiveApi.STAGE))
                .statistic("Sum")
                .build();
    }

    private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).width(8).left(metrics).build();
    }
}
