package dev.kilat.aws.post;

import dev.kilat.live.Poster;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Posts to the management API of the WebSocket API's stage over connections of its own, kept open.
public final class LinePoster implements Poster {
    private final URI endpoint;
    private final String host;
    private final Signing signing;
    private final Supplier<? extends AwsCredentialsIdentity> who;
    private final InstantSource clock;

    /// The last one used is the next: it is the least likely to have been closed meanwhile.
    private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();

    /// One frame goes to many.
    private volatile @Nullable Hashed last;

    /// @param endpoint the stage, such as `https://id.execute-api.region.amazonaws.com/live`
    /// @param who asked for each post: credentials of a function are replaced while it lives
    public LinePoster(
            URI endpoint,
            String region,
            Supplier<? extends AwsCredentialsIdentity> who,
            InstantSource clock) {
        this.endpoint = endpoint;
        this.host =
                endpoint.getPort() > 0
                        ? endpoint.getHost() + ":" + endpoint.getPort()
                        : endpoint.getHost();
        this.signing = new Signing(host, region);
        this.who = who;
        this.clock = clock;
    }

    @Override
    public Posted post(String connectionId, byte[] frame) {
        byte[] head = head(connectionId, frame);
        try {
            return outcome(send(head, frame));
        } catch (IOException e) {
            return new Posted.Retryable(String.valueOf(e.getMessage()));
        }
    }

    private byte[] head(String connectionId, byte[] frame) {
        String path = endpoint.getRawPath() + "/@connections/" + Signing.encoded(connectionId);
        String signed = signing.headers(who.get(), clock.instant(), path, hash(frame));
        return Line.bytes(
                "POST "
                        + path
                        + " HTTP/1.1\r\n"
                        + signed
                        + "Content-Type: application/octet-stream\r\nContent-Length: "
                        + frame.length
                        + "\r\n\r\n");
    }

    private int send(byte[] head, byte[] frame) throws IOException {
        for (Line kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            try {
                return over(kept, head, frame);
            } catch (EOFException | SocketException closedMeanwhile) {
                // As any kept connection may be. A frame that came twice is dropped by its page.
            }
        }
        return over(Line.to(endpoint), head, frame);
    }

    private int over(Line line, byte[] head, byte[] frame) throws IOException {
        try {
            return line.post(head, frame);
        } finally {
            if (line.isReusable()) {
                idle.addFirst(line);
            } else {
                line.close();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // The same frame again; comparing bytes costs as much.
    private String hash(byte[] frame) {
        Hashed known = last;
        if (known == null || known.frame() != frame) {
            known = new Hashed(frame, Signing.sha256(frame));
            last = known;
        }
        return known.sha256();
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by identity only.
    private record Hashed(byte[] frame, String sha256) {}

    private static Posted outcome(int status) {
        if (status / 100 == 2) {
            return new Posted.Delivered();
        }
        if (status == 410) {
            return new Posted.Gone();
        }
        String why = "answered " + status;
        return status == 429 || status >= 500 ? new Posted.Retryable(why) : new Posted.Failed(why);
    }
}
