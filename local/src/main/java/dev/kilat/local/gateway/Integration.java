package dev.kilat.local.gateway;

import dev.kilat.local.function.Invoker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Invokes functions and stops waiting when API Gateway would: the function itself runs on.
final class Integration {
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final Invoker invoker;
    private final Duration cap;

    Integration(Invoker invoker, Duration cap) {
        this.invoker = invoker;
        this.cap = cap;
    }

    Invoker.Result invoke(String function, byte[] event) {
        try {
            return CompletableFuture.supplyAsync(() -> invoker.invoke(function, event), VIRTUAL)
                    .completeOnTimeout(
                            new Invoker.Result.TimedOut(), cap.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Invoking " + function + " broke", e.getCause());
        }
    }
}
