package dev.kilat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.identity.AdminLogin.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminLoginTest {
    private final Clock clock = new Clock();
    private final Tokens tokens = new Tokens(() -> "s".repeat(64), clock, () -> "id");
    private final MemoryAdmins admins = new MemoryAdmins();
    private AdminAccount account = new AdminAccount("admin", "first", "v1");
    private final AdminLogin logins =
            new AdminLogin(
                    () -> account,
                    admins,
                    new Passwords(new SecureRandom()),
                    new MemoryRateLimit(clock),
                    tokens);

    @Test
    void the_right_name_and_password_get_an_admins_token() {
        assertThat(logins.attempt("admin", "first", "1.2.3.4"))
                .isInstanceOfSatisfying(
                        Outcome.LoggedIn.class,
                        in ->
                                assertThat(tokens.caller(in.token().token()))
                                        .isEqualTo(new Caller.Admin("admin")));
    }

    @Test
    void a_wrong_name_or_password_gets_nothing() {
        assertThat(logins.attempt("admin", "First", "1.2.3.4")).isEqualTo(new Outcome.Wrong());
        assertThat(logins.attempt("Admin", "first", "1.2.3.4")).isEqualTo(new Outcome.Wrong());
        assertThat(logins.attempt("root", "first", "1.2.3.4")).isEqualTo(new Outcome.Wrong());
    }

    @Test
    void the_password_is_kept_only_as_a_hash_made_once_a_version() {
        logins.attempt("root", "x", "1.2.3.4");
        String hash = admins.find("admin").orElseThrow().passwordHash();
        logins.attempt("admin", "first", "1.2.3.4");

        assertThat(hash).startsWith("$argon2id$");
        assertThat(admins.find("admin").orElseThrow().passwordHash()).isEqualTo(hash);
        assertThat(admins.find("root")).isEmpty();
    }

    /// The time taken must not tell which of the two was wrong: both are looked up and hashed
    /// alike.
    @Test
    void an_unknown_name_costs_what_a_known_one_costs() {
        List<String> asked = new ArrayList<>();
        Admins watched =
                new Admins() {
                    @Override
                    public Optional<Stored> find(String username) {
                        asked.add(username);
                        return Optional.of(
                                new Stored(username, "no hash: whoever compares it fails", "v1"));
                    }

                    @Override
                    public void save(Stored admin) {
                        asked.add("save");
                    }
                };
        AdminLogin compared =
                new AdminLogin(
                        () -> account,
                        watched,
                        new Passwords(new SecureRandom()),
                        new MemoryRateLimit(clock),
                        tokens);

        for (String name : new String[] {"admin", "root", "", "x".repeat(1000)}) {
            assertThatThrownBy(() -> compared.attempt(name, "wrong", "1.2.3.4"))
                    .hasMessageContaining("PHC");
        }
        assertThat(asked).containsExactly("admin", "admin", "admin", "admin");
    }

    @Test
    void after_a_rotation_only_the_new_password_works() {
        logins.attempt("admin", "first", "1.2.3.4");
        account = new AdminAccount("admin", "second", "v2");

        assertThat(logins.attempt("admin", "first", "1.2.3.4")).isEqualTo(new Outcome.Wrong());
        assertThat(logins.attempt("admin", "second", "1.2.3.4"))
                .isInstanceOf(Outcome.LoggedIn.class);
    }

    @Test
    void who_knows_the_password_may_log_in_often() {
        for (int i = 0; i < 20; i++) {
            assertThat(logins.attempt("admin", "first", "1.2.3.4"))
                    .isInstanceOf(Outcome.LoggedIn.class);
        }
    }

    @Test
    void the_sixth_attempt_in_a_minute_is_refused_even_with_the_right_password() {
        for (int i = 0; i < 5; i++) {
            logins.attempt("admin", "wrong", "1.2.3.4");
        }

        assertThat(logins.attempt("admin", "first", "1.2.3.4"))
                .isEqualTo(new Outcome.TooMany(Duration.ofMinutes(1)));
        assertThat(logins.attempt("admin", "first", "5.6.7.8"))
                .isInstanceOf(Outcome.LoggedIn.class);
        clock.passes(Duration.ofMinutes(1));
        assertThat(logins.attempt("admin", "first", "1.2.3.4"))
                .isInstanceOf(Outcome.LoggedIn.class);
    }
}
