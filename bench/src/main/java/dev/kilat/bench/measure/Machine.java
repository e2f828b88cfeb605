package dev.kilat.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where it was measured.
public final class Machine {
    private Machine() {}

    /// Processors, system and JDK, without anything that names the machine itself.
    public static String text() {
        return processors()
                + "x "
                + processor()
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", "
                + System.getProperty("java.vendor.version")
                + " (Java "
                + Runtime.version().feature()
                + ")";
    }

    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// What a process has taken of the processors until now, all its threads together.
    public static Duration spent(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("process " + process + " is gone"));
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor");
        } catch (IOException e) {
            return "processor";
        }
    }
}
