package dev.kilat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilat.contracts.http.FileError;
import dev.kilat.contracts.http.NewEvent;
import dev.kilat.contracts.http.Problem;
import dev.kilat.contracts.http.Upload;
import dev.kilat.contracts.http.UploadRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void names_are_written_in_snake_case_and_instants_in_utc() {
        String json =
                Json.write(
                        new dev.kilat.contracts.http.LiveTicket(
                                "ws://x", Instant.parse("2026-08-01T18:00:00Z")));

        assertThat(json).isEqualTo("{\"url\":\"ws://x\",\"expires_at\":\"2026-08-01T18:00:00Z\"}");
    }

    @Test
    void null_is_written_unless_the_record_is_sparse() {
        assertThat(Json.write(new Upload.Rejected(new FileError("a", "b"))))
                .isEqualTo(
                        "{\"photo_id\":null,\"status\":\"rejected\",\"error\":{\"code\":\"a\",\"detail\":\"b\"}}");
        assertThat(Json.write(new Problem("t", 404, "c", "d"))).doesNotContain("field");
    }

    @Test
    void camel_case_is_read_as_the_contracts_name_at_every_depth() throws Exception {
        UploadRequest read =
                Json.read(
                        "{\"files\":[{\"fileName\":\"a.jpg\",\"content_type\":\"image/jpeg\",\"takenAt\":\"2026-08-01T20:00:00+02:00\"}]}",
                        UploadRequest.class);

        assertThat(read.files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.fileName()).isEqualTo("a.jpg");
                    assertThat(file.contentType()).isEqualTo("image/jpeg");
                    assertThat(file.takenAt()).isEqualTo(Instant.parse("2026-08-01T18:00:00Z"));
                });
    }

    @Test
    void of_both_spellings_the_contracts_one_wins() throws Exception {
        for (String json :
                new String[] {
                    "{\"starts_at\":\"2026-01-01T00:00:00Z\",\"startsAt\":\"2027-01-01T00:00:00Z\"}",
                    "{\"startsAt\":\"2027-01-01T00:00:00Z\",\"starts_at\":\"2026-01-01T00:00:00Z\"}"
                }) {
            assertThat(Json.read(json, NewEvent.class).startsAt())
                    .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        }
    }

    @Test
    void unknown_members_are_ignored() throws Exception {
        assertThat(Json.read("{\"name\":\"a\",\"colour\":{\"deep\":[1]}}", NewEvent.class).name())
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"files\":[{\"size\":\"5\"}]} | files[0].size",
                "{\"files\":[{\"size\":5.0}]} | files[0].size",
                "{\"files\":[{\"size\":true}]} | files[0].size",
                "{\"files\":[{\"size\":9223372036854775808}]} | files[0].size",
                "{\"files\":[{},{\"width\":2147483648}]} | files[1].width",
                "{\"files\":[{\"width\":1e99999}]} | files[0].width",
                "{\"files\":[{\"file_name\":5}]} | files[0].file_name",
                "{\"files\":[{\"fileName\":5.5}]} | files[0].file_name",
                "{\"files\":[{\"file_name\":false}]} | files[0].file_name",
                "{\"files\":[{\"file_name\":[\"a\"]}]} | files[0].file_name",
                "{\"files\":[{\"file_name\":{}}]} | files[0].file_name",
                "{\"files\":{}} | files",
                "{\"files\":\"\"} | files",
                "{\"files\":[5]} | files[0]",
                "{\"files\":[\"\"]} | files[0]",
                "{\"files\":[{\"taken_at\":1785607200}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":\"\"}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":\"yesterday\"}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":\"2026-08-01\"}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":\"2026-08-01T18:00:00\"}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":\"2026-02-30T18:00:00Z\"}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":\"+12026-02-03T18:00:00Z\"}]} | files[0].taken_at",
                "{\"files\":[{\"taken_at\":{}}]} | files[0].taken_at",
            })
    void a_member_of_the_wrong_type_is_named(String json, String field) {
        Json.Malformed malformed = malformed(json);

        assertThat(malformed.field()).isEqualTo(field);
        assertThat(malformed.why()).doesNotContain("dev.kilat").doesNotContain("java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "5",
                "null",
                "\"a\"",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1}{}",
                "{\"files\":[],\"files\":[]}",
                "{\"a\":\"\u0001\"}",
            })
    void what_is_not_one_json_object_is_the_bodys_fault(String json) {
        assertThat(malformed(json).field()).isEqualTo("body");
    }

    @Test
    void a_body_nested_without_end_is_the_bodys_fault() {
        assertThat(malformed("{\"a\":" + "[".repeat(100_000)).field()).isEqualTo("body");
    }

    private static Json.Malformed malformed(String json) {
        return catchThrowableOfType(
                Json.Malformed.class, () -> Json.read(json, UploadRequest.class));
    }
}
