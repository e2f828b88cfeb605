package dev.kilat.identity;

import java.util.Locale;

public enum Role {
    ADMIN,
    GUEST;

    /// As tokens and answers spell it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
