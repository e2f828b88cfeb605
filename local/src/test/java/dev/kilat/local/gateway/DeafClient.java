package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Shakes hands and then never reads again.
final class DeafClient implements AutoCloseable {
    private static final int VERSION = 13;

    private final Socket socket = new Socket();

    DeafClient(int port) throws IOException {
        socket.setReceiveBufferSize(8 * 1024);
        int status = shakeHands(socket, port, VERSION);
        if (status != 101) {
            throw new IOException("No handshake: " + status);
        }
    }

    /// The status of a handshake in this version of the protocol.
    static int handshake(int port, int version) throws IOException {
        try (Socket socket = new Socket()) {
            return shakeHands(socket, port, version);
        }
    }

    private static int shakeHands(Socket socket, int port, int version) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String handshake =
                """
                GET /live HTTP/1.1
                Host: 127.0.0.1
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: %d
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                """
                        .formatted(version)
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(handshake.getBytes(US_ASCII));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        return Integer.parseInt(new String(status, US_ASCII).substring("HTTP/1.1 ".length()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
