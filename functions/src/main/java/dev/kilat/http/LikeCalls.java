package dev.kilat.http;

import dev.kilat.contracts.http.Like;
import dev.kilat.identity.Caller;
import dev.kilat.photo.Photo;
import dev.kilat.social.LikeNews;
import dev.kilat.social.Likes;
import java.util.OptionalLong;

/// Liking a photo, and no longer liking it.
public final class LikeCalls {
    private final VisiblePhotos visible;
    private final Likes likes;
    private final LikeNews news;
    private final WriteLimit limit;

    public LikeCalls(VisiblePhotos visible, Likes likes, LikeNews news, WriteLimit limit) {
        this.visible = visible;
        this.likes = likes;
        this.news = news;
        this.limit = limit;
    }

    Response like(Call call) {
        return call(call, true, photo -> likes.like(photo, who(call.caller())));
    }

    Response unlike(Call call) {
        return call(call, false, photo -> likes.unlike(photo, who(call.caller())));
    }

    private Response call(Call call, boolean liked, Act act) {
        return visible.named(call)
                .map(photo -> limit.within(call.caller(), () -> answer(photo, liked, act)))
                .orElseGet(Problems::notFound);
    }

    private Response answer(Photo photo, boolean liked, Act act) {
        OptionalLong count = act.on(photo);
        if (count.isEmpty()) {
            return Problems.notFound();
        }
        // Also when nothing changed: whoever repeats a call may never have got through to here.
        news.changed(photo.id());
        return Response.ok(new Like(photo.id().value(), count.getAsLong(), liked));
    }

    private static String who(Caller caller) {
        return switch (caller) {
            case Caller.Admin(var username) -> "admin:" + username;
            case Caller.Guest guest -> guest.guestId();
            case Caller.Nobody _ -> throw new IllegalStateException("nobody passes the gate");
        };
    }

    private interface Act {
        OptionalLong on(Photo photo);
    }
}
