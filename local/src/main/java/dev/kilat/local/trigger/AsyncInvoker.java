package dev.kilat.local.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.function.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lambda's asynchronous invocation: accepted at once, tried again after a failure, and set aside
/// after the last.
///
/// Events wait in memory. One that is lost with the machine is found by `Reconcile`, as is one that
/// S3 never sent.
public final class AsyncInvoker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncInvoker.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Invoker invoker;
    private final Map<String, AsyncPolicy> policies;
    private final FailureDestination failures;
    private final Duration retryAfter;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("async-invoke").factory());

    /// @param policies by physical function name
    /// @param retryAfter before the first retry, and twice as long before the second; Lambda waits
    ///   one and two minutes
    AsyncInvoker(
            Invoker invoker,
            Map<String, AsyncPolicy> policies,
            FailureDestination failures,
            Duration retryAfter) {
        this.invoker = invoker;
        this.policies = Map.copyOf(policies);
        this.failures = failures;
        this.retryAfter = retryAfter;
    }

    public void submit(FunctionSpec function, byte[] event, Duration delay) {
        later(() -> attempt(function, event, 1), delay);
    }

    private void attempt(FunctionSpec function, byte[] event, int number) {
        switch (invoker.invoke(function.id(), event)) {
            case Invoker.Result.Answer(byte[] _) -> {}
            case Invoker.Result.FunctionError(String message) ->
                    failed(function, event, number, message);
            case Invoker.Result.TimedOut() -> failed(function, event, number, "Task timed out");
            // Throttled events stay in Lambda's queue, and cost no attempt.
            case Invoker.Result.Throttled() ->
                    later(() -> attempt(function, event, number), retryAfter);
        }
    }

    private void failed(FunctionSpec function, byte[] event, int number, String message) {
        AsyncPolicy policy = policies.getOrDefault(function.name(), AsyncPolicy.DEFAULT);
        if (number <= policy.retries()) {
            later(() -> attempt(function, event, number + 1), retryAfter.multipliedBy(number));
            return;
        }
        LOG.warn("{} gave up on an event after {} attempts: {}", function.id(), number, message);
        policy.onFailure()
                .ifPresent(queue ->
                        failures.send(function, queue, record(function, event, number, message)));
    }

    private static String record(
            FunctionSpec function, byte[] event, int attempts, String message) {
        ObjectNode record =
                JSON.createObjectNode()
                        .put("version", "1.0")
                        .put("timestamp", Instant.now().toString());
        record.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function.arn())
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", attempts);
        try {
            record.set("requestPayload", JSON.readTree(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "1")
                .put("functionError", "Unhandled");
        record.putObject("responsePayload").put("errorMessage", message);
        return record.toString();
    }

    /// The clock only starts attempts; each runs on a thread of its own.
    private void later(Runnable attempt, Duration delay) {
        try {
            var _ =
                    clock.schedule(
                            () -> Thread.ofVirtual().name("async-invoke").start(attempt),
                            delay.toNanos(),
                            TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("An event came too late", stopping);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
