package dev.kilat.contracts.http;

/// Why a file is rejected while its neighbours go on.
///
/// @param code [#INVALID_REQUEST], [#FILE_TOO_LARGE] or [#UNSUPPORTED_TYPE]
public record FileError(String code, String detail) {
    public static final String INVALID_REQUEST = "invalid-request";
    public static final String FILE_TOO_LARGE = "file-too-large";
    public static final String UNSUPPORTED_TYPE = "unsupported-type";
}
