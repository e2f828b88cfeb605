package dev.kilat.local.e2e;

import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A route of the HTTP API, as the template has it: a new one is found by itself.
record Door(String method, String path) {
    private static final List<String> OPEN =
            List.of("GET /api/health", "POST /api/auth/login", "POST /api/gallery/{slug}/sessions");

    /// Bodies that a call with the right would succeed with, so that nobody is turned away for the
    /// wrong reason.
    private static final Map<String, String> BODIES =
            Map.of(
                    "POST /api/admin/events",
                    "{\"slug\":\"stolen\",\"name\":\"Stolen\",\"access\":\"public\"}",
                    "PATCH /api/admin/events/{slug}",
                    "{\"name\":\"Stolen\"}",
                    "POST /api/admin/events/{slug}/uploads",
                    """
                    {"files":[{"file_name":"stolen.jpg","content_type":"image/jpeg","size":5,
                    "sha256":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}]}
                    """,
                    "PATCH /api/admin/photos/{photo_id}/comments/{comment_id}",
                    "{\"hidden\":true}",
                    "POST /api/photos/{photo_id}/comments",
                    "{\"id\":\"a new one\",\"content\":\"Stolen\"}");

    static List<Door> all() {
        Assembly assembly = Assembly.load(Cloud.ASSEMBLY, Region.LOCAL);
        return assembly.ofType("AWS::ApiGatewayV2::Route").stream()
                .map(route -> assembly.properties(route).path("RouteKey").asText())
                .filter(key -> key.contains(" /"))
                .sorted()
                .map(key -> Door.of(key.split(" ", 2)))
                .toList();
    }

    private static Door of(String... key) {
        return new Door(key[0], key[1]);
    }

    static List<Door> closed() {
        return all().stream().filter(door -> !OPEN.contains(door.key())).toList();
    }

    String key() {
        return method + " " + path;
    }

    boolean isAdmins() {
        return path.startsWith("/api/admin/") || path.startsWith("/api/metrics/");
    }

    String body() {
        return BODIES.getOrDefault(key(), method.equals("POST") ? "{}" : "")
                .replace("a new one", UUID.randomUUID().toString());
    }

    boolean names(String parameter) {
        return path.contains("{" + parameter + "}");
    }

    /// The paths behind which these may lie, each once.
    List<String> paths(List<Place> places) {
        List<String> paths = new ArrayList<>();
        for (Place place : places) {
            String to =
                    path.replace("{slug}", place.slug())
                            .replace("{photo_id}", place.photo())
                            .replace("{comment_id}", place.comment());
            if (!paths.contains(to)) {
                paths.add(to);
            }
        }
        return paths;
    }

    /// What a path may name.
    record Place(String slug, String photo, String comment) {}
}
