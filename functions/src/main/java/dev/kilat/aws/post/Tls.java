package dev.kilat.aws.post;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Makes a connection safe with a cipher that this JVM is quick at.
///
/// AES is quick by the processor's own instructions, which only C2 compiles to. Without them a
/// post's share of AES-GCM takes four times as long as ChaCha20-Poly1305, and most of the post.
///
/// Source: "Security policy for WebSocket APIs in API Gateway" in its developer guide, for the
/// ciphers that a stage takes; RFC 8446, appendix B.4, for their names.
final class Tls {
    private static final String CHACHA20 = "TLS_CHACHA20_POLY1305_SHA256";
    private static final List<String> AES =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");

    private final SSLSocketFactory sockets;
    private volatile boolean isWithoutAes;

    Tls(SSLSocketFactory sockets) {
        this(sockets, !hasC2());
    }

    Tls(SSLSocketFactory sockets, boolean isWithoutAes) {
        this.sockets = sockets;
        this.isWithoutAes = isWithoutAes;
    }

    /// HotSpot says of itself that it does as its client did, which had C1 alone. So Lambda starts
    /// it.
    private static boolean hasC2() {
        return !System.getProperty("java.vm.info", "").contains("emulated-client");
    }

    /// @param plain connected to the host
    /// @throws SSLHandshakeException once in a life, should the host not take the quick cipher
    Socket over(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) sockets.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        // A socket by itself accepts any host's certificate that somebody trusted has signed.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (isWithoutAes) {
            parameters.setCipherSuites(withoutAes(parameters.getCipherSuites()));
        }
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SSLHandshakeException e) {
            isWithoutAes = false;
            throw e;
        }
        return socket;
    }

    /// TLS 1.3 without AES: a host that takes both would choose for itself. TLS 1.2 stays as it is.
    private static String[] withoutAes(String[] suites) {
        return Stream.concat(
                        Stream.of(CHACHA20),
                        Arrays.stream(suites)
                                .filter(it -> !it.equals(CHACHA20) && !AES.contains(it)))
                .toArray(String[]::new);
    }
}
