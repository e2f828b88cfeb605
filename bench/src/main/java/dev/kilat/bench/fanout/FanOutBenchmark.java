package dev.kilat.bench.fanout;

import dev.kilat.bench.Arguments;
import dev.kilat.bench.Benchmark;
import dev.kilat.bench.report.Comparison;
import dev.kilat.bench.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Posts to @connections beside the SDK's, and a room of guests on the local cloud.
public final class FanOutBenchmark implements Benchmark {
    private static final String SDK = "AWS SDK 2.41.18, Netty";

    @Override
    public Map<String, String> flags() {
        return Map.of(
                "--guests", "N    sockets that listen to one event (default 1000)",
                "--rounds", "N    rounds of posts that are measured (default 5)");
    }

    @Override
    public Report run(Arguments arguments) throws Exception {
        int guests = arguments.number("--guests", 1000, 5000);
        int rounds = arguments.number("--rounds", 5, 100);
        List<Comparison> lines = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Path work = Path.of("bench/target/fan-out");
        try (Posting posting = Posting.start(Certificate.in(work))) {
            lines.add(posting.cost(rounds, SDK));
            lines.addAll(posting.largeRoom(remarks));
        }
        try (Wedding wedding = Wedding.start(guests)) {
            lines.addAll(wedding.arrivals(remarks));
            lines.addAll(wedding.burst(remarks));
        }
        return new Report(
                "Fan-out",
                "Posts of a 1 KB frame to @connections: signed, over TLS, to a local server that answers after 10 ms, 128 under way at"
                        + " once, on one processor at Lambda's default C1, in turns. Then a local cloud with "
                        + guests
                        + " guests on WebSockets, and a photographer who uploads.",
                List.of(SDK),
                lines,
                remarks);
    }
}
