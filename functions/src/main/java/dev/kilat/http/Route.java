package dev.kilat.http;

/// A line of the routing table.
///
/// @param key as the gateway names it: `GET /api/gallery/{slug}`
record Route(String key, Need need, Handler handler) {
    /// What a caller must prove.
    enum Need {
        NOTHING,
        /// A guest of the event that the path names, or an admin.
        GUEST,
        ADMIN
    }

    interface Handler {
        Response answer(Call call);
    }

    static Route open(String key, Handler handler) {
        return new Route(key, Need.NOTHING, handler);
    }

    static Route guest(String key, Handler handler) {
        return new Route(key, Need.GUEST, handler);
    }

    static Route admin(String key, Handler handler) {
        return new Route(key, Need.ADMIN, handler);
    }
}
