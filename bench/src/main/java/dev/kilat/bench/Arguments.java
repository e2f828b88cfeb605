package dev.kilat.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flags of a command line, `--name value`.
public final class Arguments {
    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    public static Arguments none() {
        return new Arguments(Map.of());
    }

    /// @throws Refused naming what is wrong and what is allowed
    static Arguments read(List<String> words, Collection<String> allowed) {
        Map<String, String> values = new HashMap<>();
        for (Deque<String> left = new ArrayDeque<>(words); !left.isEmpty(); ) {
            String flag = left.pop();
            if (!allowed.contains(flag)) {
                throw new Refused(
                        "Unknown option "
                                + flag
                                + "; there "
                                + (allowed.isEmpty()
                                        ? "are none."
                                        : "is " + String.join(", ", allowed) + "."));
            }
            if (left.isEmpty() || left.peek().startsWith("--")) {
                throw new Refused(flag + " needs a value.");
            }
            values.put(flag, left.pop());
        }
        return new Arguments(values);
    }

    public int number(String flag, int usual, int most) {
        String value = values.getOrDefault(flag, String.valueOf(usual));
        if (!value.matches("\\d{1,9}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > most) {
            throw new Refused(
                    flag + " takes a whole number from 1 to " + most + ", not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    public Optional<Path> folder(String flag) {
        Optional<Path> folder = Optional.ofNullable(values.get(flag)).map(Path::of);
        folder.filter(it -> !Files.isDirectory(it))
                .ifPresent(it -> {
                    throw new Refused(flag + " takes a folder, and " + it + " is none.");
                });
        return folder;
    }

    /// A command line that cannot be understood.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
