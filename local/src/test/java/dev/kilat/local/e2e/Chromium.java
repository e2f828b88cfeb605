package dev.kilat.local.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One Chromium for all tests of a run, the one that KILAT_CHROMIUM names or else Playwright's own.
/// Each test gets people of its own, who leave when it ends.
public final class Chromium implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(Chromium.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot()
                        .getStore(OURS)
                        .getOrComputeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        return context.getStore(OURS)
                .getOrComputeIfAbsent(
                        Browsers.class, _ -> new Browsers(running.chromium), Browsers.class);
    }

    private record Running(Playwright playwright, Browser chromium) implements AutoCloseable {
        static Running start() {
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
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            chromium.close();
            playwright.close();
        }
    }
}
