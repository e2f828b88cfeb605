package dev.kilat.bench.party;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Phones with an empty cache each, played by the Chromium that `KILAT_CHROMIUM` names or else by
/// Playwright's own.
public final class Phones implements AutoCloseable {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final int DENSITY = 3;
    private static final double PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser chromium;

    private Phones(Playwright playwright, Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static Phones start() {
        String installed = System.getenv("KILAT_CHROMIUM");
        Map<String, String> environment =
                installed == null ? Map.of() : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(environment));
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
        return new Phones(playwright, playwright.chromium().launch(options));
    }

    public Phone unwrap() {
        BrowserContext phone =
                chromium.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(WIDTH, HEIGHT)
                                .setDeviceScaleFactor(DENSITY)
                                .setHasTouch(true)
                                .setIsMobile(true)
                                .setLocale("en-GB"));
        phone.setDefaultTimeout(PATIENCE);
        return new Phone(phone.newPage());
    }

    public String version() {
        return "Chromium " + chromium.version();
    }

    /// Waits until the page answers yes. (Playwright's own way needs eval, which the content
    /// security policy refuses.)
    public static void await(Page page, String question, @Nullable Object argument) {
        long end = System.nanoTime() + (long) (PATIENCE * 1e6);
        while (!Boolean.TRUE.equals(page.evaluate(question, argument))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never: " + question + " of " + argument);
            }
            page.waitForTimeout(50);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
