package dev.kilat.aws.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.kilat.live.Hangup;
import dev.kilat.live.Poster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Posts to the management API of the WebSocket API's stage over connections of its own, kept open:
/// never more than are posted to at once.
public final class LinePoster implements Poster, Hangup {
    /// A line that was idle for longer is not trusted: its function may have been frozen meanwhile,
    /// and the network between may have forgotten it without a word.
    static final Duration KEPT = Duration.ofSeconds(10);

    private static final byte[] NOTHING = {};

    private final URI endpoint;
    private final Signing signing;
    private final Supplier<? extends AwsCredentialsIdentity> who;
    private final InstantSource clock;
    private final Tls tls;

    /// The last one used is the next: it is the least likely to have been closed meanwhile.
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    /// One frame goes to many.
    private volatile @Nullable Hashed last;

    /// @param endpoint the stage, such as `https://id.execute-api.region.amazonaws.com/live`
    /// @param who asked for each post: credentials of a function are replaced while it lives
    public LinePoster(
            URI endpoint,
            String region,
            Supplier<? extends AwsCredentialsIdentity> who,
            InstantSource clock,
            SSLSocketFactory tls) {
        this.endpoint = endpoint;
        this.signing = new Signing(endpoint.getAuthority(), region);
        this.who = who;
        this.clock = clock;
        this.tls = new Tls(tls);
    }

    @Override
    public Posted post(String connectionId, byte[] frame) {
        Instant now = clock.instant();
        try {
            return outcome(send(request("POST", connectionId, frame, now), now));
        } catch (IOException e) {
            return new Posted.Retryable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void hangUp(String connectionId) {
        Instant now = clock.instant();
        try {
            int status = send(request("DELETE", connectionId, NOTHING, now), now);
            if (status / 100 != 2 && status != 410) {
                throw new IllegalStateException("answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] request(String method, String connectionId, byte[] frame, Instant now) {
        String path = endpoint.getRawPath() + "/@connections/" + Signing.encoded(connectionId);
        String head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\n"
                        + signing.headers(who.get(), now, method, path, hash(frame))
                        + "Content-Type: application/octet-stream\r\nContent-Length: "
                        + frame.length
                        + "\r\n\r\n";
        // Head and body in one record of TLS.
        byte[] request = Arrays.copyOf(head.getBytes(ISO_8859_1), head.length() + frame.length);
        System.arraycopy(frame, 0, request, head.length(), frame.length);
        return request;
    }

    private int send(byte[] request, Instant now) throws IOException {
        Line kept = kept(now);
        if (kept != null) {
            try {
                return over(kept, request);
            } catch (Line.Unanswered closedMeanwhile) {
                // Should the frame have arrived all the same: a page drops what it has.
            }
        }
        return over(Line.to(endpoint, tls), request);
    }

    private @Nullable Line kept(Instant now) {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.since().plus(KEPT).isAfter(now)) {
                return next.line();
            }
            next.line().close();
        }
        return null;
    }

    private int over(Line line, byte[] request) throws IOException {
        try {
            return line.post(request);
        } finally {
            if (line.isReusable()) {
                idle.addFirst(new Idle(line, clock.instant()));
            } else {
                line.close();
            }
        }
    }

    private record Idle(Line line, Instant since) {}

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
        String why = "answered " + status;
        return switch (status) {
            case 410 -> new Posted.Gone();
            case 408, 429 -> new Posted.Retryable(why);
            default -> status >= 500 ? new Posted.Retryable(why) : new Posted.Failed(why);
        };
    }
}
