package dev.kilat.identity;

import dev.kilat.event.Event;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.event.JoinSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Lets guests into an event and gives them an identity without an account.
///
/// Nobody guesses 128 random bits. Still, whoever keeps trying is told to wait: what is wrong is
/// counted for each event and address, and only what is wrong is turned away, as all guests of a
/// hall come from one address.
public final class GuestSessions {
    public static final String DEFAULT_NAME = "Guest";
    private static final int ID_BYTES = 16;
    private static final int WRONG = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Events events;
    private final RateLimit rates;
    private final Tokens tokens;
    private final SecureRandom random;

    public GuestSessions(Events events, RateLimit rates, Tokens tokens, SecureRandom random) {
        this.events = events;
        this.rates = rates;
        this.tokens = tokens;
        this.random = random;
    }

    public Outcome open(
            EventSlug slug, @Nullable String name, @Nullable String joinSecret, String sourceIp) {
        return events.find(slug)
                .filter(event -> opens(event, joinSecret))
                .<Outcome>map(event -> begin(event, name == null ? DEFAULT_NAME : name))
                .orElseGet(() -> closed(slug, sourceIp));
    }

    private Outcome closed(EventSlug slug, String sourceIp) {
        return switch (rates.hit("join", sourceIp + " " + slug, WRONG, WINDOW)) {
            case RateLimit.Verdict.Allowed() -> new Outcome.Closed();
            case RateLimit.Verdict.Limited(var retryAfter) -> new Outcome.TooMany(retryAfter);
        };
    }

    private static boolean opens(Event event, @Nullable String joinSecret) {
        String hash = event.joinSecretHash();
        return hash == null || (joinSecret != null && new JoinSecret(joinSecret).hasHash(hash));
    }

    private Outcome.Session begin(Event event, String name) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Caller.Guest guest =
                new Caller.Guest(
                        HexFormat.of().formatHex(id), event.slug(), event.createdAt(), name);
        return new Outcome.Session(guest, tokens.guest(guest));
    }

    /// What became of an attempt.
    public sealed interface Outcome {
        record Session(Caller.Guest guest, Issued token) implements Outcome {}

        /// There is no such event, or it is private and the secret is not its own: a stranger
        /// cannot tell which.
        record Closed() implements Outcome {}

        record TooMany(Duration retryAfter) implements Outcome {}
    }
}
