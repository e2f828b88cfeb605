package dev.kilat.photo;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadLinksTest {
    private final MemoryGalleryStore store = new MemoryGalleryStore();
    private final Journal journal = new Journal(store, _ -> {}, new Random(1));
    private int looks;
    private Runnable meanwhile = () -> {};
    private final DownloadLinks links =
            new DownloadLinks(
                    new Gallery(store),
                    photo -> URI.create("https://example.org/" + photo.downloadKey()),
                    _ -> {
                        looks++;
                        meanwhile.run();
                    });

    @BeforeEach
    void an_event() {
        store.create(Samples.event(WEDDING));
    }

    @Test
    void a_link_leads_to_the_copy_and_never_to_the_original() {
        Photo photo = published();
        ready(photo);
        assertThat(links.of(photo.id()))
                .contains(URI.create("https://example.org/downloads/wedding/" + photo.id()));
        assertThat(looks).isZero();
    }

    @Test
    void a_photo_that_has_just_arrived_is_waited_for() {
        Photo photo = published();
        meanwhile =
                () -> {
                    if (looks == 3) {
                        ready(photo);
                    }
                };
        assertThat(links.of(photo.id())).isPresent();
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void nobody_waits_for_ever_nor_for_what_never_comes() {
        Photo photo = published();
        assertThat(links.of(photo.id())).isEmpty();
        assertThat(looks).isBetween(10, 50);
        journal.commit(WEDDING, List.of(new Change.Updated(photo.failed("damaged"))));
        looks = 0;
        assertThat(links.of(photo.id())).isEmpty();
        assertThat(links.of(Samples.photoId())).isEmpty();
        assertThat(looks).isZero();
    }

    private Photo published() {
        Pending ticket = Samples.ticket(WEDDING);
        store.claim(ticket);
        return journal.commit(WEDDING, List.of(Samples.added(Samples.photo(ticket)))).getFirst();
    }

    private void ready(Photo photo) {
        journal.commit(
                WEDDING, List.of(new Change.Updated(photo.ready(Samples.thumbnails(), null))));
    }
}
