package dev.kilat.identity;

import java.util.Optional;

/// The port on stored admins. Reads are strong.
public interface Admins {
    Optional<Stored> find(String username);

    void save(Stored admin);

    /// @param passwordHash a PHC string of Argon2id
    /// @param secretVersion of the secret whose password was hashed
    record Stored(String username, String passwordHash, String secretVersion) {}
}
