package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.FileCodeOptions;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;

/// One domain for everything: pages, API, photos, live. One origin means no CORS and one
/// cookie-less security policy.
final class Cdn {
    private static final ICachePolicy FOREVER = CachePolicy.CACHING_OPTIMIZED;

    final Distribution distribution;
    private final Stack stack;

    Cdn(Stack stack, Bucket pages, Storage storage, Api api, LiveApi live) {
        this.stack = stack;
        var headers = new Headers(stack, storage.originals);
        var web = S3BucketOrigin.withOriginAccessControl(pages);
        distribution =
                Distribution.Builder.create(stack, "Cdn")
                        .comment("Kilat")
                        .httpVersion(HttpVersion.HTTP2_AND_3)
                        .priceClass(PriceClass.PRICE_CLASS_ALL)
                        .defaultBehavior(
                                kept(freshWithinAMinute(), headers.pages)
                                        .origin(web)
                                        .functionAssociations(List.of(everyPageIsIndexHtml()))
                                        .build())
                        .build();
        behave("/assets/*", web, kept(FOREVER, headers.assets));
        behave("/media/*", media(storage), kept(FOREVER, headers.media));
        behave(
                "/api/*",
                https(domainOf(api)),
                passedOn(AllowedMethods.ALLOW_ALL).responseHeadersPolicy(headers.api));
        behave("/" + LiveApi.STAGE, https(live.domain()), passedOn(AllowedMethods.ALLOW_GET_HEAD));
    }

    private void behave(String path, IOrigin origin, BehaviorOptions.Builder options) {
        distribution.addBehavior(path, origin, options.origin(origin).build());
    }

    /// `https://…`, without a slash at the end.
    String origin() {
        return "https://" + distribution.getDistributionDomainName();
    }

    private String domainOf(Api api) {
        return api.http.getApiId()
                + ".execute-api."
                + stack.getRegion()
                + "."
                + stack.getUrlSuffix();
    }

    /// By its attributes: the bucket's policy already admits CloudFront, and naming this
    /// distribution there would tie a knot.
    private IOrigin media(Storage storage) {
        var bucket =
                Bucket.fromBucketAttributes(
                        stack,
                        "MediaBucket",
                        BucketAttributes.builder()
                                .bucketArn(storage.media.getBucketArn())
                                .bucketRegionalDomainName(
                                        storage.media.getBucketRegionalDomainName())
                                .build());
        Annotations.of(stack)
                .acknowledgeWarning(
                        "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac",
                        "Storage writes the bucket's policy itself");
        return S3BucketOrigin.withOriginAccessControl(bucket);
    }

    private static BehaviorOptions.Builder kept(
            ICachePolicy howLong, ResponseHeadersPolicy headers) {
        return BehaviorOptions.builder()
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .compress(true)
                .cachePolicy(howLong)
                .responseHeadersPolicy(headers);
    }

    private static BehaviorOptions.Builder passedOn(AllowedMethods methods) {
        return BehaviorOptions.builder()
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(methods)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER);
    }

    private static IOrigin https(String domain) {
        return HttpOrigin.Builder.create(domain)
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .build();
    }

    /// Five hundred guests scanning one QR code are one read of the bucket, and a deployment needs
    /// no invalidation.
    private ICachePolicy freshWithinAMinute() {
        return CachePolicy.Builder.create(stack, "PageCache")
                .minTtl(Duration.seconds(0))
                .defaultTtl(Duration.minutes(1))
                .maxTtl(Duration.minutes(1))
                .enableAcceptEncodingBrotli(true)
                .enableAcceptEncodingGzip(true)
                .build();
    }

    private FunctionAssociation everyPageIsIndexHtml() {
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(
                        Function.Builder.create(stack, "PagePaths")
                                .runtime(FunctionRuntime.JS_2_0)
                                .code(
                                        FunctionCode.fromFile(
                                                FileCodeOptions.builder()
                                                        .filePath("src/main/cloudfront/pages.js")
                                                        .build()))
                                .build())
                .build();
    }
}
