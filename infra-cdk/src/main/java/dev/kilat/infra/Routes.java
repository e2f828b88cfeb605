package dev.kilat.infra;

import java.util.List;

/// Every call of the HTTP API, as API Gateway's route keys. What is not here is API Gateway's own
/// 404.
final class Routes {
    static final List<String> ADMIN =
            List.of(
                    "POST /api/auth/login",
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

    static final List<String> GALLERY =
            List.of(
                    "GET /api/health",
                    "POST /api/gallery/{slug}/sessions",
                    "GET /api/gallery/{slug}",
                    "GET /api/gallery/{slug}/photos",
                    "GET /api/gallery/{slug}/photos/{photo_id}",
                    "GET /api/photos/{photo_id}/download",
                    "POST /api/photos/{photo_id}/like",
                    "DELETE /api/photos/{photo_id}/like",
                    "GET /api/photos/{photo_id}/comments",
                    "POST /api/photos/{photo_id}/comments",
                    "POST /api/gallery/{slug}/live");

    private Routes() {}
}
