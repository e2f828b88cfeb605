package dev.kilat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.live.Poster.Posted;
import dev.kilat.live.memory.MemoryConnections;
import dev.kilat.photo.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CourierTest {
    private static final byte[] FRAME = {1};
    private static final Posted DELIVERED = new Posted.Delivered();
    private static final Posted GONE = new Posted.Gone();
    private static final Posted THROTTLED = new Posted.Retryable("429");

    private final VirtualTime time = new VirtualTime();
    private final MemoryConnections connections = new MemoryConnections();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void a_connection_that_is_gone_is_forgotten_when_it_is_old_enough() {
        open("young");
        assertThat(courier(GONE).deliver(List.of("young"), FRAME)).isZero();
        assertThat(connections.find("young")).isPresent();

        time.sleep(Courier.YOUTH.plusMillis(1));
        assertThat(courier(GONE).deliver(List.of("young"), FRAME)).isZero();
        assertThat(connections.find("young")).isEmpty();
    }

    @Test
    void only_the_connection_that_is_gone_is_forgotten() {
        open("a");
        open("b");
        time.sleep(Duration.ofHours(1));
        Courier courier = courier((id, _) -> id.equals("a") ? GONE : DELIVERED);

        assertThat(courier.deliver(List.of("a", "b", "never heard of"), FRAME)).isEqualTo(2);
        assertThat(connections.find("a")).isEmpty();
        assertThat(connections.find("b")).isPresent();
    }

    @Test
    void a_throttled_post_is_tried_again_three_times() {
        Courier courier = courier(THROTTLED, THROTTLED, THROTTLED, DELIVERED);

        assertThat(courier.deliver(List.of("a"), FRAME)).isEqualTo(1);
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isLessThanOrEqualTo(Courier.FIRST_RETRY);
        assertThat(pauses.get(1)).isLessThanOrEqualTo(Courier.FIRST_RETRY.multipliedBy(2));
        assertThat(pauses.get(2)).isLessThanOrEqualTo(Courier.FIRST_RETRY.multipliedBy(4));
    }

    @Test
    void after_three_retries_the_frame_is_dropped_and_the_connection_kept() {
        open("a");
        time.sleep(Duration.ofHours(1));
        Courier courier = courier(THROTTLED, THROTTLED, THROTTLED, THROTTLED, DELIVERED);

        assertThat(courier.deliver(List.of("a"), FRAME)).isZero();
        assertThat(pauses).hasSize(3);
        assertThat(connections.find("a")).isPresent();
    }

    @Test
    void what_can_never_work_is_not_tried_again() {
        assertThat(courier(new Posted.Failed("403"), DELIVERED).deliver(List.of("a"), FRAME))
                .isZero();
        assertThat(pauses).isEmpty();
    }

    @Test
    void one_that_breaks_does_not_keep_the_frame_from_others() {
        Courier courier =
                courier((id, _) -> {
                    if (id.equals("7")) {
                        throw new IllegalStateException("broken");
                    }
                    return DELIVERED;
                });

        assertThat(courier.deliver(ids(50), FRAME)).isEqualTo(49);
    }

    @Test
    void pauses_differ() {
        Courier courier =
                courier(
                        new Poster() {
                            private final Map<String, Integer> tries = new ConcurrentHashMap<>();

                            @Override
                            public Posted post(String id, byte[] frame) {
                                return tries.merge(id, 1, Integer::sum) == 1
                                        ? THROTTLED
                                        : DELIVERED;
                            }
                        });

        assertThat(courier.deliver(ids(100), FRAME)).isEqualTo(100);
        assertThat(pauses).hasSize(100);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(30);
    }

    @Test
    void it_posts_to_ever_more_at_once_and_not_to_too_many() {
        int before = 2 * Width.MOST;
        AtomicInteger posts = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(Width.MOST);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Courier courier =
                courier((_, _) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    if (posts.incrementAndGet() > before) {
                        all.countDown();
                        await(all);
                    }
                    now.decrementAndGet();
                    return DELIVERED;
                });

        assertThat(courier.deliver(ids(before + 2 * Width.MOST), FRAME))
                .isEqualTo(before + 2 * Width.MOST);
        assertThat(most.get()).isEqualTo(Width.MOST);
    }

    @Test
    void each_post_is_taken_from_the_budget() {
        int atOnce = 2000;
        courier((_, _) -> DELIVERED).deliver(ids(atOnce + 1000), FRAME);
        assertThat(pauses).as("half a second's worth may leave at once").hasSize(1000);
    }

    private void open(String id) {
        LiveTicket ticket = new LiveTicket("event:wedding", "guest", Role.GUEST);
        connections.add(Connection.opened(id, ticket, time.instant()));
    }

    private Courier courier(Posted... answers) {
        Deque<Posted> left = new ArrayDeque<>(List.of(answers));
        return courier((_, _) -> left.remove());
    }

    private Courier courier(Poster poster) {
        Pause pause =
                duration -> {
                    synchronized (pauses) {
                        pauses.add(duration);
                    }
                };
        return new Courier(
                poster,
                connections,
                new TokenBucket(4000, time, pause),
                time,
                pause,
                new Random(3));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
