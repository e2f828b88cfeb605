package dev.kilat.contracts.http;

import dev.kilat.contracts.Sparse;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 wants it.
///
/// @param type always [#ABOUT_BLANK]: the code says which problem it is
/// @param status the HTTP status, 400-599
/// @param code stable and kebab-case, one of those in the contract
/// @param field the member of the input at fault, such as `files[3].sha256`; null if it is not
///   about one
public record Problem(
        String type, String title, int status, String code, String detail, @Nullable String field)
        implements Sparse {
    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String ABOUT_BLANK = "about:blank";

    public Problem(String title, int status, String code, String detail) {
        this(ABOUT_BLANK, title, status, code, detail, null);
    }

    public Problem(String title, int status, String code, String detail, String field) {
        this(ABOUT_BLANK, title, status, code, detail, field);
    }
}
