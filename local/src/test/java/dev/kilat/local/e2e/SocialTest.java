package dev.kilat.local.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What guests tell each other.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class SocialTest {
    /// One second is the promise, from the finger to the other page's eye; three are allowed, since
    /// here the server, its engines, three pages and other builds share two cores.
    private static final double AT_ONCE = 3 * 1000;

    @Test
    void a_like_is_seen_in_the_guests_other_tab_and_by_everybody_else(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 2, kilat);
        Page first = browsers.page(Screen.PHONE);
        OpenPhoto mine = open(first, kilat, wall);
        OpenPhoto myOther = open(first.context().newPage(), kilat, wall);
        OpenPhoto theirs = open(browsers.page(Screen.DESKTOP), kilat, wall);
        myOther.lookOutForLikes(1);
        theirs.lookOutForLikes(1);

        double clicked = mine.click(mine.heart());

        mine.awaitLikes(1, true);
        assertThat(myOther.sight() - clicked).isLessThan(AT_ONCE);
        assertThat(theirs.sight() - clicked).isLessThan(AT_ONCE);
        theirs.awaitLikes(1, false);
        myOther.awaitLikes(1, true);

        theirs.like();
        mine.awaitLikes(2, true);
        mine.like();
        theirs.awaitLikes(1, true);
        mine.awaitLikes(1, false);
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void a_like_that_does_not_get_through_is_taken_back_with_a_word(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 1, kilat);
        Page page = browsers.page(Screen.PHONE);
        OpenPhoto photo = open(page, kilat, wall);
        page.evaluate(
                "() => { window.hearts = []; new MutationObserver(() => hearts.push("
                        + "document.querySelector('[role=dialog] [aria-pressed]')?.ariaPressed))"
                        + ".observe(document, { subtree: true, attributes: true }) }");
        page.route("**/like", route -> route.abort());

        photo.like();

        assertThat(page.getByText("Your like didn’t get through. Try it again.")).isVisible();
        photo.awaitLikes(0, false);
        assertThat(page.evaluate("hearts.includes('true')")).as("shown at once").isEqualTo(true);

        page.unroute("**/like");
        photo.like();
        photo.awaitLikes(1, true);
    }

    @Test
    void a_double_tap_likes(Cloud.Running kilat, Browsers browsers, Wall hung)
            throws InterruptedException {
        Wall wall = Copies.of(hung, 1, kilat);
        OpenPhoto photo = open(browsers.page(Screen.PHONE), kilat, wall);
        Page page = photo.guest().page();
        // Taps are for the photo once it has flown to its place.
        photo.guest().await("() => watched.settled()", null);

        page.touchscreen().tap(195, 400);
        page.touchscreen().tap(195, 400);

        photo.awaitLikes(1, true);
        Wire.await(
                () -> kilat.admin().page(wall.slug(), 1, null).at("/photos/0/like_count").asInt(),
                likes -> likes == 1);
    }

    @Test
    void a_comment_appears_where_others_read_and_its_author_is_remembered(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 1, kilat);
        OpenPhoto mine = open(browsers.page(Screen.PHONE), kilat, wall);
        OpenPhoto theirs = open(browsers.page(Screen.DESKTOP), kilat, wall);
        mine.openComments();
        theirs.openComments();
        theirs.lookOutForComment("What a light!");

        mine.name().fill("Ayu");
        mine.words().fill("What a light!");
        double clicked = mine.click(mine.send());

        assertThat(theirs.sight() - clicked).isLessThan(AT_ONCE);
        assertThat(theirs.comments()).hasCount(1);
        assertThat(theirs.comments()).containsText("Ayu");
        assertThat(mine.words()).hasValue("");
        assertThat(mine.comments()).hasCount(1);

        mine.guest().page().reload();
        OpenPhoto again = new OpenPhoto(mine.guest());
        again.heart().waitFor();
        again.openComments();
        assertThat(again.name()).hasValue("Ayu");
        assertThat(again.comments()).containsText("What a light!");
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    void a_comment_written_offline_goes_out_once_when_the_network_is_back(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, 1, kilat);
        OpenPhoto mine = open(browsers.page(Screen.PHONE), kilat, wall);
        OpenPhoto theirs = open(browsers.page(Screen.DESKTOP), kilat, wall);
        mine.openComments();
        theirs.openComments();
        theirs.lookOutForComment("Under the mountain");

        mine.guest().page().context().setOffline(true);
        mine.words().fill("Under the mountain");
        mine.send().click();
        assertThat(mine.comments()).containsText("Goes out when you’re back online");
        mine.guest().page().context().setOffline(false);

        theirs.sight();
        assertThat(mine.comments()).not().containsText("Goes out");
        assertThat(mine.comments()).hasCount(1);
        JsonNode said =
                kilat.admin()
                        .call("GET", "/api/photos/" + wall.newest() + "/comments", null)
                        .expect();
        assertThat(said.path("comments")).hasSize(1);
    }

    private static OpenPhoto open(Page page, Cloud.Running kilat, Wall wall) {
        return OpenPhoto.open(GuestPage.open(page, kilat, wall.slug()), wall.newest());
    }
}
