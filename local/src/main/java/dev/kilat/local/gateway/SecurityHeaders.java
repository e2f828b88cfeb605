package dev.kilat.local.gateway;

import org.eclipse.jetty.http.HttpFields;

/// The response headers policies of the distribution, so that a page which breaks them breaks here
/// first.
final class SecurityHeaders {
    private final HttpFields pages;
    private final HttpFields data = headers("default-src 'none'; frame-ancestors 'none'");

    SecurityHeaders(String s3Origin) {
        pages =
                headers(
                        String.join(
                                "; ",
                                "default-src 'self'",
                                "img-src 'self' data: blob:",
                                "connect-src 'self' ws: " + s3Origin,
                                "style-src 'self'",
                                "object-src 'none'",
                                "base-uri 'none'",
                                "form-action 'self'",
                                "frame-ancestors 'none'"));
    }

    private static HttpFields headers(String contentRules) {
        return HttpFields.build()
                .put("content-security-policy", contentRules)
                .put("x-content-type-options", "nosniff")
                .put("x-frame-options", "DENY")
                .put("referrer-policy", "no-referrer")
                .asImmutable();
    }

    HttpFields ofPages() {
        return pages;
    }

    /// Of what is no page and shall never be taken for one.
    HttpFields ofData() {
        return data;
    }
}
