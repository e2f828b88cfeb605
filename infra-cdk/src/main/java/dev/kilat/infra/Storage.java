package dev.kilat.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;

/// Two private buckets: what photographers gave (`originals/`, and its `downloads/` copies) and
/// what was made of it (`media/`).
final class Storage {
    final Bucket originals;
    final Bucket media;

    Storage(Stack stack) {
        originals =
                kept(stack, "Originals")
                        // A photo is taken once. A deleted or overwritten one can be fetched back
                        // for a month; then a
                        // purge is final, as whoever asked for it expects.
                        .versioned(true)
                        .lifecycleRules(List.of(abortedUploads(), deletedForAMonth()))
                        .cors(List.of(fromPages()))
                        .build();
        // Not versioned: whatever is lost here is made again from the original.
        media = kept(stack, "Media").lifecycleRules(List.of(abortedUploads())).build();
        letCloudFrontRead(stack, media, "media/*");
    }

    private static Bucket.Builder kept(Stack stack, String id) {
        return Bucket.Builder.create(stack, id)
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    private static LifecycleRule abortedUploads() {
        return LifecycleRule.builder()
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    private static LifecycleRule deletedForAMonth() {
        return LifecycleRule.builder()
                .noncurrentVersionExpiration(Duration.days(30))
                .expiredObjectDeleteMarker(true)
                .build();
    }

    /// Pages put photos, and save downloads under their names. Any origin: what may be done is
    /// signed into the URL, and no cookie takes part. (The pages' own domain is known only to the
    /// other stack, which needs this one first.)
    private static CorsRule fromPages() {
        return CorsRule.builder()
                .allowedMethods(List.of(HttpMethods.PUT, HttpMethods.GET))
                .allowedOrigins(List.of("*"))
                .allowedHeaders(
                        List.of(
                                "content-type",
                                "if-none-match",
                                "x-amz-checksum-sha256",
                                "x-amz-*"))
                .exposedHeaders(List.of("ETag"))
                .maxAge(3600)
                .build();
    }

    /// Any distribution of this account: naming the one would tie the two stacks into a knot.
    private static void letCloudFrontRead(Stack stack, Bucket bucket, String keys) {
        var distributions =
                stack.formatArn(
                        ArnComponents.builder()
                                .service("cloudfront")
                                .region("")
                                .resource("distribution")
                                .resourceName("*")
                                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                                .build());
        bucket.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                        .actions(List.of("s3:GetObject"))
                        .resources(List.of(bucket.arnForObjects(keys)))
                        .conditions(Map.of("ArnLike", Map.of("AWS:SourceArn", distributions)))
                        .build());
    }
}
