package dev.kilat.bench.page;

import com.microsoft.playwright.Page;
import dev.kilat.bench.party.Party;
import dev.kilat.bench.party.Phones;
import java.io.IOException;

/// A guest's page that hears of nothing until it is told to.
record HeldPage(Page page, HeldLine line) implements AutoCloseable {
    static HeldPage open(Phones phones, Party party) throws IOException {
        Page page = phones.unwrap();
        HeldLine line = HeldLine.to(party.url());
        line.lead(page);
        Arrivals.open(page, party);
        line.leave(page);
        return new HeldPage(page, line);
    }

    /// Once or more often.
    @Override
    public void close() throws IOException {
        page.context().close();
        line.close();
    }
}
