package dev.kilat.local.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Chromium: the one that KILAT_CHROMIUM names, or Playwright's own. Each page is a person of its
/// own.
final class Browsers implements AutoCloseable {
    private final Playwright playwright;
    private final Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    Browsers() {
        String installed = System.getenv("KILAT_CHROMIUM");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        installed == null
                                                ? Map.of()
                                                : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions()
                        .setArgs(
                                List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--no-first-run"));
        if (installed != null) {
            options.setExecutablePath(Path.of(installed));
        }
        chromium = playwright.chromium().launch(options);
    }

    Page page(int width, int height) {
        BrowserContext person =
                chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        person.setDefaultTimeout(60_000);
        Page page = person.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /// What pages threw or logged as errors, refusals of the content security policy among them.
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
