package dev.kilat.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kilat.local.bill.Meter;
import dev.kilat.local.bill.Use;
import dev.kilat.local.function.Invoker.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One function with its environments: as on Lambda, an environment serves one invocation at a
/// time, is kept warm for the next, and is thrown away when an invocation runs out of time.
///
/// Invocations run on platform threads. A virtual thread that decodes a photo would keep a
/// processor from all the others.
final class HostedFunction {
    private static final Logger LOG = LoggerFactory.getLogger(HostedFunction.class);

    /// Beyond these, invocations wait for one another: Lambda would start more, on other machines.
    private static final int ENVIRONMENTS = 16;

    private final FunctionSpec spec;
    private final HandlerFactory factory;
    private final Meter meter;
    private final Queue<RequestStreamHandler> warm = new ConcurrentLinkedQueue<>();
    private final Semaphore environments = new Semaphore(ENVIRONMENTS, true);
    private final Semaphore reserved;

    HostedFunction(FunctionSpec spec, HandlerFactory factory, Meter meter) {
        this.spec = spec;
        this.factory = factory;
        this.meter = meter;
        this.reserved = new Semaphore(spec.reserved().orElse(Integer.MAX_VALUE));
    }

    /// Makes the first environment, so that a function that cannot start stops the cloud's start.
    void start() {
        warm.add(factory.create(spec));
    }

    Result invoke(byte[] event) {
        if (!reserved.tryAcquire()) {
            return new Result.Throttled();
        }
        try {
            environments.acquire();
            try {
                return run(event);
            } finally {
                environments.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.FunctionError("The local cloud is stopping");
        } finally {
            reserved.release();
        }
    }

    private Result run(byte[] event) throws InterruptedException {
        RequestStreamHandler idle = warm.poll();
        RequestStreamHandler handler = idle == null ? factory.create(spec) : idle;
        InvocationContext context = new InvocationContext(spec);
        FutureTask<byte[]> invocation = new FutureTask<>(() -> metered(handler, event, context));
        Thread.ofPlatform().daemon().name(spec.id()).start(invocation);
        try {
            byte[] answer = invocation.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
            warm.add(handler);
            return new Result.Answer(answer);
        } catch (TimeoutException e) {
            invocation.cancel(true);
            LOG.warn("{} timed out after {} s", spec.id(), spec.timeout().toSeconds());
            return new Result.TimedOut();
        } catch (ExecutionException e) {
            warm.add(handler);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("{} failed", spec.id(), cause);
            return new Result.FunctionError(cause.toString());
        }
    }

    /// Runs on a thread of its own, whose processor time is the invocation's.
    private byte[] metered(RequestStreamHandler handler, byte[] event, InvocationContext context)
            throws Exception {
        long start = System.nanoTime();
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), answer, context);
            return answer.toByteArray();
        } finally {
            long took = System.nanoTime() - start;
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            meter.count(
                    new Use.Invocation(
                            spec.handler(),
                            spec.memoryMb(),
                            Duration.ofNanos(took),
                            Duration.ofNanos(worked)));
        }
    }
}
