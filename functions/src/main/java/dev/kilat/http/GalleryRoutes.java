package dev.kilat.http;

import static dev.kilat.http.Route.guest;
import static dev.kilat.http.Route.open;

import dev.kilat.identity.Tokens;
import dev.kilat.telemetry.Metrics;
import java.util.List;

/// The calls of the function `GalleryApi`.
public final class GalleryRoutes {
    private GalleryRoutes() {}

    public static Router of(
            Tokens tokens,
            Metrics metrics,
            HealthCalls health,
            SessionCalls sessions,
            GalleryCalls gallery,
            LikeCalls likes,
            CommentCalls comments,
            LiveCalls live) {
        return new Router(
                tokens,
                metrics,
                List.of(
                        open("GET /api/health", health::check),
                        open("POST /api/gallery/{slug}/sessions", sessions::open),
                        guest("GET /api/gallery/{slug}", gallery::overview),
                        guest("GET /api/gallery/{slug}/photos", gallery::photos),
                        guest("GET /api/gallery/{slug}/photos/{photo_id}", gallery::photo),
                        guest("GET /api/photos/{photo_id}/download", gallery::download),
                        guest("POST /api/photos/{photo_id}/like", likes::like),
                        guest("DELETE /api/photos/{photo_id}/like", likes::unlike),
                        guest("GET /api/photos/{photo_id}/comments", comments::all),
                        guest("POST /api/photos/{photo_id}/comments", comments::write),
                        guest("POST /api/gallery/{slug}/live", live::event)));
    }
}
