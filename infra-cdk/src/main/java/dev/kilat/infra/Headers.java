package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// What CloudFront adds to every answer: the browser's safety rules, and how long the answer may be
/// kept.
final class Headers {
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    final ResponseHeadersPolicy pages;
    final ResponseHeadersPolicy assets;
    final ResponseHeadersPolicy media;
    final ResponseHeadersPolicy api;

    Headers(Construct scope, Bucket originals) {
        var pageRules = pageRules(originals);
        pages = policy(scope, "PageHeaders", pageRules, "no-cache");
        assets = policy(scope, "AssetHeaders", pageRules, IMMUTABLE);
        media = policy(scope, "MediaHeaders", NO_CONTENT, IMMUTABLE);
        api = policy(scope, "ApiHeaders", NO_CONTENT, "no-store");
    }

    /// `wss:` because older Safari does not count a WebSocket of the same host as `'self'`; the
    /// bucket's two names because the SDK signs for either, depending on the region.
    private static String pageRules(Bucket originals) {
        return String.join(
                "; ",
                "default-src 'self'",
                "img-src 'self' data: blob:",
                "connect-src 'self' wss: https://%s https://%s"
                        .formatted(
                                originals.getBucketDomainName(),
                                originals.getBucketRegionalDomainName()),
                "style-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static ResponseHeadersPolicy policy(
            Construct scope, String id, String contentRules, String keep) {
        return ResponseHeadersPolicy.Builder.create(scope, id)
                .securityHeadersBehavior(
                        ResponseSecurityHeadersBehavior.builder()
                                .contentSecurityPolicy(
                                        ResponseHeadersContentSecurityPolicy.builder()
                                                .contentSecurityPolicy(contentRules)
                                                .override(true)
                                                .build())
                                .contentTypeOptions(
                                        ResponseHeadersContentTypeOptions.builder()
                                                .override(true)
                                                .build())
                                .frameOptions(
                                        ResponseHeadersFrameOptions.builder()
                                                .frameOption(HeadersFrameOption.DENY)
                                                .override(true)
                                                .build())
                                // The address of a page may carry a join secret.
                                .referrerPolicy(
                                        ResponseHeadersReferrerPolicy.builder()
                                                .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                                                .override(true)
                                                .build())
                                .strictTransportSecurity(
                                        ResponseHeadersStrictTransportSecurity.builder()
                                                .accessControlMaxAge(Duration.days(365))
                                                .override(true)
                                                .build())
                                .build())
                .customHeadersBehavior(
                        ResponseCustomHeadersBehavior.builder()
                                .customHeaders(
                                        List.of(
                                                ResponseCustomHeader.builder()
                                                        .header("Cache-Control")
                                                        .value(keep)
                                                        .override(true)
                                                        .build()))
                                .build())
                .build();
    }
}
