package dev.kilat.bench.page;

import com.microsoft.playwright.Page;
import dev.kilat.bench.party.Party;
import dev.kilat.bench.party.Phone;
import dev.kilat.bench.party.Phones;
import java.io.IOException;

/// A guest's page that hears of nothing until it is told to.
record HeldPage(Phone phone, HeldLine line) implements AutoCloseable {
    static HeldPage open(Phones phones, Party party) throws IOException {
        Phone phone = phones.unwrap();
        Page page = phone.page();
        HeldLine line = HeldLine.to(party.url());
        line.lead(page);
        Arrivals.open(page, party);
        line.leave(page);
        return new HeldPage(phone, line);
    }

    Page page() {
        return phone.page();
    }

    /// Once or more often.
    @Override
    public void close() throws IOException {
        phone.close();
        line.close();
    }
}
