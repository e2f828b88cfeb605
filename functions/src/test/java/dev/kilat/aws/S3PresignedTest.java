package dev.kilat.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.upload.SignedPut;
import java.net.URLDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// What is signed holds: an upload to its ticket, a file's name to the header that browsers read.
class S3PresignedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sari & Bima (1).jpg",
                "a\r\nSet-Cookie: owned=1\r\n\r\n<script>.jpg",
                "a\"; filename=\"evil.exe",
                "a';x*=''evil.exe",
                "..\\..\\x/../etc/passwd",
                "%0d%0aLocation: https://evil.example",
                "foto pernikahan ✨ งานแต่ง.jpg",
                "moor\u202Egpj.exe",
                "\0\u007F\u0085\u2028.jpg",
                ";",
                "*+~' "
            })
    void a_name_stays_inside_its_quotes_and_comes_out_whole(String name) {
        String header = S3Presigned.attachment(name);

        assertThat(header)
                .matches(
                        "attachment; filename=\"[A-Za-z0-9 ._()-]*\";"
                                + " filename\\*=UTF-8''([A-Za-z0-9._-]|%[0-9A-F]{2})*");
        String full = header.substring(header.indexOf("''") + 2);
        assertThat(URLDecoder.decode(full, UTF_8)).isEqualTo(name);
    }

    @Test
    void the_address_of_an_upload_is_bound_to_its_type_size_and_digest_and_overwrites_nothing() {
        String digest = "A".repeat(43) + "=";
        try (var presigner = presigner()) {
            SignedPut put =
                    new S3Presigned(presigner, "originals").put("o/1", "image/jpeg", 7, digest);

            assertThat(put.url().getQuery())
                    .contains(
                            "X-Amz-SignedHeaders=content-length;content-type;host;if-none-match;"
                                    + "x-amz-checksum-sha256");
            assertThat(put.headers())
                    .containsEntry("content-type", "image/jpeg")
                    .containsEntry("x-amz-checksum-sha256", digest)
                    .containsEntry("if-none-match", "*");
        }
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .region(Region.AP_SOUTHEAST_3)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "none")))
                .build();
    }

    @Test
    void half_a_letter_breaks_nothing() {
        assertThat(S3Presigned.attachment("a\uD800b.jpg"))
                .isEqualTo("attachment; filename=\"a_b.jpg\"; filename*=UTF-8''a%3Fb.jpg");
    }
}
