package dev.kilat.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.local.bill.Use;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void messages_are_billed_by_32_kilobytes_and_queue_requests_by_64() {
        tally.count(new Use.SocketMessage(1));
        tally.count(new Use.SocketMessage(32 * 1024 + 1));
        tally.count(new Use.QueueRequest("SendMessage", 64 * 1024 + 1, false));
        tally.count(new Use.QueueRequest("ReceiveMessage", 100, true));

        assertThat(tally.now().count(Item.SOCKET_MESSAGES)).isEqualTo(3);
        assertThat(tally.now().count(Item.QUEUE_REQUESTS)).isEqualTo(2);
    }

    @Test
    void units_of_the_table_are_of_reads_or_of_writes() {
        tally.count(new Use.TableRequest("Query", 2.5));
        tally.count(new Use.TableRequest("BatchGetItem", 1));
        tally.count(new Use.TableRequest("TransactWriteItems", 8));

        assertThat(tally.now().count(Item.TABLE_READS)).isEqualTo(3.5);
        assertThat(tally.now().count(Item.TABLE_WRITES)).isEqualTo(8);
    }

    @Test
    void a_call_of_the_api_is_a_request_of_the_distribution_too() {
        tally.count(new Use.WebRequest("/api/health", 20));
        tally.count(new Use.WebRequest("/media/party/1/2/small.jpg", 1000));

        assertThat(tally.now().count(Item.API_REQUESTS)).isEqualTo(1);
        assertThat(tally.now().count(Item.CDN_REQUESTS)).isEqualTo(2);
        assertThat(tally.now().only(Tally.MEDIA).count(Item.CDN_BYTES)).isEqualTo(1000);
    }

    @Test
    void half_a_processor_takes_twice_as_long() {
        tally.count(
                new Use.Invocation(
                        "dev.kilat.entry.FanOut",
                        1769 / 2,
                        Duration.ofSeconds(9),
                        Duration.ofSeconds(1)));

        assertThat(tally.now().by(Item.FUNCTION_CALLS)).isEqualTo(Map.of("FanOut", 1.0));
        assertThat(tally.now().count(Item.FUNCTION_GB_SECONDS)).isCloseTo(1769 / 1024.0, WITHIN);
    }

    private static final org.assertj.core.data.Offset<Double> WITHIN =
            org.assertj.core.data.Offset.offset(1e-9);
}
