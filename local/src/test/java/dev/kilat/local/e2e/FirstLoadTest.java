package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.kilat.local.demo.PhotoFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a guest's phone has to load, and how calm the page is.
@ExtendWith({Cloud.class, Chromium.class, Wall.Hung.class})
class FirstLoadTest {
    private static final int MOST_SCRIPT = 70 * 1024;
    private static final int MOST_STYLE = 15 * 1024;
    private static final double MOST_SHIFT = 0.02;
    private static final int ARRIVALS = 50;

    @Test
    void the_first_photo_costs_little_script_and_style(
            Cloud.Running kilat, Browsers browsers, Wall wall) {
        List<Response> answers = new ArrayList<>();
        Page page = browsers.page(Screen.PHONE);
        page.onResponse(answers::add);
        GuestPage guest = GuestPage.open(page, kilat, wall.slug());
        guest.awaitImages();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(compressed(answers, "script")).isBetween(10_000, MOST_SCRIPT);
        assertThat(compressed(answers, "stylesheet")).isBetween(1_000, MOST_STYLE);
    }

    @Test
    void nothing_jumps_while_fifty_photos_arrive(
            Cloud.Running kilat, Browsers browsers, Wall hung) {
        Wall wall = Copies.of(hung, Wall.SIZE, kilat);
        List<GuestPage> guests =
                Stream.of(Screen.values())
                        .map(screen -> GuestPage.open(browsers.page(screen), kilat, wall.slug()))
                        .toList();
        guests.forEach(guest -> guest.awaitImages());

        String last = "";
        for (int i = 0; i < ARRIVALS; i++) {
            PhotoFile photo = Photos.jpeg(i % 3 == 0 ? 240 : 320, 240);
            last = kilat.admin().upload(wall.slug(), photo).path("photo_id").asText();
        }

        for (GuestPage guest : guests) {
            guest.awaitCount(Wall.SIZE + ARRIVALS);
            guest.awaitPhoto(last);
            guest.awaitImages();
            assertThat(guest.watched("shift")).isLessThanOrEqualTo(MOST_SHIFT);
        }
    }

    /// As a distribution sends it; the local server may not compress.
    private static int compressed(List<Response> answers, String type) {
        return answers.stream()
                .filter(answer -> answer.request().resourceType().equals(type))
                .mapToInt(answer -> gzip(answer.body()))
                .sum();
    }

    private static int gzip(byte[] body) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.size();
    }
}
