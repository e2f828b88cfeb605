package dev.kilat.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.simulation.Gateway.Answer;
import dev.kilat.simulation.Gateway.Call;
import dev.kilat.simulation.Gateway.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A guest's phone: the first page, then what is pushed, with the delta as the truth. It likes,
/// comments, loses its network and comes back.
final class Guest {
    static final Duration LONGEST_POLL = Duration.ofSeconds(45);
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(30);
    private static final Duration PING = Duration.ofMinutes(4);

    private final Cloud cloud;
    private final String name;
    private final Backoff backoff;
    private final Wall wall = new Wall();
    private String token = "";
    private @Nullable Socket socket;
    private Instant cameAt = Instant.MIN;
    private boolean acting = true;
    private boolean asking;
    private boolean again;

    /// When each photo was first on the wall.
    final Map<String, Instant> shownAt = new HashMap<>();

    /// How often it asked for a like to be given or taken back.
    int toggles;

    /// Ids of comments that were answered with 201.
    final Set<String> written = new HashSet<>();

    Guest(Cloud cloud, String name) {
        this.cloud = cloud;
        this.name = name;
        this.backoff = new Backoff(cloud.chance);
    }

    Wall wall() {
        return wall;
    }

    /// When it had its first page.
    Instant cameAt() {
        return cameAt;
    }

    @Nullable Socket socket() {
        return socket;
    }

    /// From now on it only looks.
    void rest() {
        acting = false;
    }

    void come() {
        token =
                until(
                                Call.of("POST /api/gallery/{slug}/sessions", "")
                                        .saying(Map.of("name", name)),
                                201)
                        .json()
                        .path("token")
                        .asText();
        startOver();
        cameAt = cloud.stage.instant();
        cloud.stage.after(pollPause(), this::poll);
        cloud.stage.after(Duration.ZERO, this::link);
        cloud.stage.after(cloud.chance.upTo(Duration.ofSeconds(20)), this::act);
    }

    private Call call(String route) {
        return Call.of(route, token);
    }

    private Answer until(Call call, int good) {
        while (true) {
            Optional<Answer> answer = cloud.gateway.guests(call.in("slug", Cloud.EVENT.value()));
            if (answer.filter(it -> it.status() == good).isPresent()) {
                return answer.get();
            }
            answer.filter(it -> it.status() / 100 == 4 && it.status() != 429)
                    .ifPresent(it -> cloud.violations.add(call.route() + " answered " + it));
            cloud.stage.sleep(backoff.next());
        }
    }

    private void startOver() {
        Wall fresh = new Wall();
        String before = "";
        do {
            Map<String, String> query =
                    before.isEmpty()
                            ? Map.of("limit", "4")
                            : Map.of("limit", "4", "before", before);
            JsonNode page = until(call("GET /api/gallery/{slug}/photos").asking(query), 200).json();
            fresh.page(page);
            before = page.path("before").asText("");
        } while (!before.isEmpty() && !before.equals("null"));
        wall.replaceBy(fresh);
        noteWhatIsShown();
    }

    private void link() {
        Optional<Socket> opened =
                cloud.gateway
                        .guests(
                                call("POST /api/gallery/{slug}/live")
                                        .in("slug", Cloud.EVENT.value()))
                        .filter(answer -> answer.status() == 200)
                        .flatMap(answer ->
                                cloud.gateway.connect(
                                        answer.json().path("url").asText(),
                                        this::hear,
                                        this::lost));
        if (opened.isEmpty()) {
            lost();
            return;
        }
        backoff.reset();
        socket = opened.get();
        socket.say("{\"action\":\"event:join\",\"event_slug\":\"" + Cloud.EVENT + "\"}");
        cloud.stage.after(PING, this::ping);
        ask();
    }

    private void lost() {
        socket = null;
        cloud.stage.after(backoff.next(), this::link);
    }

    private void ping() {
        if (socket != null && socket.isOpen()) {
            cloud.stage.after(PING, this::ping);
            socket.say("{\"action\":\"ping\"}");
        }
    }

    private void hear(String text) {
        JsonNode frame = Cloud.read(text);
        if (frame.path("code").asText().equals("not-found") && socket != null) {
            socket.close();
        } else if (frame.path("type").asText().equals("joined")) {
            if (wall.isBehind(frame)) {
                ask();
            }
        } else if (frame.path("type").asText().equals("batch:events")) {
            if (!wall.frame(frame)) {
                ask();
            }
            noteWhatIsShown();
        }
    }

    private Duration pollPause() {
        return cloud.chance.between(SHORTEST_POLL, LONGEST_POLL);
    }

    private void poll() {
        cloud.stage.after(pollPause(), this::poll);
        ask();
    }

    /// Asks for what changed, until there is nothing more.
    private void ask() {
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        boolean more = true;
        while (more) {
            again = false;
            Optional<Answer> answer =
                    cloud.gateway.guests(
                            call("GET /api/gallery/{slug}/photos")
                                    .in("slug", Cloud.EVENT.value())
                                    .asking(Map.of("since", wall.cursor(), "limit", "5")));
            more = answer.map(this::took).orElse(true) || again;
            if (answer.filter(it -> it.status() < 500).isEmpty()) {
                cloud.stage.sleep(backoff.next());
            }
        }
        asking = false;
    }

    /// @return whether there is more to ask for
    private boolean took(Answer answer) {
        return switch (answer.status()) {
            case 200 -> {
                wall.delta(answer.json());
                noteWhatIsShown();
                yield answer.json().path("more").asBoolean();
            }
            case 409 -> {
                startOver();
                yield true;
            }
            default -> true;
        };
    }

    private void noteWhatIsShown() {
        wall.ids().forEach(id -> shownAt.putIfAbsent(id, cloud.stage.instant()));
    }

    private void act() {
        if (!acting) {
            return;
        }
        cloud.stage.after(cloud.chance.upTo(Duration.ofSeconds(30)), this::act);
        List<String> ids = List.copyOf(wall.ids());
        if (ids.isEmpty()) {
            return;
        }
        String photo = cloud.chance.oneOf(ids);
        switch (cloud.chance.below(3)) {
            case 0 -> toggle("POST", photo);
            case 1 -> toggle("DELETE", photo);
            default -> comment(photo);
        }
    }

    private void toggle(String method, String photo) {
        toggles++;
        insist(call(method + " /api/photos/{photo_id}/like").in("photo_id", photo), 200);
    }

    private void comment(String photo) {
        String id = UUID.nameUUIDFromBytes(cloud.chance.bytes(16)).toString();
        Call call =
                call("POST /api/photos/{photo_id}/comments")
                        .in("photo_id", photo)
                        .saying(Map.of("id", id, "content", "Cheers"));
        if (insist(call, 201)) {
            written.add(id);
        }
    }

    /// @return whether it was done; not if the photo is gone
    private boolean insist(Call call, int good) {
        Backoff pauses = new Backoff(cloud.chance);
        while (true) {
            Optional<Answer> answer = cloud.gateway.guests(call);
            if (answer.filter(it -> it.status() == good || it.status() == 404).isPresent()) {
                return answer.get().status() == good;
            }
            cloud.stage.sleep(pauses.next());
        }
    }
}
