package dev.kilat.bench.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.bench.store.Store;
import dev.kilat.event.EventSlug;
import dev.kilat.photo.Cursor;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Head;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class GrownEventTest {
    @Test
    void rows_that_were_copied_are_read_as_photos_that_were_published() throws Exception {
        try (Store store = Store.start()) {
            EventSlug slug = GrownEvent.of(store, "grown", 50);
            Gallery gallery = new Gallery(store.changeLog());
            Head head = gallery.head(slug).orElseThrow();

            assertThat(gallery.since(slug, head, new Cursor(head.epoch(), 10), 200))
                    .asInstanceOf(InstanceOfAssertFactories.type(Gallery.Delta.Changes.class))
                    .extracting(delta -> delta.photos().size(), Gallery.Delta.Changes::cursor)
                    .containsExactly(40, head.cursor());
            assertThat(gallery.newest(slug, head, OptionalLong.empty(), 60))
                    .extracting(page -> page.photos().size(), Gallery.Page::cursor)
                    .containsExactly(50, head.cursor());
        }
    }
}
