package dev.kilat.aws.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.kilat.live.Poster.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/// A stage whose certificate says that it is `localhost`.
@Timeout(60)
class LineOverTlsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    private final SSLContext ours;
    private final SSLParameters taken;
    private final HttpsServer stage;

    LineOverTlsTest(@TempDir Path dir)
            throws IOException, GeneralSecurityException, InterruptedException {
        ours = ofLocalhost(dir.resolve("keys.p12"));
        taken = ours.getDefaultSSLParameters();
        stage = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        stage.setHttpsConfigurator(
                new HttpsConfigurator(ours) {
                    @Override
                    public void configure(HttpsParameters connection) {
                        connection.setSSLParameters(taken);
                    }
                });
        stage.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        stage.start();
    }

    @AfterEach
    void stop() {
        stage.stop(0);
    }

    @Test
    void a_stage_with_a_certificate_of_its_own_name_is_posted_to() {
        assertThat(post("localhost", ours.getSocketFactory())).isEqualTo(new Posted.Delivered());
    }

    @Test
    void a_trusted_certificate_of_another_name_is_refused() {
        assertThat(post("127.0.0.1", ours.getSocketFactory())).isInstanceOf(Posted.Retryable.class);
    }

    @Test
    void a_certificate_that_nobody_trusts_is_refused() {
        var everybodys = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThat(post("localhost", everybodys)).isInstanceOf(Posted.Retryable.class);
    }

    @Test
    void posts_do_without_aes() throws IOException {
        assertThat(cipher(new Tls(ours.getSocketFactory())))
                .isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
    }

    @Test
    void a_stage_of_TLS_1_2_is_posted_to_as_by_any_client() throws IOException {
        taken.setProtocols(new String[] {"TLSv1.2"});

        assertThat(cipher(new Tls(ours.getSocketFactory())))
                .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    }

    @Test
    void a_stage_that_insists_on_aes_fails_once_and_is_posted_to_then() throws IOException {
        taken.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        var tls = new Tls(ours.getSocketFactory());

        assertThatThrownBy(() -> cipher(tls)).isInstanceOf(SSLHandshakeException.class);
        assertThat(cipher(tls)).isEqualTo("TLS_AES_128_GCM_SHA256");
    }

    private String cipher(Tls tls) throws IOException {
        int port = stage.getAddress().getPort();
        try (var socket =
                (SSLSocket)
                        tls.over(
                                new Socket(InetAddress.getLoopbackAddress(), port),
                                "localhost",
                                port)) {
            return socket.getSession().getCipherSuite();
        }
    }

    private Posted post(String host, SSLSocketFactory tls) {
        URI endpoint = URI.create("https://" + host + ":" + stage.getAddress().getPort() + "/live");
        return new LinePoster(
                        endpoint,
                        "eu-central-1",
                        () -> AwsBasicCredentials.create("id", "secret"),
                        InstantSource.system(),
                        tls)
                .post("a", new byte[2]);
    }

    private static SSLContext ofLocalhost(Path file)
            throws IOException, GeneralSecurityException, InterruptedException {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "stage",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(
                        keytool.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("stage", keys.getCertificate("stage"));
        var identity = KeyManagerFactory.getInstance("PKIX");
        identity.init(keys, PASSWORD);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
