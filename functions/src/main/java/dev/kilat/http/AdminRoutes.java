package dev.kilat.http;

import static dev.kilat.http.Route.admin;
import static dev.kilat.http.Route.open;

import dev.kilat.identity.Tokens;
import dev.kilat.telemetry.Metrics;
import java.util.List;

/// The calls of the function `AdminApi`.
public final class AdminRoutes {
    private AdminRoutes() {}

    public static Router of(
            Tokens tokens,
            Metrics metrics,
            LoginCalls login,
            EventCalls events,
            UploadCalls uploads,
            PhotoCalls photos,
            CommentAdminCalls comments,
            LiveCalls live,
            MetricsCalls metricsCalls) {
        return new Router(
                tokens,
                metrics,
                List.of(
                        open("POST /api/auth/login", login::login),
                        admin("POST /api/admin/events", events::create),
                        admin("GET /api/admin/events", events::all),
                        admin("GET /api/admin/events/{slug}", events::one),
                        admin("PATCH /api/admin/events/{slug}", events::change),
                        admin("DELETE /api/admin/events/{slug}", events::purge),
                        admin("POST /api/admin/events/{slug}/uploads", uploads::request),
                        admin("POST /api/admin/photos/{photo_id}/complete", photos::complete),
                        admin("DELETE /api/admin/photos/{photo_id}", photos::delete),
                        admin("POST /api/admin/photos/{photo_id}/restore", photos::restore),
                        admin("POST /api/admin/photos/{photo_id}/retry", photos::retry),
                        admin(
                                "PATCH /api/admin/photos/{photo_id}/comments/{comment_id}",
                                comments::change),
                        admin(
                                "DELETE /api/admin/photos/{photo_id}/comments/{comment_id}",
                                comments::delete),
                        admin("GET /api/admin/events/{slug}/comments", comments::latest),
                        admin("POST /api/admin/live", live::admin),
                        admin("GET /api/admin/events/{slug}/metrics", metricsCalls::event),
                        admin("GET /api/metrics/live", metricsCalls::live)));
    }
}
