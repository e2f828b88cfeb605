package dev.kilat.contracts.http;

import org.jspecify.annotations.Nullable;

/// One file's ticket: it may be uploaded, was uploaded before, or is rejected.
public sealed interface Upload {
    /// [Put#STATUS], [Duplicate#STATUS] or [Rejected#STATUS].
    String status();

    /// The record of this literal, for readers that look at `status` first.
    ///
    /// @throws IllegalArgumentException if there is none
    static Class<? extends Upload> ofStatus(String status) {
        return switch (status) {
            case Put.STATUS -> Put.class;
            case Duplicate.STATUS -> Duplicate.class;
            case Rejected.STATUS -> Rejected.class;
            default -> throw new IllegalArgumentException("no upload of status " + status);
        };
    }

    /// The file may be PUT.
    record Put(String photoId, String status, SignedPut upload) implements Upload {
        public static final String STATUS = "upload";

        public Put(String photoId, SignedPut upload) {
            this(photoId, STATUS, upload);
        }
    }

    /// The event has these bytes.
    ///
    /// @param photoId the first photo's
    record Duplicate(String photoId, String status) implements Upload {
        public static final String STATUS = "duplicate";

        public Duplicate(String photoId) {
            this(photoId, STATUS);
        }
    }

    /// The file may not be uploaded; its neighbours go on.
    ///
    /// @param photoId always null
    record Rejected(@Nullable String photoId, String status, FileError error) implements Upload {
        public static final String STATUS = "rejected";

        public Rejected(FileError error) {
            this(null, STATUS, error);
        }
    }
}
