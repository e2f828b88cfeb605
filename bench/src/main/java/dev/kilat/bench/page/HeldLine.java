package dev.kilat.bench.page;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A page's WebSocket by way of here, where what the cloud says can be held and be heard later: the
/// same frames on the same socket, when the cloud has nothing else to do any more.
final class HeldLine implements AutoCloseable {
    private static final String TICKETS = "**/api/gallery/*/live";

    private final int cloud;
    private final ServerSocket door;
    private final List<Said> held = new ArrayList<>();
    private boolean holding;

    private HeldLine(int cloud, ServerSocket door) {
        this.cloud = cloud;
        this.door = door;
    }

    /// @param at when, in nanoseconds
    @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
    private record Said(long at, byte[] bytes, OutputStream page) {}

    /// @param url of any page of the cloud
    static HeldLine to(String url) throws IOException {
        HeldLine line =
                new HeldLine(
                        URI.create(url).getPort(),
                        new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(line::answer);
        return line;
    }

    /// The page is told to connect here; undone by [#leave], for it costs each request some time.
    void lead(Page page) {
        page.route(TICKETS, this::redirect);
    }

    void leave(Page page) {
        page.unroute(TICKETS);
    }

    private void redirect(Route ticket) {
        APIResponse answer = ticket.fetch();
        String there = answer.text().replace(":" + cloud + "/", ":" + door.getLocalPort() + "/");
        ticket.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(there));
    }

    synchronized void hold() {
        holding = true;
    }

    /// Says what was held, in its rhythm but so that the last is said after this long.
    void release(long millis) throws IOException, InterruptedException {
        List<Said> all;
        synchronized (this) {
            all = List.copyOf(held);
            held.clear();
            holding = false;
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("the cloud said nothing");
        }
        double pace = millis * 1e6 / Math.max(1, all.getLast().at() - all.getFirst().at());
        long start = System.nanoTime();
        for (Said said : all) {
            long due = start + (long) (pace * (said.at() - all.getFirst().at()));
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            said.page().write(said.bytes());
        }
    }

    private void answer() {
        try {
            while (true) {
                Socket page = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), cloud);
                Thread.ofVirtual().start(() -> pass(page, there, false));
                Thread.ofVirtual().start(() -> pass(there, page, true));
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void pass(Socket from, Socket to, boolean holdable) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                byte[] said = Arrays.copyOf(bytes, length);
                if (!(holdable && kept(said, out))) {
                    out.write(said);
                }
            }
        } catch (IOException e) {
            // One of them has left.
        }
    }

    private synchronized boolean kept(byte[] said, OutputStream page) {
        if (holding) {
            held.add(new Said(System.nanoTime(), said, page));
        }
        return holding;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
