package dev.kilat.bench.party;

import com.microsoft.playwright.Page;

/// A phone with an empty cache and one page.
public record Phone(Page page) implements AutoCloseable {
    /// Put away with all that it kept; once or more often.
    @Override
    public void close() {
        page.context().close();
    }
}
