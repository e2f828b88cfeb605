package dev.kilat.bench.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// Makes a page's browser as slow as a cheap phone on a thin network.
final class SlowPhone {
    static final int SLOWDOWN = 4;
    static final int ROUND_TRIP = 150;
    static final int KILOBITS = 1600;

    private SlowPhone() {}

    static void slowProcessor(Page page) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWDOWN);
        session(page).send("Emulation.setCPUThrottlingRate", rate);
    }

    static void thinNetwork(Page page) {
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", ROUND_TRIP);
        network.addProperty("downloadThroughput", KILOBITS * 1000 / 8);
        network.addProperty("uploadThroughput", KILOBITS * 1000 / 8);
        CDPSession session = session(page);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
    }

    private static CDPSession session(Page page) {
        return page.context().newCDPSession(page);
    }
}
