package dev.kilat.aws;

import dev.kilat.http.Json;
import dev.kilat.telemetry.Invocation;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// One JSON object a line, as CloudWatch can query it. A map among a message's parameters becomes
/// members of the line: `LOG.log(INFO, "published", Map.of("photo_id", id))`.
public final class JsonLog extends Formatter {
    /// Takes over all logging of this JVM.
    ///
    /// @param level the least that is printed: TRACE, DEBUG, INFO, WARN, ERROR
    public static void install(PrintStream out, String level) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(parse(level));
        root.addHandler(new Printer(out));
    }

    @Override
    public String format(LogRecord line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("timestamp", line.getInstant().toString());
        json.put("level", name(line.getLevel()));
        json.put("logger", String.valueOf(line.getLoggerName()));
        json.put("message", formatMessage(line));
        Invocation.current()
                .ifPresent(invocation -> {
                    json.put("function", invocation.function());
                    json.put("request_id", invocation.requestId());
                });
        if (line.getParameters() != null) {
            for (Object parameter : line.getParameters()) {
                if (parameter instanceof Map<?, ?> members) {
                    members.forEach(
                            (name, value) -> json.putIfAbsent(name.toString(), plain(value)));
                }
            }
        }
        Throwable error = line.getThrown();
        if (error != null) {
            json.put("error", error.getClass().getName());
            json.put("error_message", String.valueOf(error.getMessage()));
            json.put("stack", stack(error));
        }
        return Json.write(json);
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String name(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        if (level.intValue() >= Level.INFO.intValue()) {
            return "INFO";
        }
        return level.intValue() >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    private static Level parse(String level) {
        return switch (level) {
            case "TRACE" -> Level.FINER;
            case "DEBUG" -> Level.FINE;
            case "INFO" -> Level.INFO;
            case "WARN" -> Level.WARNING;
            case "ERROR" -> Level.SEVERE;
            default ->
                    throw new IllegalStateException(
                            "environment variable LOG_LEVEL must be TRACE, DEBUG, INFO, WARN or"
                                    + " ERROR, not '"
                                    + level
                                    + "'");
        };
    }

    private static final class Printer extends Handler {
        private final PrintStream out;

        private Printer(PrintStream out) {
            this.out = out;
            setFormatter(new JsonLog());
        }

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                out.println(getFormatter().format(line));
            }
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
