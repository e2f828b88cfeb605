package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdnTest {
    private static final JsonNode CONFIG = DEFAULT.named("Cdn").property("/DistributionConfig");

    @ParameterizedTest
    @CsvSource({
        "/assets/*, <Pages\\w+.RegionalDomainName>, AssetHeaders",
        "/media/*, <KilatData:.*Media.*RegionalDomainName\\w+>, MediaHeaders",
        "/api/*, <HttpApi\\w+>.execute-api.<AWS::Region>.<AWS::URLSuffix>, ApiHeaders",
        "/live, <LiveApi\\w+>.execute-api.<AWS::Region>.<AWS::URLSuffix>, ''",
    })
    void one_domain_leads_to_every_part(String path, String origin, String headers) {
        var behavior =
                CONFIG.get("CacheBehaviors")
                        .valueStream()
                        .filter(it -> it.get("PathPattern").asText().equals(path))
                        .findFirst()
                        .orElseThrow();

        assertThat(originOf(behavior)).matches(origin);
        if (!headers.isEmpty()) {
            assertThat(text(behavior.get("ResponseHeadersPolicyId")))
                    .matches("<(" + headers + ")\\w+>");
        }
        assertThat(behavior.get("ViewerProtocolPolicy").asText()).isNotEqualTo("allow-all");
    }

    @Test
    void an_error_of_the_api_is_never_hidden_behind_a_page() {
        assertThat(CONFIG.has("CustomErrorResponses")).isFalse();
    }

    @Test
    void a_page_runs_its_own_scripts_only_and_sits_in_no_frame() {
        var rules =
                text(
                        DEFAULT.named("PageHeaders")
                                .property(
                                        "/ResponseHeadersPolicyConfig/SecurityHeadersConfig"
                                                + "/ContentSecurityPolicy/ContentSecurityPolicy"));

        assertThat(rules)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .containsPattern("connect-src 'self' wss: https://<KilatData:[^ ]*Originals[^ ]*>")
                .doesNotContain("unsafe", "*", "script-src");
    }

    @ParameterizedTest
    @CsvSource({
        "AssetHeaders, 'public, max-age=31536000, immutable'",
        "MediaHeaders, 'public, max-age=31536000, immutable'",
        "PageHeaders, no-cache",
        "ApiHeaders, no-store",
    })
    void what_is_named_by_its_content_is_kept_for_ever_and_nothing_else(String id, String value) {
        var headers = DEFAULT.named(id).property("/ResponseHeadersPolicyConfig");

        assertThat(headers.at("/CustomHeadersConfig/Items/0/Value").asText()).isEqualTo(value);
        assertThat(headers.at("/SecurityHeadersConfig/ContentTypeOptions/Override").asBoolean())
                .isTrue();
        assertThat(
                        headers.at(
                                        "/SecurityHeadersConfig/StrictTransportSecurity/AccessControlMaxAgeSec")
                                .asInt())
                .isEqualTo(31536000);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /index.html",
        "/e/wedding, /index.html",
        "/e/wedding/photo, /index.html",
        "/admin, /index.html",
        "/admin/events, /index.html",
        "/administrator, /administrator",
        "/assets/app.js, /assets/app.js",
        "/favicon.svg, /favicon.svg",
        "/event, /event",
    })
    void every_page_is_the_one_index_html(String path, String served)
            throws IOException, InterruptedException {
        var code = DEFAULT.named("PagePaths").property("/FunctionCode").asText();
        var node =
                new ProcessBuilder(
                                "node",
                                "-e",
                                code
                                        + ";process.stdout.write(handler({request: {uri: process.argv[1]}}).uri)",
                                path)
                        .redirectErrorStream(true)
                        .start();

        var answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(answer).isZero();
        assertThat(answer).isEqualTo(served);
    }

    private static String originOf(JsonNode behavior) {
        var id = behavior.get("TargetOriginId").asText();
        return CONFIG.get("Origins")
                .valueStream()
                .filter(it -> it.get("Id").asText().equals(id))
                .map(it -> text(it.get("DomainName")))
                .findFirst()
                .orElseThrow();
    }
}
