package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/// The built pages in a bucket that only CloudFront reads. It goes with the stack: every build
/// makes it again.
final class Pages {
    final Bucket bucket;

    Pages(Construct scope, Artifacts artifacts) {
        bucket =
                Bucket.Builder.create(scope, "Pages")
                        .encryption(BucketEncryption.S3_MANAGED)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        BucketDeployment.Builder.create(scope, "PagesDeployment")
                .destinationBucket(bucket)
                .sources(List.of(Source.asset(artifacts.pages().toString())))
                // A page that stays open for eight hours still finds the script it was built with
                // after a deployment.
                .prune(false)
                .retainOnDelete(false)
                .build();
    }
}
