package dev.kilat.aws;

import static dev.kilat.photo.Samples.WEDDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.ChangeLog;
import dev.kilat.photo.Journal;
import dev.kilat.photo.Pause;
import dev.kilat.photo.Pending;
import dev.kilat.photo.Photo;
import dev.kilat.photo.Samples;
import dev.kilat.social.Likes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Guests like photos and think again, all at once, each over a line that breaks, and each repeats
/// a call until it is answered. How many toggles is a setting:
///
/// ```
/// ./mvnw -pl functions -am test -Dtest=LikesOnBadLinesTest \
///     -Dsurefire.failIfNoSpecifiedTests=false -Dkilat.toggles=100000
/// ```
class LikesOnBadLinesTest {
    private static final int TOGGLES = Integer.getInteger("kilat.toggles", 800);
    private static final int GUESTS = 8;
    private static final int PHOTOS = 3;
    private static final int ONE_IN = 12;

    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Test
    void a_photo_has_as_many_likes_as_guests_who_like_it() throws Exception {
        new DynamoDbEvents(dynamo.client(), dynamo.galleryTable()).create(Samples.event(WEDDING));
        List<Photo> photos = Stream.generate(this::published).limit(PHOTOS).toList();
        List<Callable<Guest>> guests =
                IntStream.range(0, GUESTS)
                        .<Callable<Guest>>mapToObj(
                                n -> () -> new Guest(n).toggle(photos, TOGGLES / GUESTS))
                        .toList();
        long begin = System.nanoTime();
        Set<String> wanted = new HashSet<>();
        int unsent = 0;
        int unanswered = 0;
        int repeated = 0;
        try (var threads = Executors.newFixedThreadPool(GUESTS)) {
            for (Future<Guest> done : threads.invokeAll(guests)) {
                Guest guest = done.get();
                wanted.addAll(guest.liked);
                unsent += guest.line.unsent();
                unanswered += guest.line.unanswered();
                repeated += guest.repeated;
            }
        }
        System.out.printf(
                "%d toggles in %d s: %d requests unsent, %d answers lost, %d calls repeated%n",
                TOGGLES / GUESTS * GUESTS,
                (System.nanoTime() - begin) / 1_000_000_000,
                unsent,
                unanswered,
                repeated);
        assertThat(unanswered).as("answers lost").isPositive();
        assertThat(repeated).as("calls repeated").isPositive();
        long total = 0;
        Set<String> rows = new HashSet<>();
        for (Photo photo : photos) {
            Set<String> likers = likers(photo);
            assertThat(now(photo).likeCount()).as("like_count").isEqualTo(likers.size());
            likers.forEach(who -> rows.add(like(photo, who)));
            total += likers.size();
        }
        assertThat(rows).as("who likes what, at last").isEqualTo(wanted);
        assertThat(likes(dynamo.client(), new Random(0)).total(WEDDING)).isEqualTo(total);
    }

    private Set<String> likers(Photo photo) {
        return dynamo
                .client()
                .query(query ->
                        query.tableName(dynamo.galleryTable())
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Attributes.text(Keys.likes(photo.id())))))
                .items()
                .stream()
                .map(row -> Attributes.text(row, "sk"))
                .collect(Collectors.toSet());
    }

    private Photo now(Photo photo) {
        return log().find(photo.id()).orElseThrow();
    }

    private Photo published() {
        Pending ticket = Samples.ticket(WEDDING);
        new DynamoDbPending(dynamo.client(), dynamo.galleryTable()).claim(ticket);
        return new Journal(log(), _ -> {}, new Random(1))
                .commit(WEDDING, List.of(Samples.added(Samples.photo(ticket))))
                .getFirst();
    }

    private ChangeLog log() {
        return new DynamoDbChangeLog(dynamo.client(), dynamo.galleryTable());
    }

    private Likes likes(DynamoDbClient client, Random random) {
        return new DynamoDbLikes(client, dynamo.galleryTable(), Pause.real(), random);
    }

    private static String like(Photo photo, String who) {
        return photo.id() + " " + who;
    }

    private final class Guest {
        private final String who;
        private final Random random;
        private final BadLine line;
        private final Likes likes;
        private final Set<String> liked = new HashSet<>();
        private int repeated;

        Guest(int number) {
            who = "guest-" + number;
            random = new Random(number);
            line = new BadLine(number, ONE_IN);
            likes = likes(dynamo.client(line), random);
        }

        Guest toggle(List<Photo> photos, int toggles) {
            for (int i = 0; i < toggles; i++) {
                Photo photo = photos.get(random.nextInt(photos.size()));
                boolean like = random.nextBoolean();
                long count = answered(photo, like).orElseThrow();
                if (like) {
                    liked.add(like(photo, who));
                } else {
                    liked.remove(like(photo, who));
                }
                assertThat(count).isBetween(like ? 1L : 0L, like ? GUESTS : GUESTS - 1L);
            }
            return this;
        }

        private OptionalLong answered(Photo photo, boolean like) {
            while (true) {
                try {
                    return like ? likes.like(photo, who) : likes.unlike(photo, who);
                } catch (SdkClientException unanswered) {
                    repeated++;
                }
            }
        }
    }
}
