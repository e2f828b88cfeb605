package dev.kilat.photo;

import static dev.kilat.photo.Samples.PARTY;
import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import dev.kilat.event.Events;
import dev.kilat.photo.PendingPhotos.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of tickets promises.
public abstract class PendingPhotosContract {
    /// After all ids of a test, which are made of the real clock.
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    protected abstract PendingPhotos pending();

    protected abstract ChangeLog log();

    protected abstract Events events();

    @BeforeEach
    void an_event() {
        events().create(Samples.event(WEDDING));
    }

    @Test
    void a_ticket_is_kept_as_it_was_asked_for() {
        Pending ticket = Samples.ticket(WEDDING);
        assertThat(pending().claim(ticket)).isEqualTo(new Claim.Claimed());
        assertThat(pending().ticket(ticket.id())).contains(ticket);
        assertThat(pending().ticket(Samples.photoId())).isEmpty();
    }

    @Test
    void the_same_bytes_are_claimed_once_an_event() {
        Pending first = Samples.ticket(WEDDING);
        pending().claim(first);
        Pending again = Samples.ticket(WEDDING, Samples.photoId(), first.sha256());
        Pending elsewhere = Samples.ticket(PARTY, Samples.photoId(), first.sha256());
        assertThat(pending().claim(again)).isEqualTo(new Claim.Taken(first.id()));
        assertThat(pending().ticket(again.id())).isEmpty();
        assertThat(pending().claim(elsewhere)).isEqualTo(new Claim.Claimed());
    }

    @Test
    void of_many_who_claim_the_same_bytes_at_once_one_wins() throws Exception {
        String sha256 = Samples.sha256();
        List<Callable<Claim>> offers =
                IntStream.range(0, 16)
                        .<Callable<Claim>>mapToObj(_ ->
                                () ->
                                        pending()
                                                .claim(
                                                        Samples.ticket(
                                                                WEDDING,
                                                                Samples.photoId(),
                                                                sha256)))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Claim> claims =
                    threads.invokeAll(offers).stream().map(future -> future.resultNow()).toList();
            assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
            Set<Claim> losers =
                    claims.stream()
                            .filter(Claim.Taken.class::isInstance)
                            .collect(Collectors.toSet());
            assertThat(losers).hasSize(1);
        }
    }

    @Test
    void a_failed_photo_says_why_and_is_finished() {
        Pending ticket = claimed(Samples.photoId());
        assertThat(pending().fail(ticket.id(), "no image")).isTrue();
        assertThat(pending().fail(ticket.id(), "still no image")).isFalse();
        assertThat(pending().ticket(ticket.id()).orElseThrow().state())
                .isEqualTo(new Pending.State.Failed("no image"));
        assertThat(pending().unfinished(LATER, LATER, 10)).isEmpty();
    }

    @Test
    void a_published_photo_can_neither_fail_nor_be_abandoned() {
        Pending ticket = claimed(Samples.photoId());
        publish(ticket);
        assertThat(pending().fail(ticket.id(), "too late")).isFalse();
        pending().abandon(ticket.id());
        assertThat(pending().ticket(ticket.id()).orElseThrow().state())
                .isEqualTo(new Pending.State.Published());
        assertThat(pending().unfinished(LATER, LATER, 10)).containsExactly(ticket.id());
    }

    @Test
    void abandoned_bytes_may_be_offered_again() {
        Pending ticket = claimed(Samples.photoId());
        pending().abandon(ticket.id());
        assertThat(pending().ticket(ticket.id())).isEmpty();
        assertThat(pending().unfinished(LATER, LATER, 10)).isEmpty();
        assertThat(pending().claim(Samples.ticket(WEDDING, Samples.photoId(), ticket.sha256())))
                .isEqualTo(new Claim.Claimed());
    }

    @Test
    void the_unfinished_are_listed_by_the_time_they_were_asked_for() {
        Instant noon = Samples.NOON;
        Pending early = claimed(idAt(noon));
        Pending late = claimed(idAt(noon.plusSeconds(60)));
        assertThat(pending().unfinished(noon, LATER, 10)).isEmpty();
        assertThat(pending().unfinished(noon.plusMillis(1), LATER, 10)).containsExactly(early.id());
        assertThat(pending().unfinished(LATER, LATER, 10)).containsExactly(early.id(), late.id());
        assertThat(pending().unfinished(LATER, LATER, 1)).containsExactly(early.id());
    }

    @Test
    void a_postponed_photo_is_left_alone_until_then() {
        Pending ticket = claimed(Samples.photoId());
        pending().postpone(ticket.id(), LATER);
        pending().postpone(Samples.photoId(), LATER);
        assertThat(pending().unfinished(LATER, LATER.minusSeconds(1), 10)).isEmpty();
        assertThat(pending().unfinished(LATER, LATER, 10)).containsExactly(ticket.id());
    }

    @Test
    void a_photo_is_unfinished_until_its_thumbnails_are_there() {
        Pending ticket = claimed(Samples.photoId());
        Photo photo = publish(ticket);
        assertThat(pending().unfinished(LATER, LATER, 10)).containsExactly(ticket.id());
        append(new Change.Updated(photo.ready(Samples.thumbnails(), null)));
        assertThat(pending().unfinished(LATER, LATER, 10)).isEmpty();
    }

    @Test
    void a_deleted_photo_is_finished_until_it_is_restored_and_frees_its_bytes() {
        Pending ticket = claimed(Samples.photoId());
        Photo photo = publish(ticket);
        append(new Change.Deleted(photo.deleted(true)));
        assertThat(pending().unfinished(LATER, LATER, 10)).isEmpty();
        append(new Change.Restored(photo.deleted(false)));
        assertThat(pending().unfinished(LATER, LATER, 10)).containsExactly(ticket.id());
        append(new Change.Deleted(photo.deleted(true)));
        assertThat(pending().claim(Samples.ticket(WEDDING, Samples.photoId(), ticket.sha256())))
                .isEqualTo(new Claim.Claimed());
    }

    @Test
    void attempts_are_counted() {
        Pending ticket = claimed(Samples.photoId());
        assertThat(pending().attempt(ticket.id())).isEqualTo(1);
        assertThat(pending().attempt(ticket.id())).isEqualTo(2);
        pending().startOver(ticket.id());
        assertThat(pending().attempt(ticket.id())).isEqualTo(1);
    }

    private static PhotoId idAt(Instant time) {
        return new PhotoId(Ulid.min(time.toEpochMilli()).toString());
    }

    private Pending claimed(PhotoId id) {
        Pending ticket = Samples.ticket(WEDDING, id, Samples.sha256());
        pending().claim(ticket);
        return ticket;
    }

    private Photo publish(Pending ticket) {
        Photo photo = Samples.photo(ticket).at(log().head(WEDDING).orElseThrow().seq() + 1);
        append(Samples.added(photo));
        return photo;
    }

    private void append(Change change) {
        assertThat(log().append(WEDDING, log().head(WEDDING).orElseThrow(), List.of(change)))
                .isInstanceOf(ChangeLog.Appended.Done.class);
    }
}
