package dev.kilat.local.gateway;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;

/// The response headers policy of the distribution, so that a page which breaks it breaks here
/// first.
final class SecurityHeaders {
    private final HttpFields headers;

    SecurityHeaders(String s3Origin) {
        String policy =
                String.join(
                        "; ",
                        "default-src 'self'",
                        "img-src 'self' data: blob:",
                        "connect-src 'self' ws: " + s3Origin,
                        "style-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'");
        headers =
                HttpFields.build()
                        .put("content-security-policy", policy)
                        .put("x-content-type-options", "nosniff")
                        .put("x-frame-options", "DENY")
                        .put("referrer-policy", "strict-origin-when-cross-origin")
                        .asImmutable();
    }

    void addTo(Response response) {
        response.getHeaders().add(headers);
    }
}
