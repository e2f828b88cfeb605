package dev.kilat.http;

import dev.kilat.contracts.http.Metrics;
import dev.kilat.live.LiveMetrics;
import java.util.Map;
import java.util.TreeMap;

/// Who is connected, for admins.
public final class MetricsCalls {
    private final LiveMetrics live;

    public MetricsCalls(LiveMetrics live) {
        this.live = live;
    }

    Response live(Call call) {
        LiveMetrics.Snapshot now = live.now();
        Map<String, Long> rooms = new TreeMap<>();
        now.rooms().forEach((room, clients) -> rooms.put(room, clients.longValue()));
        return Response.ok(new Metrics(now.connectedClients(), now.totalMessages(), rooms));
    }
}
