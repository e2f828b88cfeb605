package dev.kilat.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file's name goes into a header that browsers read.
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
    void half_a_letter_breaks_nothing() {
        assertThat(S3Presigned.attachment("a\uD800b.jpg"))
                .isEqualTo("attachment; filename=\"a_b.jpg\"; filename*=UTF-8''a%3Fb.jpg");
    }
}
