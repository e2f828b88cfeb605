package dev.kilat.contracts.http;

import org.jspecify.annotations.Nullable;

/// An admin's name and password.
public record LoginRequest(@Nullable String username, @Nullable String password) {
    /// Without the password, which no log may see.
    @Override
    public String toString() {
        return "LoginRequest[username=" + username + "]";
    }
}
