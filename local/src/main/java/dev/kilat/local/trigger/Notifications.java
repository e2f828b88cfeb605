package dev.kilat.local.trigger;

import dev.kilat.local.engine.ObjectCreated;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells functions of new objects: at least once, and in any order.
public final class Notifications implements Consumer<ObjectCreated> {
    private final List<Notification> notifications;
    private final AsyncInvoker invoker;
    private final Disorder disorder;
    private final Random random;
    private final String region;
    private volatile boolean silent;

    Notifications(
            List<Notification> notifications,
            AsyncInvoker invoker,
            Disorder disorder,
            String region) {
        this.notifications = List.copyOf(notifications);
        this.invoker = invoker;
        this.disorder = disorder;
        this.random = disorder.random();
        this.region = region;
    }

    /// S3 promises no time: whoever needs to see what happens without its word can have none.
    public <T> T inSilence(Supplier<T> step) {
        silent = true;
        try {
            return step.get();
        } finally {
            silent = false;
        }
    }

    @Override
    public void accept(ObjectCreated object) {
        if (silent) {
            return;
        }
        byte[] event = ObjectEvents.created(object, region);
        notifications.stream()
                .filter(notification -> notification.concerns(object))
                .forEach(notification -> deliver(notification, event));
    }

    private synchronized void deliver(Notification notification, byte[] event) {
        int deliveries = random.nextDouble() < disorder.duplicates() ? 2 : 1;
        for (int i = 0; i < deliveries; i++) {
            long delay = random.nextLong(disorder.longestDelay().toMillis() + 1);
            invoker.submit(notification.function(), event, Duration.ofMillis(delay));
        }
    }
}
