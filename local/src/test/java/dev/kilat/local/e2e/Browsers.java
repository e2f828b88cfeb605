package dev.kilat.local.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The people of one test, each with a browser of their own.
final class Browsers implements AutoCloseable {
    private static final String WATCH = resource("watch.js");

    private final Browser chromium;
    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Browsers(Browser chromium) {
        this.chromium = chromium;
    }

    Page page(Screen screen) {
        return page(screen.person());
    }

    Page page(Browser.NewContextOptions person) {
        BrowserContext context = chromium.newContext(person);
        people.add(context);
        context.setDefaultTimeout(60_000);
        context.addInitScript(WATCH);
        context.onPage(this::listen);
        return context.newPage();
    }

    private void listen(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /// What pages threw or logged as errors, refusals of the content security policy among them.
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }

    private static String resource(String name) {
        try (InputStream in = Browsers.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
