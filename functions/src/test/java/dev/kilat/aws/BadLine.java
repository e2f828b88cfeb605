package dev.kilat.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// A line to AWS that breaks, seeded: before a request is sent, or when the engine has done what
/// was asked and its answer is on the way back. What it throws is what the SDK makes of an {@link
/// IOException}.
///
/// The SDK repeats a call that broke with its cause, with the same idempotency token; so half of
/// the breaks are told without one: then whoever called does not know whether it was done.
final class BadLine implements ExecutionInterceptor {
    private final Random random;
    private final int oneIn;
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /// @param oneIn of so many attempts, one is not sent, and one is not answered
    BadLine(long seed, int oneIn) {
        random = new Random(seed);
        this.oneIn = oneIn;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
        if (random.nextInt(oneIn) == 0) {
            unsent.incrementAndGet();
            throw broken("Connection refused");
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes call) {
        if (random.nextInt(oneIn) == 0) {
            unanswered.incrementAndGet();
            context.responseBody().ifPresent(BadLine::close);
            throw broken("Connection reset");
        }
    }

    private SdkClientException broken(String why) {
        return SdkClientException.create(
                "Unable to execute HTTP request: " + why,
                random.nextBoolean() ? new IOException(why) : null);
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int unsent() {
        return unsent.get();
    }

    int unanswered() {
        return unanswered.get();
    }
}
