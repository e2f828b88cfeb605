package dev.kilat.aws.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Our signatures are the SDK's own, to the letter.
class SigningTest {
    private static final String HOST = "abc123.execute-api.ap-southeast-3.amazonaws.com";

    @ParameterizedTest
    @MethodSource("posts")
    void a_post_is_signed_as_the_sdk_signs_it(
            AwsCredentialsIdentity who, Instant now, String connection, String frame) {
        String path = "/live/@connections/" + Signing.encoded(connection);
        byte[] body = frame.getBytes(UTF_8);

        String ours =
                new Signing(HOST, "ap-southeast-3")
                        .headers(who, now, "POST", path, Signing.sha256(body));

        assertThat(ours.split("\r\n"))
                .containsExactlyInAnyOrderElementsOf(theirs(who, now, path, body));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void the_kept_key_is_of_this_day_and_these_credentials(
            AwsCredentialsIdentity who, Instant now, String connection, String frame) {
        Signing used = new Signing(HOST, "ap-southeast-3");
        for (Instant day : List.of(Instant.parse("2026-01-01T00:00:00Z"), now)) {
            for (var other : List.of(AwsBasicCredentials.create("other", "secret"), who)) {
                String before = used.headers(other, day, "POST", "/a", Signing.sha256(new byte[0]));
                assertThat(before)
                        .isEqualTo(
                                new Signing(HOST, "ap-southeast-3")
                                        .headers(
                                                other,
                                                day,
                                                "POST",
                                                "/a",
                                                Signing.sha256(new byte[0])));
            }
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> posts() {
        Random random = new Random(5);
        return Stream.iterate(0, i -> i < 50, i -> i + 1)
                .map(i ->
                        org.junit.jupiter.params.provider.Arguments.of(
                                i % 2 == 0
                                        ? AwsBasicCredentials.create("AKID" + i, "secret/+=" + i)
                                        : AwsSessionCredentials.create(
                                                "ASIA" + i, "s" + i, "t/+=" + i),
                                Instant.ofEpochSecond(1_780_000_000L + random.nextInt(100_000_000)),
                                "L0SM9cOFvHcCIhw=".substring(i % 8)
                                        + (char) ('a' + i % 26)
                                        + "+/~*_-.",
                                "{\"n\":" + i + ",\"text\":\"ไทย\"}"));
    }

    private static List<String> theirs(
            AwsCredentialsIdentity who, Instant now, String path, byte[] body) {
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(URI.create("https://" + HOST + path))
                        .build();
        SdkHttpRequest signed =
                AwsV4HttpSigner.create()
                        .sign(sign ->
                                sign.request(request)
                                        .identity(who)
                                        .payload(ContentStreamProvider.fromByteArray(body))
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "ap-southeast-3")
                                        .putProperty(
                                                HttpSigner.SIGNING_CLOCK,
                                                Clock.fixed(now, ZoneOffset.UTC)))
                        .request();
        return signed.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().getFirst())
                .toList();
    }
}
