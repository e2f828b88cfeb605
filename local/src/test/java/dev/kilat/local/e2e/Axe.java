package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Asks axe-core what WCAG 2.2 A and AA find wrong with a page, as it is at this moment.
final class Axe {
    private static final String SCRIPT = script();

    /// Looks at the end of transitions, since a colour that is fading in has no contrast yet.
    private static final String RUN =
            """
            async () => {
                const ends = document.getAnimations()
                    .filter(one => Number.isFinite(one.effect.getComputedTiming().endTime))
                    .map(one => one.finished.catch(() => null));
                await Promise.all(ends);
                const { violations } = await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    resultTypes: ['violations'],
                });
                return violations.flatMap(({ id, help, nodes }) =>
                    nodes.map(node => `${id}: ${help}: ${node.html} ${node.failureSummary}`));
            }
            """;

    private Axe() {}

    static void findsNothing(Page page, String where) {
        page.evaluate(SCRIPT);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat((List<?>) page.evaluate(RUN)).as("%s, %s", where, scheme).isEmpty();
        }
    }

    private static String script() {
        try {
            return Files.readString(Path.of("../web/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
