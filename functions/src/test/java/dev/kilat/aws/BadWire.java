package dev.kilat.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A TCP line between a client and an engine that stalls and resets, seeded. It understands as much
/// of HTTP as it takes to cut a request or an answer in the middle.
///
/// What stalls is sent on all the same: a request may arrive when whoever sent it has given up, and
/// has asked again.
final class BadWire implements AutoCloseable {
    /// What becomes of a request.
    enum Fate {
        PASSES,
        STALLS_BEFORE,
        STALLS_AFTER,
        RESET_BEFORE,
        RESET_IN_REQUEST,
        RESET_BEFORE_ANSWER,
        RESET_IN_ANSWER
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);

    private final Map<Fate, Integer> met = new EnumMap<>(Fate.class);
    private final URI engine;
    private final Random random;
    private final Supplier<Fate> fates;
    private final Duration longestStall;
    private final ServerSocket listening;

    /// @param oneIn of so many requests, one stalls or is reset
    static BadWire seeded(URI engine, long seed, int oneIn, Duration longestStall) {
        Random random = new Random(seed);
        Fate[] fates = Fate.values();
        return new BadWire(
                engine,
                random,
                () ->
                        random.nextInt(oneIn) > 0
                                ? Fate.PASSES
                                : fates[1 + random.nextInt(fates.length - 1)],
                longestStall);
    }

    /// Good but for the first request.
    static BadWire once(URI engine, long seed, Fate fate, Duration longestStall) {
        Iterator<Fate> fates =
                Stream.concat(Stream.of(fate), Stream.generate(() -> Fate.PASSES)).iterator();
        return new BadWire(engine, new Random(seed), fates::next, longestStall);
    }

    private BadWire(URI engine, Random random, Supplier<Fate> fates, Duration longestStall) {
        this.engine = engine;
        this.random = random;
        this.fates = fates;
        this.longestStall = longestStall;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /// Where the client finds the engine.
    URI end() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// How many there were of each.
    synchronized Map<Fate, Integer> met() {
        return Map.copyOf(met);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.startVirtualThread(() -> connect(client));
            }
        } catch (IOException closed) {
            // No more clients.
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket far = new Socket(engine.getHost(), engine.getPort())) {
            InputStream requests = new BufferedInputStream(client.getInputStream());
            InputStream answers = new BufferedInputStream(far.getInputStream());
            boolean open = true;
            while (open) {
                byte[] request = message(requests);
                open = request.length > 0 && pass(request, client, far, answers);
            }
        } catch (IOException gone) {
            // One of both ends has hung up.
        }
    }

    /// @return whether the line still stands
    private boolean pass(byte[] request, Socket client, Socket far, InputStream answers)
            throws IOException {
        return switch (next()) {
            case PASSES -> answer(client, ask(request, far, answers));
            case STALLS_BEFORE -> {
                stall();
                yield answer(client, ask(request, far, answers));
            }
            case STALLS_AFTER -> {
                byte[] late = ask(request, far, answers);
                stall();
                yield answer(client, late);
            }
            case RESET_BEFORE -> reset(client);
            case RESET_IN_REQUEST -> {
                send(far, request, cut(request));
                reset(far);
                yield reset(client);
            }
            case RESET_BEFORE_ANSWER -> {
                ask(request, far, answers);
                yield reset(client);
            }
            case RESET_IN_ANSWER -> {
                byte[] broken = ask(request, far, answers);
                send(client, broken, cut(broken));
                yield reset(client);
            }
        };
    }

    private static byte[] ask(byte[] request, Socket far, InputStream answers) throws IOException {
        send(far, request, request.length);
        return message(answers);
    }

    private static boolean answer(Socket client, byte[] answer) throws IOException {
        send(client, answer, answer.length);
        return answer.length > 0;
    }

    private synchronized Fate next() {
        Fate fate = fates.get();
        met.merge(fate, 1, Integer::sum);
        return fate;
    }

    private void stall() {
        try {
            Thread.sleep(random.nextLong(longestStall.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Anywhere: in the head or behind it.
    private int cut(byte[] message) {
        return 1 + random.nextInt(Math.max(1, message.length - 1));
    }

    private static boolean reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        return false;
    }

    private static void send(Socket socket, byte[] message, int length) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(message, 0, length);
        out.flush();
    }

    /// A request or an answer, whole; nothing if there is none.
    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END_OF_HEAD.length) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            message.write(next);
            matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        Matcher length = LENGTH.matcher(message.toString(US_ASCII));
        if (!length.find()) {
            throw new IllegalStateException("without a length: " + message.toString(US_ASCII));
        }
        message.write(in.readNBytes(Integer.parseInt(length.group(1))));
        return message.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
