package dev.kilat.aws.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @Test
    void an_answer_is_read_to_its_end_and_not_further() throws IOException {
        var in =
                in(
                        "HTTP/1.1 410 Gone\r\nContent-Length: 2\r\n\r\n{}"
                                + "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                                + "a;x=y\r\n0123456789\r\n1\r\n.\r\n0\r\nTrailer: x\r\n\r\n"
                                + "HTTP/1.1 204 No Content\r\n\r\n"
                                + "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 \r\nContent-Length: 0\r\n\r\n");

        assertThat(Answer.read(in)).isEqualTo(new Answer(410, true));
        assertThat(Answer.read(in)).isEqualTo(new Answer(200, true));
        assertThat(Answer.read(in)).isEqualTo(new Answer(204, true));
        assertThat(Answer.read(in)).isEqualTo(new Answer(500, true));
        assertThat(in.available()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Close\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nuntil the end",
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void whatever_ends_with_its_line_is_the_last_on_it(String text) throws IOException {
        assertThat(Answer.read(in(text))).isEqualTo(new Answer(200, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                "HTTP/1.1 2xx OK\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n"
            })
    void what_is_no_answer_is_refused(String text) {
        assertThatThrownBy(() -> Answer.read(in(text))).isInstanceOf(IOException.class);
    }

    @Test
    void an_endless_answer_is_not_read_for_ever() {
        String endless = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000);

        assertThatThrownBy(() -> Answer.read(in(endless))).hasMessageContaining("too long");
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }
}
