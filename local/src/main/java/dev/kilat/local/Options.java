package dev.kilat.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param host address to listen on; `0.0.0.0` for every guest in the network
/// @param data folder that outlives a restart; empty to keep everything in memory
/// @param adminPassword empty to have one made, or the one made before
/// @param demo whether a simulated photographer works
record Options(
        int port,
        int s3Port,
        String host,
        Optional<Path> data,
        Optional<String> adminPassword,
        boolean demo) {

    static final String USAGE =
            """
            Usage: ./kilat run [options]

              --port N              pages, API and live updates (default 8080)
              --s3-port N           where photos are uploaded to (default 9000)
              --host ADDRESS        address to listen on (default 127.0.0.1; 0.0.0.0 for the whole network)
              --data DIR            where everything is kept (default .kilat)
              --in-memory           keep nothing; not with --data
              --admin-password PW   at least 8 characters (default: one is made and printed)
              --demo                an event "demo" and a photographer who uploads photos to it
              --help                this text
            """;

    /// A command line, read.
    sealed interface Read {
        record Run(Options options) implements Read {}

        record Help() implements Read {}

        /// `message` names what is wrong and what is allowed.
        record Wrong(String message) implements Read {}
    }

    static Read read(String... arguments) {
        Reader reader = new Reader(new ArrayDeque<>(List.of(arguments)));
        try {
            return reader.read();
        } catch (IllegalArgumentException e) {
            return new Read.Wrong(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static final class Reader {
        private final Deque<String> left;
        private int port = 8080;
        private int s3Port = 9000;
        private String host = "127.0.0.1";
        private Optional<Path> data = Optional.empty();
        private boolean inMemory;
        private Optional<String> adminPassword = Optional.empty();
        private boolean demo;

        Reader(Deque<String> left) {
            this.left = left;
        }

        Read read() {
            while (!left.isEmpty()) {
                String flag = left.pop();
                int equals = flag.startsWith("--") ? flag.indexOf('=') : -1;
                if (equals > 0) {
                    left.push(flag.substring(equals + 1));
                    flag = flag.substring(0, equals);
                }
                switch (flag) {
                    case "--port" -> port = port(flag);
                    case "--s3-port" -> s3Port = port(flag);
                    case "--host" -> host = value(flag);
                    case "--data" -> data = Optional.of(Path.of(value(flag)));
                    case "--in-memory" -> inMemory = true;
                    case "--admin-password" -> adminPassword = Optional.of(password(flag));
                    case "--demo" -> demo = true;
                    case "--help", "-h" -> {
                        return new Read.Help();
                    }
                    default -> throw new IllegalArgumentException("Unknown option " + flag + ".");
                }
            }
            if (inMemory && data.isPresent()) {
                throw new IllegalArgumentException(
                        "--in-memory keeps nothing, so it does not go with --data.");
            }
            if (port == s3Port) {
                throw new IllegalArgumentException(
                        "--port and --s3-port are both " + port + "; they must differ.");
            }
            Optional<Path> folder =
                    inMemory ? Optional.empty() : data.or(() -> Optional.of(Path.of(".kilat")));
            return new Read.Run(new Options(port, s3Port, host, folder, adminPassword, demo));
        }

        private String value(String flag) {
            String value = left.poll();
            if (value == null || value.isBlank() || value.startsWith("--")) {
                throw new IllegalArgumentException(flag + " needs a value.");
            }
            return value;
        }

        private int port(String flag) {
            String value = value(flag);
            if (!value.matches("\\d{1,5}")
                    || Integer.parseInt(value) < 1
                    || Integer.parseInt(value) > 65_535) {
                throw new IllegalArgumentException(
                        flag + " takes a port from 1 to 65535, not \"" + value + "\".");
            }
            return Integer.parseInt(value);
        }

        private String password(String flag) {
            String value = value(flag);
            if (value.length() < 8) {
                throw new IllegalArgumentException(flag + " needs at least 8 characters.");
            }
            return value;
        }
    }

    /// Never the password.
    @Override
    public String toString() {
        return "Options[port=" + port + ", s3Port=" + s3Port + ", host=" + host + "]";
    }
}
