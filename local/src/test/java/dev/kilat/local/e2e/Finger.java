package dev.kilat.local.e2e;

import com.google.gson.Gson;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/// Touches a page as a hand does, which Playwright itself can only tap.
final class Finger implements AutoCloseable {
    private static final int STEPS = 8;

    private final Page page;
    private final CDPSession browser;

    Finger(Page page) {
        this.page = page;
        browser = page.context().newCDPSession(page);
    }

    void swipe(double fromX, double fromY, double toX, double toY) {
        touch("touchStart", List.of(Map.of("x", fromX, "y", fromY)));
        for (int i = 1; i <= STEPS; i++) {
            double part = (double) i / STEPS;
            double x = fromX + (toX - fromX) * part;
            touch("touchMove", List.of(Map.of("x", x, "y", fromY + (toY - fromY) * part)));
            // A hand is no faster than the screen.
            page.evaluate("() => new Promise(requestAnimationFrame)");
        }
        touch("touchEnd", List.of());
    }

    private void touch(String type, List<Map<String, Double>> points) {
        Map<String, ?> event = Map.of("type", type, "touchPoints", points);
        browser.send("Input.dispatchTouchEvent", new Gson().toJsonTree(event).getAsJsonObject());
    }

    @Override
    public void close() {
        browser.detach();
    }
}
