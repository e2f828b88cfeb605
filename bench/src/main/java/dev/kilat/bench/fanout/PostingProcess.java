package dev.kilat.bench.fanout;

import com.sun.management.OperatingSystemMXBean;
import dev.kilat.bench.measure.Worker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Map;

/// Posts as many frames as it is asked to, and answers how long it took and what it cost: `1000`,
/// or `1000 warm` with connections that were opened just before.
final class PostingProcess {
    static final int AT_ONCE = 128;
    private static final int UNMEASURED = 4 * AT_ONCE;

    private PostingProcess() {}

    /// @param arguments the kind of [Posts], and where to
    public static void main(String[] arguments) throws IOException {
        Posts posts = Posts.of(arguments[0], URI.create(arguments[1]));
        Worker.answer(question -> {
            String[] words = question.split(" ", -1);
            if (words.length > 1) {
                posts.post(UNMEASURED);
            }
            return post(posts, Integer.parseInt(words[0]));
        });
        System.exit(0);
    }

    private static Map<String, Object> post(Posts posts, int count) throws InterruptedException {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        int reached = posts.post(count);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        return Map.of(
                "reached",
                reached,
                "ms",
                milliseconds,
                "cpu_ms",
                (process.getProcessCpuTime() - cpu) / 1e6);
    }
}
