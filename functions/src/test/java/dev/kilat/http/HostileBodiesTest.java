package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.photo.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies that are well-meant by nobody: each is answered as what is wrong with it, and none breaks
/// anything.
class HostileBodiesTest {
    private static final String EVENTS = "/api/admin/events";
    private static final String UPLOADS = "/api/admin/events/wedding/uploads";
    private final Api api = new Api();

    @BeforeEach
    void an_event() {
        api.store.create(Samples.event(Samples.WEDDING));
    }

    static Stream<String> bodies() {
        String deep = "[".repeat(100_000);
        String objects = "{\"a\":".repeat(100_000);
        String digits = "9".repeat(5000);
        return Stream.of(
                deep,
                objects,
                "{\"slug\":" + deep + "]".repeat(100_000) + "}",
                "{\"slug\":" + objects + "1" + "}".repeat(100_000) + "}",
                "{\"slug\":\"a-day\",\"slug\":\"b-day\"}",
                "{\"slug\":\"a-day\",\"x\":{\"a\":1,\"a\":2}}",
                "{\"slug\":" + digits + "}",
                "{\"slug\":1e999999999}",
                "{\"slug\":NaN}",
                "{\"slug\":-Infinity}",
                "{\"" + "n".repeat(60_000) + "\":1}",
                "{\"slug\":\"a-day\"} {\"slug\":\"b-day\"}",
                "{\"slug\":\"a-day\"}\0",
                "\uFEFF{\"slug\":\"a-day\"}",
                "{'slug':'a-day'}",
                "{\"slug\":\"a\nday\"}",
                "{/**/\"slug\":\"a-day\"}",
                "{\"slug\":\"\\uD800\"}",
                "{\"slug\":\"a-day\",\"name\":\"\\uD800\",\"access\":\"public\"}",
                "{\"slug\":\"a-day\",\"name\":\"x\",\"access\":\"public\",\"starts_at\":1e300}",
                "{\"slug\":\"a-day\",\"name\":\"x\",\"access\":\"public\","
                        + "\"starts_at\":\"+999999999-12-31T23:59:59Z\"}",
                "{\"slug\":\"__proto__\",\"name\":\"x\",\"access\":\"public\"}",
                "{\"slug\":\"../admin\",\"name\":\"x\",\"access\":\"public\"}",
                "\"slug\"",
                "null",
                "[]",
                "");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void each_is_invalid_and_makes_nothing(String body) {
        Api.Answer answer = api.call("POST", EVENTS, api.adminToken(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(api.store.all()).hasSize(1);
        assertThat(api.counted).doesNotContainKey("InternalErrors");
    }

    @Test
    void a_size_beyond_all_numbers_is_none() {
        for (String size :
                new String[] {
                    "9223372036854775808", "1e30", "-0.0", "5.0", "\"5\"", "true", "[5]", "NaN"
                }) {
            String file =
                    "{\"file_name\":\"a.jpg\",\"content_type\":\"image/jpeg\",\"size\":"
                            + size
                            + ",\"sha256\":\""
                            + Samples.sha256()
                            + "\"}";
            Api.Answer answer =
                    api.call("POST", UPLOADS, api.adminToken(), "{\"files\":[" + file + "]}");

            assertThat(answer.status()).as(size).isEqualTo(400);
        }
    }

    @Test
    void a_file_name_loses_what_turns_a_line_around_and_half_letters() {
        String sha = Samples.sha256();
        String file =
                "{\"file_name\":\"moor\\u202Egpj\\u200E\\uD800.exe\",\"content_type\":\"image/jpeg\","
                        + "\"size\":5,\"sha256\":\""
                        + sha
                        + "\"}";
        Api.Answer answer =
                api.call("POST", UPLOADS, api.adminToken(), "{\"files\":[" + file + "]}");

        assertThat(answer.json().at("/uploads/0/status").asText()).isEqualTo("upload");
        String id = answer.json().at("/uploads/0/photo_id").asText();
        assertThat(api.store.ticket(new dev.kilat.photo.PhotoId(id)).orElseThrow().fileName())
                .isEqualTo("moorgpj\uFFFD.exe");
    }
}
