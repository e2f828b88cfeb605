package dev.kilat.identity;

import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.event.JoinSecret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets guests into an event and gives them an identity without an account.
public final class GuestSessions {
    public static final String DEFAULT_NAME = "Guest";
    private static final int ID_BYTES = 16;

    private final Events events;
    private final Tokens tokens;
    private final SecureRandom random;

    public GuestSessions(Events events, Tokens tokens, SecureRandom random) {
        this.events = events;
        this.tokens = tokens;
        this.random = random;
    }

    /// Empty if there is no such event, or if it is private and the secret is not its own: a
    /// stranger cannot tell which.
    public Optional<Session> open(
            EventSlug slug, @Nullable String name, @Nullable String joinSecret) {
        return events.find(slug)
                .filter(event -> opens(event, joinSecret))
                .map(event -> begin(event, name == null ? DEFAULT_NAME : name));
    }

    private static boolean opens(Event event, @Nullable String joinSecret) {
        String hash = event.joinSecretHash();
        return hash == null || (joinSecret != null && new JoinSecret(joinSecret).hasHash(hash));
    }

    private Session begin(Event event, String name) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Caller.Guest guest =
                new Caller.Guest(
                        HexFormat.of().formatHex(id), event.slug(), event.createdAt(), name);
        return new Session(guest, tokens.guest(guest));
    }

    public record Session(Caller.Guest guest, Issued token) {}
}
