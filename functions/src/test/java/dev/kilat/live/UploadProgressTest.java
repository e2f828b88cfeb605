package dev.kilat.live;

import static dev.kilat.photo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.EventSlug;
import dev.kilat.live.memory.MemoryUploadRuns;
import dev.kilat.photo.PhotoId;
import dev.kilat.photo.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadProgressTest implements FanOutQueue {
    private final Hall hall = new Hall(0, 100);
    private final PhotoId photo = Samples.photoId();
    private int queued;
    private boolean queueIsDown;
    private final UploadProgress progress =
            new UploadProgress(new MemoryUploadRuns(), this, hall.log, hall.bulletin, () -> NOON);

    @BeforeEach
    void an_admin_watches() {
        hall.openDashboard();
    }

    @Test
    void arrivals_are_told_from_behind_the_queue_and_many_as_one() {
        progress.expected(GrowingLog.EVENT, "admin", 3);
        arrive();
        arrive();
        assertThat(queued).isEqualTo(1);
        assertThat(hall.toAdmins).as("no photo waits for that").isEmpty();

        progress.due(GrowingLog.EVENT, "admin");
        assertThat(hall.toAdmins).hasSize(1);

        arrive();
        assertThat(queued).isEqualTo(2);
    }

    @Test
    void what_the_queue_does_not_take_is_told_at_once() {
        queueIsDown = true;
        arrive();
        arrive();
        assertThat(hall.toAdmins).hasSize(2);
    }

    private void arrive() {
        progress.arrived(GrowingLog.EVENT, "admin", photo);
    }

    @Override
    public void progress(EventSlug event, String uploader) {
        if (queueIsDown) {
            throw new IllegalStateException("the queue is down");
        }
        queued++;
    }

    @Override
    public void announce(EventSlug event, String owner) {
        throw new UnsupportedOperationException("nothing is committed here");
    }

    @Override
    public void slice(Room room, List<String> connectionIds, byte[] frame) {
        throw new UnsupportedOperationException("no room is large here");
    }

    @Override
    public void likes(PhotoId liked) {
        throw new UnsupportedOperationException("nobody likes here");
    }
}
