/// The ports on S3, DynamoDB, SQS, API Gateway and Secrets Manager.
@NullMarked
package dev.kilat.aws;

import org.jspecify.annotations.NullMarked;
