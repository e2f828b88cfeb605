package dev.kilat.bench.report;

import java.util.List;
import java.util.Optional;

/// A line of a report: our figure, the peer's on the same work in the same run, and the limit that
/// neither can pass.
public record Comparison(
        String work, Figure ours, Optional<Figure> peer, Goal goal, Optional<Figure> limit) {

    public static Comparison of(String work, Figure ours) {
        return new Comparison(work, ours, Optional.empty(), new Goal.None(), Optional.empty());
    }

    public Comparison against(Figure peers) {
        return new Comparison(work, ours, Optional.of(peers), goal, limit);
    }

    public Comparison wanted(Goal wanted) {
        return new Comparison(work, ours, peer, wanted, limit);
    }

    public Comparison limit(Figure least) {
        return new Comparison(work, ours, peer, goal, Optional.of(least));
    }

    static List<String> columns() {
        return List.of("work", "ours", "peer", "ratio", "wanted", "met", "limit");
    }

    List<String> cells() {
        double peers = peer.map(Figure::value).orElse(Double.NaN);
        boolean judged = !(goal instanceof Goal.None);
        return List.of(
                work,
                ours.text(),
                peer.map(Figure::text).orElse(""),
                peer.isPresent() ? goal.ratio(ours.value(), peers) : "",
                goal.text(),
                judged ? goal.met(ours.value(), peers) ? "yes" : "no" : "",
                limit.map(Figure::text).orElse(""));
    }
}
