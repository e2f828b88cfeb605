package dev.kilat.upload;

import dev.kilat.photo.PhotoId;

/// The answer to a file that somebody wants to upload.
public sealed interface Ticket {
    record Upload(PhotoId photo, SignedPut put) implements Ticket {}

    /// The same bytes are in the event already, or on their way.
    record Duplicate(PhotoId photo) implements Ticket {}

    /// @param code stable: invalid-request, unsupported-type or file-too-large
    record Rejected(String code, String detail) implements Ticket {}
}
