package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the most specific route, as API Gateway does: a literal segment before a `{param}`, a
/// `{param}` before `{proxy+}`, a method before `ANY`, `$default` last.
final class RouteTable {
    private final List<Pattern> patterns;
    private final Optional<Match> fallback;

    private RouteTable(List<Pattern> patterns, Optional<Match> fallback) {
        this.patterns = patterns;
        this.fallback = fallback;
    }

    /// Parameters are decoded.
    record Match(HttpRoute route, Map<String, String> parameters) {}

    static RouteTable of(List<HttpRoute> routes) {
        List<Pattern> patterns = new ArrayList<>();
        Optional<Match> fallback = Optional.empty();
        for (HttpRoute route : routes) {
            if (route.routeKey().equals("$default")) {
                fallback = Optional.of(new Match(route, Map.of()));
            } else {
                patterns.add(Pattern.of(route));
            }
        }
        patterns.sort(Comparator.comparing(Pattern::rank));
        return new RouteTable(List.copyOf(patterns), fallback);
    }

    /// @param rawPath as it came, escapes and all
    Optional<Match> match(String method, String rawPath) {
        List<String> segments = List.of(rawPath.substring(1).split("/", -1));
        for (Pattern pattern : patterns) {
            Optional<Map<String, String>> parameters = pattern.match(method, segments);
            if (parameters.isPresent()) {
                return Optional.of(new Match(pattern.route(), parameters.get()));
            }
        }
        return fallback;
    }

    private record Pattern(HttpRoute route, String method, List<String> segments) {

        static Pattern of(HttpRoute route) {
            String[] parts = route.routeKey().split(" ", 2);
            if (parts.length != 2 || !parts[1].startsWith("/")) {
                throw new IllegalArgumentException("No route key: " + route.routeKey());
            }
            return new Pattern(route, parts[0], List.of(parts[1].substring(1).split("/", -1)));
        }

        /// Sorts the more specific pattern first: a character a segment, in the order of
        /// preference.
        String rank() {
            StringBuilder rank = new StringBuilder();
            for (String segment : segments) {
                rank.append(isGreedy(segment) ? 'c' : isParameter(segment) ? 'b' : 'a');
            }
            return rank.append(method.equals("ANY") ? 'b' : 'a').toString();
        }

        Optional<Map<String, String>> match(String asked, List<String> path) {
            boolean greedy = isGreedy(segments.getLast());
            if (!(method.equals("ANY") || method.equals(asked))
                    || (greedy ? path.size() < segments.size() : path.size() != segments.size())) {
                return Optional.empty();
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (isGreedy(segment)) {
                    String rest = String.join("/", path.subList(i, path.size()));
                    parameters.put(segment.substring(1, segment.length() - 2), decode(rest));
                } else if (isParameter(segment) && !path.get(i).isEmpty()) {
                    parameters.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
                } else if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(parameters);
        }

        private static boolean isParameter(String segment) {
            return segment.startsWith("{") && segment.endsWith("}");
        }

        private static boolean isGreedy(String segment) {
            return segment.startsWith("{") && segment.endsWith("+}");
        }
    }

    /// A path's escapes, where `+` is a plus.
    static String decode(String escaped) {
        return URLDecoder.decode(escaped.replace("+", "%2B"), UTF_8);
    }
}
