package dev.kilat.contracts.live;

/// The client's frame was refused; the connection stays.
///
/// @param code as in [dev.kilat.contracts.http.Problem]
public record ErrorFrame(String type, String code) implements Frame {
    public static final String TYPE = "error";

    public ErrorFrame(String code) {
        this(TYPE, code);
    }
}
