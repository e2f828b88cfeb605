package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.infra.Cloud.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    private static List<Resource> ours(Cloud cloud) {
        return cloud.resources("AWS::Lambda::Function").stream()
                .filter(it -> it.property("/Handler").asText().startsWith("dev.kilat."))
                .toList();
    }

    @Test
    void there_is_a_function_for_every_entry_class() {
        assertThat(ours(DEFAULT))
                .extracting(it -> it.property("/Handler").asText())
                .containsExactlyInAnyOrder(
                        "dev.kilat.entry.PhotoUploaded",
                        "dev.kilat.entry.BuildThumbnails",
                        "dev.kilat.entry.FanOut",
                        "dev.kilat.entry.LiveConnection",
                        "dev.kilat.entry.GalleryApi",
                        "dev.kilat.entry.AdminApi",
                        "dev.kilat.entry.Reconcile");
    }

    @Test
    void they_run_java_25_on_arm_and_log_json_for_a_month() {
        assertThat(ours(DEFAULT))
                .allSatisfy(it -> {
                    assertThat(it.property("/Runtime").asText()).isEqualTo("java25");
                    assertThat(text(it.property("/Architectures/0"))).isEqualTo("arm64");
                    assertThat(it.property("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
                    var logs = text(it.property("/LoggingConfig/LogGroup"));
                    assertThat(
                                    DEFAULT.resources("AWS::Logs::LogGroup").stream()
                                            .filter(log -> logs.equals("<" + log.id() + ">"))
                                            .map(log -> log.property("/RetentionInDays").asInt()))
                            .containsExactly(30);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PhotoUploaded | ORIGINALS_BUCKET THUMBNAIL_QUEUE_URL FAN_OUT_QUEUE_URL CONNECTIONS_ENDPOINT",
                "BuildThumbnails | ORIGINALS_BUCKET MEDIA_BUCKET THUMBNAIL_QUEUE_URL FAN_OUT_QUEUE_URL CONNECTIONS_ENDPOINT JAVA_TOOL_OPTIONS MALLOC_ARENA_MAX MALLOC_MMAP_THRESHOLD_",
                "FanOut | FAN_OUT_QUEUE_URL CONNECTIONS_ENDPOINT JAVA_TOOL_OPTIONS",
                "LiveConnection | SIGNING_SECRET_ID",
                "GalleryApi | ORIGINALS_BUCKET FAN_OUT_QUEUE_URL CONNECTIONS_ENDPOINT SIGNING_SECRET_ID",
                "AdminApi | ORIGINALS_BUCKET MEDIA_BUCKET THUMBNAIL_QUEUE_URL FAN_OUT_QUEUE_URL CONNECTIONS_ENDPOINT"
                        + " ADMIN_SECRET_ID SIGNING_SECRET_ID",
                "Reconcile | ORIGINALS_BUCKET MEDIA_BUCKET THUMBNAIL_QUEUE_URL FAN_OUT_QUEUE_URL CONNECTIONS_ENDPOINT",
            })
    void each_is_told_what_it_reads_and_nothing_else(String function, String own) {
        var expected = new ArrayList<>(List.of(own.split(" ")));
        expected.addAll(
                List.of("LOG_LEVEL", "PUBLIC_ORIGIN", "GALLERY_TABLE", "CONNECTIONS_TABLE"));

        assertThat(DEFAULT.named(function).property("/Environment/Variables").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void frames_are_posted_to_the_stage_called_live() {
        assertThat(
                        text(
                                DEFAULT.named("FanOut")
                                        .property("/Environment/Variables/CONNECTIONS_ENDPOINT")))
                .isEqualTo(
                        "https://<%s>.execute-api.<AWS::Region>.<AWS::URLSuffix>/live"
                                .formatted(DEFAULT.named("LiveApi").id()));
    }

    @Test
    void they_start_from_snapshots_unless_the_owner_says_no() {
        assertThat(ours(DEFAULT))
                .allMatch(it ->
                        it.property("/SnapStart/ApplyOn").asText().equals("PublishedVersions"));
        assertThat(ours(Cloud.with(Map.of("snapStart", "false"))))
                .hasSize(7)
                .allMatch(it -> it.property("/SnapStart").isMissingNode());
    }

    @Test
    void with_a_cache_they_run_on_the_jvm_and_the_processor_of_their_bundle() {
        assertThat(ours(Cloud.with(Map.of("aotCache", "true"))))
                .hasSize(7)
                .allSatisfy(it -> {
                    assertThat(it.property("/Runtime").asText()).isEqualTo("provided.al2023");
                    assertThat(text(it.property("/Architectures/0"))).isEqualTo("x86_64");
                    assertThat(it.property("/SnapStart").isMissingNode()).isTrue();
                    assertThat(it.property("/Handler").asText()).startsWith("dev.kilat.entry.");
                });
    }

    @Test
    void whoever_invokes_a_function_invokes_its_published_alias() {
        var aliases =
                DEFAULT.resources("AWS::Lambda::Alias").stream()
                        .map(Resource::id)
                        .collect(Collectors.toSet());
        assertThat(aliases).hasSize(7);

        assertThat(DEFAULT.resources("AWS::Lambda::EventSourceMapping"))
                .allMatch(it -> isOne(aliases, text(it.property("/FunctionName"))));
        assertThat(DEFAULT.resources("AWS::Lambda::Permission"))
                .hasSizeGreaterThan(19)
                .allMatch(it -> isOne(aliases, text(it.property("/FunctionName"))));
        assertThat(DEFAULT.resources("AWS::ApiGatewayV2::Integration"))
                .hasSize(3)
                .allMatch(it ->
                        aliases.stream().anyMatch(text(it.property("/IntegrationUri"))::contains));
        assertThat(DEFAULT.named("ReconcileSchedule").property("/Targets"))
                .singleElement()
                .matches(it -> isOne(aliases, text(it.get("Arn"))));
        assertThat(
                        DEFAULT.resources("Custom::S3BucketNotifications")
                                .getFirst()
                                .property(
                                        "/NotificationConfiguration/LambdaFunctionConfigurations"))
                .singleElement()
                .matches(it -> isOne(aliases, text(it.get("LambdaFunctionArn"))));
        assertThat(DEFAULT.resources("AWS::Lambda::EventInvokeConfig"))
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.property("/Qualifier").asText()).isEqualTo("live");
                    assertThat(it.json().get("DependsOn"))
                            .anyMatch(on -> aliases.contains(on.asText()));
                });
    }

    private static boolean isOne(Set<String> ids, String reference) {
        return ids.contains(reference.substring(1, reference.length() - 1));
    }
}
