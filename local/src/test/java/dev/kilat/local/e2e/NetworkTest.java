package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Networks come and go, and phones sleep; the page comes right by itself.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class NetworkTest {
    /// Two seconds are the promise. They are measured inside the page, from what it hears first to
    /// the tile; twice that is allowed, since here the server, its engines, the browser and other
    /// builds share two cores.
    private static final double SOON = 2 * 2000;

    private static final Pattern LIVE = Pattern.compile("^wss?://.*/live");

    @ParameterizedTest
    @EnumSource
    void what_was_missed_offline_appears_by_itself_when_the_network_is_back(
            Screen screen, Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 2, kilat);
        GuestPage guest = GuestPage.open(browsers.page(screen), kilat, wall.slug());
        guest.awaitOrder(wall.photos());

        guest.page().context().setOffline(true);
        guest.says("Offline");
        String first = upload(kilat, wall.slug());
        String second = upload(kilat, wall.slug());
        assertThat(guest.order()).isEqualTo(wall.photos());
        guest.page().context().setOffline(false);

        guest.says("Live");
        guest.awaitOrder(List.of(second, first, wall.photos().get(0), wall.photos().get(1)));
        assertThat(guest.firstSeen(second) - guest.watched("heard.online")).isLessThan(SOON);
        assertThat(guest.doubled()).isEmpty();
        guest.neverReloaded();
    }

    @Test
    void pages_poll_only_while_nothing_can_be_pushed(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 2, kilat);
        Page page = browsers.page(Screen.PHONE);
        Sockets sockets = new Sockets(page);
        AtomicInteger deltas = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().contains("since=")) {
                deltas.incrementAndGet();
            }
        });
        // The page's timers are wound on; nobody waits for minutes.
        page.clock().install();
        GuestPage guest = GuestPage.open(page, kilat, wall.slug());
        guest.awaitOrder(wall.photos());
        page.waitForLoadState(LoadState.NETWORKIDLE);

        int whileLive = deltas.get();
        page.clock().runFor(180_000);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        guest.says("Live");
        assertThat(deltas).as("polls of a page that is live").hasValue(whileLive);

        sockets.cut();
        guest.says("Reconnecting");
        String missed = upload(kilat, wall.slug());
        page.clock().runFor(60_000);
        guest.awaitPhoto(missed);
        guest.says("Reconnecting");
        assertThat(deltas.get()).isGreaterThan(whileLive);

        sockets.mend();
        page.clock().runFor(31_000);
        guest.says("Live");
        String pushed = upload(kilat, wall.slug());
        guest.awaitPhoto(pushed);
        assertThat(guest.doubled()).isEmpty();
        guest.neverReloaded();
    }

    @Test
    void a_page_that_was_frozen_is_right_again_at_once(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 2, kilat);
        Page page = browsers.page(Screen.PHONE);
        Sockets sockets = new Sockets(page);
        GuestPage guest = GuestPage.open(page, kilat, wall.slug());
        guest.awaitOrder(wall.photos());
        CDPSession browser = page.context().newCDPSession(page);

        become(browser, "frozen");
        // What a phone does to a sleeping page's connection.
        sockets.cut();
        sockets.mend();
        String missed = upload(kilat, wall.slug());
        long active = System.currentTimeMillis();
        become(browser, "active");

        guest.awaitOrder(List.of(missed, wall.photos().get(0), wall.photos().get(1)));
        assertThat(guest.firstSeen(missed) - active).isLessThan(SOON);
        guest.says("Live");
        guest.neverReloaded();
    }

    private static void become(CDPSession browser, String state) {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("state", state);
        browser.send("Page.setWebLifecycleState", wanted);
    }

    private static String upload(Cloud.Running kilat, String slug) {
        return kilat.admin().upload(slug, Photos.jpeg(400, 300)).path("photo_id").asText();
    }

    /// The network between a page's live connections and the server, which can be cut while the
    /// rest goes on.
    private static final class Sockets {
        private final List<WebSocketRoute> open = new ArrayList<>();
        private boolean cut;

        Sockets(Page page) {
            page.routeWebSocket(
                    LIVE,
                    socket -> {
                        if (cut) {
                            socket.close();
                        } else {
                            socket.connectToServer();
                            open.add(socket);
                        }
                    });
        }

        void cut() {
            cut = true;
            open.forEach(WebSocketRoute::close);
            open.clear();
        }

        void mend() {
            cut = false;
        }
    }
}
