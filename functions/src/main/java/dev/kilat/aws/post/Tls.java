package dev.kilat.aws.post;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Makes a connection safe without AES, as long as the other side agrees.
///
/// AES is quick by the processor's own instructions only, to which C2 compiles, and Lambda starts a
/// JVM with C1 alone: by that, AES-GCM was most of a post, and ChaCha20-Poly1305 takes a quarter of
/// it. Once C2 has compiled all, it is AES that is quicker, by a twentieth of a post.
///
/// Source: "Security policy for WebSocket APIs in API Gateway" in its developer guide, for the
/// ciphers that a stage takes; RFC 8446, appendix B.4, for their names.
final class Tls {
    /// Of TLS 1.3, which leaves ChaCha20-Poly1305 to a host that would choose AES of the two.
    private static final List<String> AES =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");

    private final SSLSocketFactory sockets;
    private volatile boolean isWithoutAes = true;

    Tls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /// @param plain connected to the host
    /// @throws SSLHandshakeException should the host insist on AES; from then on it is offered
    Socket over(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) sockets.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        // A socket by itself accepts any host's certificate that somebody trusted has signed.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (isWithoutAes) {
            parameters.setCipherSuites(
                    Arrays.stream(parameters.getCipherSuites())
                            .filter(it -> !AES.contains(it))
                            .toArray(String[]::new));
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
}
