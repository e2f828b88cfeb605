package dev.kilat.simulation;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/// All that is left to chance, out of one seed: the same seed makes the same choices.
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    Duration between(Duration least, Duration most) {
        return least.plus(upTo(most.minus(least)));
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    String hex(int length) {
        return HexFormat.of().formatHex(bytes(length / 2));
    }

    /// For what takes its numbers as Java gives them.
    SecureRandom asRandom() {
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] into) {
                System.arraycopy(bytes(into.length), 0, into, 0, into.length);
            }
        };
    }
}
