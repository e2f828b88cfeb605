package dev.kilat.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectCreatedTest {
    /// As AWS documents it, with all its members.
    private static final String EVENT =
            """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",
              "eventTime":"1970-01-01T00:00:00.123Z","eventName":"ObjectCreated:Put",
              "userIdentity":{"principalId":"AIDAJDPLRKLG7UEXAMPLE"},
              "requestParameters":{"sourceIPAddress":"127.0.0.1"},
              "responseElements":{"x-amz-request-id":"C3D13FE58DE4C810","x-amz-id-2":"FMyUVURI"},
              "s3":{"s3SchemaVersion":"1.0","configurationId":"testConfigRule",
                "bucket":{"name":"amzn-s3-demo-bucket","arn":"arn:aws:s3:::amzn-s3-demo-bucket",
                  "ownerIdentity":{"principalId":"A3NL1KOZZKExample"}},
                "object":{"key":"Happy+Face.jpg","size":1024,"sequencer":"0055AED6DCD90281E5",
                  "eTag":"d41d8cd98f00b204e9800998ecf8427e","versionId":"096fKKXTRTtl3on89fVO"}},
              "glacierEventData":{"restoreEventData":{"lifecycleRestorationExpiryTime":"x"}}}]}
            """;

    @Test
    void an_event_of_s3_says_which_object_came_and_when() {
        assertThat(read(EVENT))
                .containsExactly(new ObjectCreated("Happy Face.jpg", Instant.ofEpochMilli(123)));
    }

    @Test
    void an_event_may_tell_of_several_objects_and_of_none() {
        assertThat(read("{\"Records\":[" + record("a") + "," + record("b") + "]}"))
                .extracting(ObjectCreated::key)
                .containsExactly("a", "b");
        assertThat(read("{\"Records\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a%2Bb, a+b", "a+b, a b", "caf%C3%A9, café", "%E0%B8%81/x, ก/x", "100%25, 100%"})
    void keys_come_encoded_as_a_form_is(String sent, String key) {
        assertThat(read("{\"Records\":[" + record(sent) + "]}"))
                .extracting(ObjectCreated::key)
                .containsExactly(key);
    }

    @Test
    void what_the_record_says_elsewhere_under_the_same_names_is_not_taken_for_it() {
        String record =
                record("right")
                        .replace(
                                "\"s3\":", "\"key\":\"wrong\",\"x\":[{\"key\":\"wrong\"}],\"s3\":");
        assertThat(read("{\"more\":{\"Records\":[1]},\"Records\":[" + record + "]}"))
                .extracting(ObjectCreated::key)
                .containsExactly("right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | it must be an object",
                "[]                                  | it must be an object",
                "{}                                  | Records is missing",
                "{\"Records\":{}}                    | Records must be an array",
                "{\"Records\":null}                  | Records must be an array",
                "{\"Records\":[7]}                   | Records[0] must be an object",
                "{\"Records\":[{}]}                  | Records[0].s3.object.key is missing or no text",
                "{\"Records\":[]} {}                 | something follows it",
            })
    void what_is_no_event_of_s3_is_refused_and_named(String event, String why) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no event of S3: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"Records\":[", "nonsense", "{\"Records\":[],\"Records\":[]}"})
    void what_is_no_json_is_refused(String event) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no event of S3: it is not well-formed JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"%zz\"        | .s3.object.key is not URL-encoded: %zz",
                "7              | .s3.object.key is missing or no text",
                "null           | .s3.object.key is missing or no text",
                "{\"x\":\"y\"}  | .s3.object.key is missing or no text",
            })
    void a_key_that_is_none_is_refused_and_named(String key, String why) {
        assertThatThrownBy(() -> read("{\"Records\":[" + record("a").replace("\"a\"", key) + "]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no event of S3: Records[0]" + why);
    }

    @Test
    void a_time_that_is_none_is_refused_and_named() {
        String record = record("a").replace("1970-01-01T00:00:00Z", "yesterday");
        assertThatThrownBy(() -> read("{\"Records\":[" + record("a") + "," + record + "]}"))
                .hasMessage(
                        "this is no event of S3: Records[1].eventTime is no instant: yesterday");
    }

    private static String record(String key) {
        return "{\"eventTime\":\"1970-01-01T00:00:00Z\",\"s3\":{\"object\":{\"key\":\""
                + key
                + "\"}}}";
    }

    private static List<ObjectCreated> read(String event) {
        return ObjectCreated.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }
}
