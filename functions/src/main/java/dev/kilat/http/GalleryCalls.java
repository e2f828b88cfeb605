package dev.kilat.http;

import dev.kilat.contracts.http.Delta;
import dev.kilat.contracts.http.Page;
import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.photo.DownloadLinks;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Head;
import dev.kilat.photo.PhotoId;
import java.util.Optional;

/// What guests read of an event they may enter.
public final class GalleryCalls {
    private static final int POLL_SECONDS = 30;

    private final Events events;
    private final Gallery gallery;
    private final DownloadLinks downloads;
    private final VisiblePhotos visible;
    private final PhotoJson json;

    public GalleryCalls(Events events, Gallery gallery, DownloadLinks downloads, PhotoJson json) {
        this.events = events;
        this.gallery = gallery;
        this.visible = new VisiblePhotos(gallery);
        this.downloads = downloads;
        this.json = json;
    }

    Response overview(Call call) {
        return call.enteredSlug()
                .flatMap(events::find)
                .flatMap(event ->
                        gallery.head(event.slug())
                                .map(call::entered)
                                .map(head -> overview(event, head)))
                .orElseGet(Problems::notFound);
    }

    Response photos(Call call) {
        return call.enteredSlug()
                .flatMap(slug -> photos(call, slug, GalleryQuery.of(call.request().query())))
                .orElseGet(Problems::notFound);
    }

    Response photo(Call call) {
        return call.enteredSlug()
                .flatMap(slug -> visible.named(call).filter(photo -> photo.event().equals(slug)))
                .map(photo -> Response.ok(json.of(photo)))
                .orElseGet(Problems::notFound);
    }

    Response download(Call call) {
        return visible.named(call)
                .flatMap(photo -> downloads.of(photo.id()))
                .map(Response::found)
                .orElseGet(Problems::notFound);
    }

    private static Response overview(Event event, Head head) {
        return Response.ok(
                new dev.kilat.contracts.http.Gallery(
                        EventJson.forGuests(event),
                        head.photoCount(),
                        head.cursor().toString(),
                        POLL_SECONDS));
    }

    private Optional<Response> photos(Call call, EventSlug slug, GalleryQuery query) {
        return gallery.head(slug)
                .map(call::entered)
                .map(head ->
                        switch (query) {
                            case GalleryQuery.Newest(var before, var limit) ->
                                    page(gallery.newest(slug, head, before, limit));
                            case GalleryQuery.Since(var cursor, var limit) ->
                                    delta(gallery.since(slug, head, cursor, limit));
                        });
    }

    private Response page(Gallery.Page page) {
        return Response.ok(
                new Page(
                        json.all(page.photos()),
                        page.cursor().toString(),
                        page.before().isPresent()
                                ? GalleryQuery.before(page.before().getAsLong())
                                : null));
    }

    private Response delta(Gallery.Delta delta) {
        return switch (delta) {
            case Gallery.Delta.CursorExpired() -> Problems.cursorExpired();
            case Gallery.Delta.Changes(
                            var photos,
                            var deleted,
                            var comments,
                            var cursor,
                            var more) ->
                    Response.ok(
                            new Delta(
                                    json.all(photos),
                                    deleted.stream().map(PhotoId::value).toList(),
                                    CommentJson.all(comments),
                                    cursor.toString(),
                                    more));
        };
    }
}
