package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Shakes hands and then never reads again.
final class DeafClient implements AutoCloseable {
    private final Socket socket = new Socket();

    DeafClient(int port) throws IOException {
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String handshake =
                """
                GET /live HTTP/1.1
                Host: 127.0.0.1
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                """
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(handshake.getBytes(US_ASCII));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        if (!new String(status, US_ASCII).endsWith("101")) {
            throw new IOException("No handshake: " + new String(status, US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
