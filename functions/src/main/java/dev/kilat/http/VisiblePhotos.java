package dev.kilat.http;

import dev.kilat.photo.Gallery;
import dev.kilat.photo.Photo;
import java.util.Optional;

/// Which photos a caller sees: for any other one, every call answers as if there were none.
public final class VisiblePhotos {
    private final Gallery gallery;

    public VisiblePhotos(Gallery gallery) {
        this.gallery = gallery;
    }

    /// The photo that the path names. It outlives its event for as long as the purge takes, but
    /// nobody sees it any more.
    Optional<Photo> named(Call call) {
        return call.photoId()
                .flatMap(gallery::visible)
                .filter(photo -> call.caller().mayEnter(photo.event()))
                .filter(photo -> gallery.head(photo.event()).map(call::entered).isPresent());
    }
}
