package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.kilat.event.EventSlug;
import dev.kilat.local.demo.KilatClient;
import dev.kilat.local.demo.PhotoFile;
import dev.kilat.photo.Photo;
import dev.kilat.photo.PhotoId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A photographer's desk during the party.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class AdminDeskTest {
    @Test
    void a_folder_of_thirty_files_is_taken_and_what_is_not_is_told(
            @TempDir Path folder, Cloud.Running kilat, Browsers browsers) throws Exception {
        String slug = kilat.event();
        kilat.admin().upload(slug, fill(folder));
        GuestPage guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, slug);
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);

        admin.page().locator("input[type=file][webkitdirectory]").setInputFiles(folder);

        Locator uploads = admin.uploads();
        assertThat(uploads).containsText("1 already there", AdminPage.PATIENTLY);
        assertThat(uploads).containsText("1 not taken", AdminPage.PATIENTLY);
        assertThat(
                        uploads.getByRole(AriaRole.LISTITEM)
                                .filter(new Locator.FilterOptions().setHasText("text.jpg")))
                .containsText(Pattern.compile("Not taken: .+"));
        assertThat(uploads).containsText("29 photos are in the gallery", AdminPage.PATIENTLY);
        guest.awaitCount(29);
        assertThat(guest.doubled()).isEmpty();
    }

    @Test
    void an_upload_goes_on_after_a_reload_in_its_middle(Cloud.Running kilat, Browsers browsers)
            throws Exception {
        String slug = kilat.event();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        admin.page().onDialog(Dialog::accept);
        AtomicInteger puts = new AtomicInteger();
        AtomicBoolean reloaded = new AtomicBoolean();
        // The sixth and those behind it are under way until the page is gone.
        admin.page()
                .route(
                        "**/originals/**",
                        put -> {
                            if (reloaded.get() || puts.incrementAndGet() <= 5) {
                                put.resume();
                            }
                        });
        List<PhotoFile> photos = Stream.generate(Photos::jpeg).limit(30).toList();
        admin.choose(photos);
        // The browser keeps one after the other.
        Wire.await(
                () -> admin.keeps(photos.getLast().name()) ? count(kilat, slug) : 0,
                count -> count == 5);
        reloaded.set(true);
        admin.page().reload();

        // What had arrived before the reload need not be in the list any more.
        assertThat(admin.uploads())
                .containsText(
                        "photos are in the gallery",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
        assertThat(count(kilat, slug)).isEqualTo(30);
    }

    @Test
    void what_one_admin_uploads_is_seen_to_come_by_another(Cloud.Running kilat, Browsers browsers) {
        String slug = kilat.event();
        AdminPage other = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        assertThat(other.page().getByRole(AriaRole.STATUS).getByText("Live")).isVisible();

        admin.choose(Stream.generate(Photos::jpeg).limit(12).toList());

        other.page().getByText(Pattern.compile("^admin: \\d+ of 12")).waitFor();
        assertThat(other.page().locator("[data-photo]")).hasCount(12, AdminPage.COUNTED_PATIENTLY);
    }

    @Test
    void a_removed_photo_comes_back_when_that_was_a_mistake(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 3, kilat);
        GuestPage guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, wall.slug());
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, wall.slug());
        String photo = wall.photos().get(1);

        admin.tile(photo).focus();
        admin.page().keyboard().press("Delete");
        guest.awaitOrder(List.of(wall.photos().get(0), wall.photos().get(2)));
        admin.button("Undo").click();
        guest.awaitOrder(wall.photos());

        admin.tile(photo).locator("xpath=..").getByRole(AriaRole.BUTTON).last().click();
        guest.awaitOrder(List.of(wall.photos().get(0), wall.photos().get(2)));
        assertThat(admin.page().getByText("Photo removed.")).isVisible();
        guest.neverReloaded();
    }

    @Test
    void a_photo_that_failed_says_why_and_can_be_tried_again(
            Cloud.Running kilat, Browsers browsers) {
        String slug = kilat.event();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        assertThat(admin.page().getByRole(AriaRole.STATUS).getByText("Live")).isVisible();
        PhotoFile broken = half();

        admin.choose(List.of(broken));

        Locator failures = admin.page().getByText("1 photo couldn’t be shown");
        failures.waitFor();
        failures.click();
        Locator row =
                admin.page()
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText(broken.name()))
                        .filter(new Locator.FilterOptions().setHasText("Try again"));
        assertThat(row).containsText(Pattern.compile(broken.name() + "\\s*\\S.+Try again"));

        // What was broken about the object is mended meanwhile.
        String id = admin.page().locator("[data-photo]").getAttribute("data-photo");
        LikesAndFiguresTest.replace(kilat, Photo.originalKey(new EventSlug(slug), new PhotoId(id)));
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(failures).hasCount(0, AdminPage.COUNTED_PATIENTLY);
        GuestPage.open(browsers.page(Screen.PHONE), kilat, slug).awaitImages(1);
    }

    @Test
    void a_comment_rings_leads_to_its_photo_and_can_be_hidden(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 3, kilat);
        String photo = wall.photos().get(2);
        OpenPhoto open =
                OpenPhoto.open(
                        GuestPage.open(browsers.page(Screen.PHONE), kilat, wall.slug()), photo);
        open.openComments();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, wall.slug());
        assertThat(admin.page().getByRole(AriaRole.STATUS).getByText("Live")).isVisible();

        comment(kilat.visitor().session(wall.slug(), "Made", null), photo, "Who took this?");

        Locator toast =
                admin.page()
                        .getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("Who took this?"));
        toast.getByText("Open photo").click();
        assertThat(admin.page().getByText("3 of 3")).isVisible();
        admin.page().keyboard().press("Escape");

        open.comments().getByText("Who took this?").waitFor();
        admin.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Comments")))
                .first()
                .click();
        Locator panel =
                admin.page()
                        .getByRole(
                                AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Comments"));
        panel.getByText("Who took this?").waitFor();
        panel.getByText("Hide", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(open.comments()).hasCount(0, AdminPage.COUNTED_PATIENTLY);
        panel.getByText("Show", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(open.comments()).hasCount(1, AdminPage.COUNTED_PATIENTLY);
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void the_code_to_join_is_shown_and_saved(Cloud.Running kilat, Browsers browsers)
            throws Exception {
        String slug = kilat.event();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        admin.button("QR code").click();
        Locator sheet = admin.page().getByRole(AriaRole.DIALOG);
        assertThat(sheet).containsText("Scan to see today’s photos, live");
        assertThat(sheet.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("QR code")))
                .isVisible();

        Download svg = save(admin, sheet, "SVG");
        assertThat(svg.suggestedFilename()).isEqualTo(slug + ".svg");
        assertThat(Files.readString(svg.path())).contains("<svg ", "</svg>");
        Download png = save(admin, sheet, "PNG");
        assertThat(png.suggestedFilename()).isEqualTo(slug + ".png");
        assertThat(ImageIO.read(png.path().toFile()).getWidth()).isGreaterThan(300);
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void a_host_says_for_how_many_days_an_event_is_kept(Cloud.Running kilat, Browsers browsers) {
        String slug = kilat.event();
        Page page = browsers.page(Screen.DESKTOP);
        AdminPage admin = AdminPage.at(page, kilat, slug);
        admin.button("Edit event").click();
        admin.field("Days to keep it after the end").fill("30");
        admin.button("Save").click();
        page.getByText("Give it an end: the days count from there.").waitFor();

        admin.field("Ends").fill("2020-06-20T12:00");
        admin.button("Save").click();
        page.getByText("Those days are over already.").waitFor();
        admin.field("Ends").fill("2030-06-20T12:00");
        admin.button("Save").click();

        page.getByText("Kept until 20 July 2030").waitFor();
        admin.button("Edit event").click();
        assertThat(admin.field("Days to keep it after the end")).hasValue("30");
        admin.field("Days to keep it after the end").fill("");
        admin.button("Save").click();
        assertThat(page.getByText("Kept until")).hasCount(0);
    }

    @Test
    void an_event_is_closed_and_then_deleted_by_typing_its_address(
            Cloud.Running kilat, Browsers browsers) throws Exception {
        String slug = kilat.event();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        admin.button("Edit event").click();
        admin.button("Close event").click();
        assertThat(
                        admin.page()
                                .getByRole(AriaRole.LINK)
                                .getByText(Pattern.compile("ended"))
                                .first())
                .isVisible();

        admin.button("Edit event").click();
        admin.page()
                .getByRole(AriaRole.DIALOG)
                .getByText("Delete event", new Locator.GetByTextOptions().setExact(true))
                .click();
        Locator delete = admin.button("Delete event");
        assertThat(delete).isDisabled();
        Locator typed = admin.page().getByLabel("Type " + slug + " to delete it");
        typed.fill(slug.substring(1));
        assertThat(delete).isDisabled();
        typed.fill(slug);
        delete.click();
        assertThat(admin.page().locator("a[href='/admin/" + slug + "']")).hasCount(0);
        Wire.await(() -> kilat.admin().hasEvent(slug), there -> !there);
    }

    @Test
    void one_line_tells_how_the_party_goes(Cloud.Running kilat, Browsers browsers, Wall hung) {
        String slug = kilat.event();
        GuestPage.open(browsers.page(Screen.PHONE), kilat, slug);
        String photo = kilat.admin().upload(slug, Photos.jpeg(400, 300)).path("photo_id").asText();
        kilat.visitor()
                .session(slug, null, null)
                .call("POST", "/api/photos/" + photo + "/like", null)
                .expect();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        for (String figure : List.of("1 photo", "1 like", "1 guest now", "s at p95")) {
            admin.page().locator("main").getByText(figure).first().waitFor();
        }
    }

    private static Download save(AdminPage admin, Locator sheet, String kind) {
        return admin.page()
                .waitForDownload(
                        sheet.getByRole(
                                        AriaRole.BUTTON,
                                        new Locator.GetByRoleOptions().setName(kind))
                                ::click);
    }

    /// Twenty-nine photos, and a text that is called a photo.
    ///
    /// @return the first of the photos
    private static PhotoFile fill(Path folder) throws IOException {
        List<PhotoFile> photos =
                new ArrayList<>(Stream.generate(() -> Photos.jpeg(400, 300)).limit(29).toList());
        byte[] text = "Dear diary, what a night.".getBytes(UTF_8);
        photos.add(new PhotoFile("text.jpg", "image/jpeg", text));
        for (PhotoFile photo : photos) {
            Files.write(folder.resolve(photo.name()), photo.bytes());
        }
        return photos.getFirst();
    }

    /// Half a photo: only drawing it finds out.
    private static PhotoFile half() {
        byte[] whole = Photos.jpeg(800, 600).bytes();
        return new PhotoFile("half.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 2));
    }

    private static int count(Cloud.Running kilat, String slug) {
        return kilat.admin().gallery(slug).path("photo_count").asInt();
    }

    private static JsonNode comment(KilatClient guest, String photo, String content) {
        return guest.call(
                        "POST",
                        "/api/photos/" + photo + "/comments",
                        Map.of("id", UUID.randomUUID().toString(), "content", content))
                .expect();
    }
}
