package dev.kilat.local.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.kilat.local.demo.PhotoFile;
import java.util.List;

/// An admin's page, by the names and roles that everybody finds on it.
record AdminPage(Page page) {
    static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(GuestPage.PATIENCE);
    static final LocatorAssertions.HasCountOptions COUNTED_PATIENTLY =
            new LocatorAssertions.HasCountOptions().setTimeout(GuestPage.PATIENCE);

    /// Logs in, and is then at the desk of an event.
    static AdminPage at(Page page, Cloud.Running kilat, String slug) {
        page.navigate(kilat.origin() + "/admin/" + slug);
        AdminPage admin = new AdminPage(page);
        admin.logIn(kilat.cloud().adminPassword());
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).waitFor();
        return admin;
    }

    void logIn(String password) {
        field("Password").fill(password);
        button("Log in").click();
    }

    void makeEvent(String name) {
        button("New event").first().click();
        field("Name").fill(name);
        button("Create event").click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).waitFor();
    }

    void choose(List<PhotoFile> files) {
        page.locator("input[type=file][multiple]")
                .first()
                .setInputFiles(
                        files.stream()
                                .map(file ->
                                        new FilePayload(
                                                file.name(), file.contentType(), file.bytes()))
                                .toArray(FilePayload[]::new));
    }

    Locator uploads() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Uploads"))
                .first();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    Locator tile(String photo) {
        return page.locator("[data-photo='" + photo + "']");
    }

    /// Whether the browser has kept the file's bytes, so that a reload does not lose them.
    boolean keeps(String fileName) {
        return (Boolean)
                page.evaluate(
                        """
                        name => new Promise(done => {
                            const open = indexedDB.open('uppy-blobs');
                            open.onsuccess = () => {
                                const keys = open.result.transaction('files').objectStore('files').getAllKeys();
                                keys.onsuccess = () => {
                                    open.result.close();
                                    done(keys.result.some(key => key.includes(name)));
                                };
                            };
                        })
                        """,
                        fileName);
    }
}
