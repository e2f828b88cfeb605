package dev.kilat.identity;

import dev.kilat.identity.RateLimit.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.function.Supplier;

/// Lets admins in. Passwords are compared with an Argon2id hash, made at the first login after the
/// secret was made or rotated. Five failed attempts a minute for each source address and username:
/// a right one starts the count anew.
public final class AdminLogin {
    private static final int ATTEMPTS = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Supplier<AdminAccount> account;
    private final Admins admins;
    private final Passwords passwords;
    private final RateLimit rateLimit;
    private final Tokens tokens;

    public AdminLogin(
            Supplier<AdminAccount> account,
            Admins admins,
            Passwords passwords,
            RateLimit rateLimit,
            Tokens tokens) {
        this.account = account;
        this.admins = admins;
        this.passwords = passwords;
        this.rateLimit = rateLimit;
        this.tokens = tokens;
    }

    public Outcome attempt(String username, String password, String sourceIp) {
        String who = sourceIp + " " + username;
        return switch (rateLimit.hit("login", who, ATTEMPTS, WINDOW)) {
            case Verdict.Limited limited -> new Outcome.TooMany(limited.retryAfter());
            case Verdict.Allowed _ -> {
                Outcome outcome = check(username, password);
                if (outcome instanceof Outcome.LoggedIn) {
                    rateLimit.forget("login", who);
                }
                yield outcome;
            }
        };
    }

    private Outcome check(String username, String password) {
        AdminAccount current = account.get();
        Admins.Stored stored =
                admins.find(current.username())
                        .filter(known -> known.secretVersion().equals(current.version()))
                        .orElseGet(() -> store(current));
        // Both are always computed: the time taken must not tell which of the two was wrong.
        boolean rightPassword = passwords.matches(password, stored.passwordHash());
        boolean rightName =
                MessageDigest.isEqual(
                        username.getBytes(StandardCharsets.UTF_8),
                        current.username().getBytes(StandardCharsets.UTF_8));
        return rightPassword && rightName
                ? new Outcome.LoggedIn(tokens.admin(current.username()))
                : new Outcome.Wrong();
    }

    private Admins.Stored store(AdminAccount current) {
        Admins.Stored stored =
                new Admins.Stored(
                        current.username(), passwords.hash(current.password()), current.version());
        admins.save(stored);
        return stored;
    }

    /// What became of an attempt.
    public sealed interface Outcome {
        record LoggedIn(Issued token) implements Outcome {}

        /// The name or the password: we do not say which.
        record Wrong() implements Outcome {}

        record TooMany(Duration retryAfter) implements Outcome {}
    }
}
