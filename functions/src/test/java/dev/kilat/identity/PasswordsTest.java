package dev.kilat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void a_hash_is_a_salted_phc_string_with_the_parameters_owasp_asks_for() {
        String hash = passwords.hash("correct horse");

        assertThat(hash)
                .matches(
                        "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void only_the_same_password_matches() {
        String hash = passwords.hash("pässwörd");

        assertThat(passwords.matches("pässwörd", hash)).isTrue();
        assertThat(passwords.matches("passwörd", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    /// The reference implementation's own test vector, so that hashes outlive this library.
    @Test
    void a_hash_of_the_reference_implementation_matches() {
        String reference =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", reference)).isTrue();
    }

    @Test
    void what_is_no_argon2id_is_refused_loudly() {
        assertThatThrownBy(() -> passwords.matches("a", "$2b$12$abc")).hasMessageContaining("PHC");
    }
}
