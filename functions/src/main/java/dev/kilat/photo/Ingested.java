package dev.kilat.photo;

/// What became of a delivery.
public sealed interface Ingested {
    record Published(Photo photo) implements Ingested {}

    record AlreadyPublished(Photo photo) implements Ingested {}

    /// Nobody asked for a ticket of that id, or its event is gone.
    record UnknownTicket() implements Ingested {}

    record ObjectMissing() implements Ingested {}

    record ObjectMismatch(String why) implements Ingested {}

    /// Its status is FAILED, and no guest will see it.
    record NotAnImage(Photo photo) implements Ingested {}
}
