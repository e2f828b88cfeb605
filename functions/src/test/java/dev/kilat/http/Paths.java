package dev.kilat.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the route of a path, as the gateway does: the one with the fewest parameters.
final class Paths {
    static final List<String> ADMIN =
            List.of(
                    "POST /api/admin/events",
                    "GET /api/admin/events",
                    "GET /api/admin/events/{slug}",
                    "PATCH /api/admin/events/{slug}",
                    "DELETE /api/admin/events/{slug}",
                    "POST /api/admin/events/{slug}/uploads",
                    "POST /api/admin/photos/{photo_id}/complete",
                    "DELETE /api/admin/photos/{photo_id}",
                    "POST /api/admin/photos/{photo_id}/restore",
                    "POST /api/admin/photos/{photo_id}/retry",
                    "PATCH /api/admin/photos/{photo_id}/comments/{comment_id}",
                    "DELETE /api/admin/photos/{photo_id}/comments/{comment_id}",
                    "GET /api/admin/events/{slug}/comments",
                    "GET /api/admin/events/{slug}/metrics",
                    "POST /api/admin/live",
                    "GET /api/metrics/live");
    static final List<String> GUEST =
            List.of(
                    "GET /api/gallery/{slug}",
                    "GET /api/gallery/{slug}/photos",
                    "GET /api/gallery/{slug}/photos/{photo_id}",
                    "GET /api/photos/{photo_id}/download",
                    "POST /api/photos/{photo_id}/like",
                    "DELETE /api/photos/{photo_id}/like",
                    "GET /api/photos/{photo_id}/comments",
                    "POST /api/photos/{photo_id}/comments",
                    "POST /api/gallery/{slug}/live");
    static final List<String> OPEN =
            List.of("GET /api/health", "POST /api/auth/login", "POST /api/gallery/{slug}/sessions");

    private Paths() {}

    record Match(
            String routeKey,
            String path,
            Map<String, String> parameters,
            Map<String, String> query) {}

    static boolean isAdmins(String routeKey) {
        return ADMIN.contains(routeKey) || routeKey.equals("POST /api/auth/login");
    }

    static Match match(String method, String pathAndQuery) {
        String[] parts = pathAndQuery.split("\\?", 2);
        String path = parts[0];
        for (List<String> keys : List.of(OPEN, ADMIN, GUEST)) {
            for (String key : keys) {
                Matcher matcher =
                        Pattern.compile(key.replaceAll("\\{([a-z_]+)\\}", "([^/]+)"))
                                .matcher(method + " " + path);
                if (matcher.matches()) {
                    return new Match(
                            key,
                            path,
                            parameters(key, matcher),
                            query(parts.length > 1 ? parts[1] : ""));
                }
            }
        }
        throw new IllegalArgumentException("no route for " + method + " " + path);
    }

    private static Map<String, String> parameters(String key, Matcher values) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher names = Pattern.compile("\\{([a-z_]+)\\}").matcher(key);
        for (int i = 1; names.find(); i++) {
            parameters.put(names.group(1), values.group(i));
        }
        return parameters;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
