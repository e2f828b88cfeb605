package dev.kilat.live;

/// What a connection may join: a guest only the room of its ticket, an admin the room of any event.
public enum Role {
    GUEST,
    ADMIN
}
