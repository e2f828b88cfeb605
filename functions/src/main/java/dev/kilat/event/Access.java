package dev.kilat.event;

/// Who may enter: everybody who knows the slug, or those who hold the join secret too.
public enum Access {
    PUBLIC,
    PRIVATE
}
