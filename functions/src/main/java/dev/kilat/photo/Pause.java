package dev.kilat.photo;

import java.time.Duration;

/// Waiting, as a port: tests wait in no time.
@FunctionalInterface
public interface Pause {
    void sleep(Duration time);

    static Pause real() {
        return time -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        };
    }
}
