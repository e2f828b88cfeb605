package dev.kilat.infra;

import java.io.Serial;

/// What was asked for cannot be synthesized; the message tells a person what to change.
final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
