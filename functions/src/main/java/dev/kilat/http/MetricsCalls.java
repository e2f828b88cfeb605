package dev.kilat.http;

import dev.kilat.contracts.http.EventMetrics;
import dev.kilat.contracts.http.Metrics;
import dev.kilat.contracts.http.PublishLatency;
import dev.kilat.live.Histogram;
import dev.kilat.live.LiveMetrics;
import dev.kilat.social.EventFigures;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who is connected and how events are doing, for admins.
public final class MetricsCalls {
    private final LiveMetrics live;
    private final EventFigures figures;

    public MetricsCalls(LiveMetrics live, EventFigures figures) {
        this.live = live;
        this.figures = figures;
    }

    Response event(Call call) {
        return call.slug()
                .flatMap(figures::of)
                .map(now -> Response.ok(json(now)))
                .orElseGet(Problems::notFound);
    }

    private static EventMetrics json(EventFigures.Figures now) {
        return new EventMetrics(
                now.guests(),
                now.photos(),
                now.likes(),
                now.comments(),
                new PublishLatency(
                        now.published().total(),
                        percentile(now.published(), 0.5),
                        percentile(now.published(), 0.95)));
    }

    private static @Nullable Long percentile(Histogram published, double share) {
        OptionalLong time = published.percentile(share);
        return time.isPresent() ? time.getAsLong() : null;
    }

    Response live(Call call) {
        LiveMetrics.Snapshot now = live.now();
        Map<String, Long> rooms = new TreeMap<>();
        now.rooms().forEach((room, clients) -> rooms.put(room, clients.longValue()));
        return Response.ok(new Metrics(now.connectedClients(), now.totalMessages(), rooms));
    }
}
