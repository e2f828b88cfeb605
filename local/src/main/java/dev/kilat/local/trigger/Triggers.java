package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.engine.ObjectCreated;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.function.Invoker;
import dev.kilat.local.template.Region;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Everything that starts functions by itself.
public final class Triggers implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AsyncInvoker async;
    private final Notifications notifications;
    private final List<QueuePoller> pollers = new ArrayList<>();
    private final List<Schedule> schedules;
    private final Region region;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("schedules").factory());

    /// @param queueUrls queue ARN -> URL on this machine
    /// @param sqs a client with the rights of a function
    public Triggers(
            Plan plan,
            Invoker invoker,
            Map<String, String> queueUrls,
            Function<FunctionSpec, SqsClient> sqs,
            Disorder disorder,
            Region region) {
        this(plan, invoker, queueUrls, sqs, disorder, region, RETRY_AFTER);
    }

    Triggers(
            Plan plan,
            Invoker invoker,
            Map<String, String> queueUrls,
            Function<FunctionSpec, SqsClient> sqs,
            Disorder disorder,
            Region region,
            Duration retryAfter) {
        this.region = region;
        this.schedules = plan.schedules();
        this.async =
                new AsyncInvoker(
                        invoker,
                        plan.async(),
                        (function, queue, record) -> {
                            try (SqsClient client = sqs.apply(function)) {
                                client.sendMessage(message ->
                                        message.queueUrl(queueUrls.get(queue)).messageBody(record));
                            }
                        },
                        retryAfter);
        this.notifications =
                new Notifications(plan.notifications(), async, disorder, region.name());
        for (Mapping mapping : plan.mappings()) {
            String url = queueUrls.getOrDefault(mapping.queueArn(), "");
            pollers.add(
                    new QueuePoller(
                            mapping, url, invoker, sqs.apply(mapping.function()), region.name()));
        }
    }

    /// What the template says about triggers.
    public record Plan(
            List<Notification> notifications,
            List<Mapping> mappings,
            List<Schedule> schedules,
            Map<String, AsyncPolicy> async) {}

    /// To be called for each new object.
    public Consumer<ObjectCreated> objectCreated() {
        return notifications;
    }

    public void start() {
        pollers.forEach(QueuePoller::start);
        for (Schedule schedule : schedules) {
            long nanos = schedule.every().toNanos();
            var _ = clock.scheduleAtFixedRate(() -> run(schedule), 0, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /// Takes a step of whose objects no function is told.
    public <T> T inSilence(Supplier<T> step) {
        return notifications.inSilence(step);
    }

    /// Runs everything that is scheduled now, without waiting for its time.
    public void runSchedules() {
        schedules.forEach(this::run);
    }

    private void run(Schedule schedule) {
        async.submit(schedule.function(), event(schedule), Duration.ZERO);
    }

    private byte[] event(Schedule schedule) {
        ObjectNode event =
                JSON.createObjectNode()
                        .put("version", "0")
                        .put("id", UUID.randomUUID().toString())
                        .put("detail-type", "Scheduled Event")
                        .put("source", "aws.events")
                        .put("account", region.account())
                        .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("region", region.name());
        event.putArray("resources").add(region.arn("events", "rule/" + schedule.name()));
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pollers.forEach(QueuePoller::close);
        async.close();
    }
}
