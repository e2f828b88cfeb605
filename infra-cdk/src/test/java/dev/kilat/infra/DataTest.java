package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.text;
import static dev.kilat.infra.Cloud.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class DataTest {

    private final Template data = Cloud.template(DEFAULT.data());

    @Test
    void what_people_gave_us_outlives_the_stack() {
        for (var resource : DEFAULT.resources().toList()) {
            if (resource.type().matches("AWS::(DynamoDB::Table|SecretsManager::Secret)")
                    || resource.path().matches("Originals|Media")) {
                assertThat(resource.json().path("DeletionPolicy").asText())
                        .as(resource.id())
                        .isEqualTo("Retain");
            }
        }
        data.resourceCountIs("AWS::DynamoDB::Table", 2);
        data.resourceCountIs("AWS::S3::Bucket", 2);
        data.resourceCountIs("AWS::SecretsManager::Secret", 2);
    }

    @Test
    void tables_can_be_taken_back_to_any_second_and_not_be_deleted() {
        data.allResourcesProperties(
                "AWS::DynamoDB::Table",
                Match.objectLike(
                        Map.of(
                                "DeletionProtectionEnabled",
                                true,
                                "PointInTimeRecoverySpecification",
                                Map.of("PointInTimeRecoveryEnabled", true),
                                "TimeToLiveSpecification",
                                Map.of("AttributeName", "expires_at", "Enabled", true))));
    }

    @Test
    void a_restored_table_takes_the_place_of_the_gallerys_and_gives_every_event_a_new_epoch() {
        var cloud = Cloud.with(Map.of("restoredTable", "gallery-2026-06-21"));

        assertThat(
                        cloud.named("GalleryApi")
                                .property("/Environment/Variables/GALLERY_TABLE")
                                .asText())
                .isEqualTo("gallery-2026-06-21");
        assertThat(cloud.resources("AWS::Lambda::Function"))
                .filteredOn(it -> it.property("/Handler").asText().startsWith("dev.kilat."))
                .hasSize(7)
                .allMatch(it ->
                        it.property("/Environment/Variables/RESTORED")
                                .asText()
                                .equals("gallery-2026-06-21"));
        assertThat(
                        texts(
                                cloud.named("FanOutRole/DefaultPolicy")
                                        .property("/PolicyDocument/Statement")
                                        .valueStream()
                                        .filter(it ->
                                                texts(it.get("Action")).contains("dynamodb:Query"))
                                        .map(it -> it.get("Resource"))
                                        .findFirst()
                                        .orElseThrow()))
                .anyMatch(it -> it.endsWith(":table/gallery-2026-06-21"));
        // What was lost is looked for in the old one, which the other stack leaves only behind
        // this.
        Cloud.template(cloud.data()).resourceCountIs("AWS::DynamoDB::Table", 2);
        assertThat(cloud.data().get("Outputs").fieldNames())
                .toIterable()
                .containsAll(() -> DEFAULT.data().get("Outputs").fieldNames());
    }

    @Test
    void no_bucket_is_public_and_each_is_encrypted() {
        assertThat(DEFAULT.resources("AWS::S3::Bucket"))
                .hasSize(3)
                .allSatisfy(bucket -> {
                    assertThat(bucket.property("/PublicAccessBlockConfiguration"))
                            .hasSize(4)
                            .allMatch(blocked -> blocked.asBoolean());
                    assertThat(
                                    bucket.property(
                                                    "/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                                            + "/ServerSideEncryptionByDefault/SSEAlgorithm")
                                            .asText())
                            .isEqualTo("AES256");
                });
    }

    @Test
    void buckets_queues_and_the_topic_refuse_what_is_not_tls() {
        for (var type : new String[] {"S3::BucketPolicy", "SQS::QueuePolicy", "SNS::TopicPolicy"}) {
            assertThat(DEFAULT.resources("AWS::" + type))
                    .isNotEmpty()
                    .allSatisfy(policy ->
                            assertThat(policy.property("/PolicyDocument/Statement"))
                                    .anyMatch(it ->
                                            it.get("Effect").asText().equals("Deny")
                                                    && it.at("/Condition/Bool/aws:SecureTransport")
                                                            .asText()
                                                            .equals("false")));
        }
        assertThat(DEFAULT.resources("AWS::S3::BucketPolicy"))
                .hasSameSizeAs(DEFAULT.resources("AWS::S3::Bucket"));
        assertThat(DEFAULT.resources("AWS::SQS::QueuePolicy"))
                .hasSameSizeAs(DEFAULT.resources("AWS::SQS::Queue"));
    }

    @Test
    void only_cloudfront_of_this_account_is_let_in_and_only_to_derivatives() {
        var allowed =
                DEFAULT.resources("AWS::S3::BucketPolicy").stream()
                        .filter(policy -> policy.path().matches("(Originals|Media)/Policy"))
                        .flatMap(policy ->
                                policy.property("/PolicyDocument/Statement").valueStream())
                        .filter(statement -> statement.get("Effect").asText().equals("Allow"))
                        .toList();

        assertThat(allowed)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.at("/Principal/Service").asText())
                            .isEqualTo("cloudfront.amazonaws.com");
                    assertThat(texts(it.get("Action"))).containsExactly("s3:GetObject");
                    assertThat(text(it.get("Resource"))).endsWith("/media/*");
                    assertThat(text(it.at("/Condition/ArnLike/AWS:SourceArn")))
                            .contains(":cloudfront::<AWS::AccountId>:distribution/");
                });
    }

    @Test
    void a_page_may_put_a_photo_with_everything_its_ticket_signs() {
        var cors = DEFAULT.named("Originals").property("/CorsConfiguration/CorsRules/0");

        assertThat(texts(cors.get("AllowedMethods"))).containsExactly("PUT", "GET");
        assertThat(texts(cors.get("AllowedHeaders")))
                .contains("content-type", "if-none-match", "x-amz-checksum-sha256");
        assertThat(texts(cors.get("ExposedHeaders"))).containsExactly("ETag");
    }

    @Test
    void a_deleted_photo_is_gone_after_a_month_and_not_before() {
        var originals = DEFAULT.named("Originals");

        assertThat(originals.property("/VersioningConfiguration/Status").asText())
                .isEqualTo("Enabled");
        assertThat(originals.property("/LifecycleConfiguration/Rules").findValues("NoncurrentDays"))
                .singleElement()
                .matches(days -> days.asInt() == 30);
    }
}
