package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.infra.Cloud.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {
    /// CDK's own deployment helper, which may use families of actions on the pages' bucket and the
    /// bootstrap bucket.
    private static final String HELPER = "Custom::CDKBucketDeployment";

    private record Grant(String role, String action, String resource) {}

    private static Stream<JsonNode> statements(Resource policy) {
        return policy.property("/PolicyDocument/Statement").valueStream();
    }

    private static List<Grant> grants() {
        return DEFAULT.resources("AWS::IAM::Policy").stream()
                .filter(policy -> !policy.path().startsWith(HELPER))
                .flatMap(policy ->
                        statements(policy)
                                .flatMap(it ->
                                        texts(it.get("Action")).stream()
                                                .flatMap(action ->
                                                        texts(it.get("Resource")).stream()
                                                                .map(on ->
                                                                        new Grant(
                                                                                policy.path()
                                                                                        .replace(
                                                                                                "Role/DefaultPolicy",
                                                                                                ""),
                                                                                action,
                                                                                on)))))
                .toList();
    }

    private static List<String> whoMay(String action) {
        return grants().stream()
                .filter(grant -> grant.action.equals(action))
                .map(Grant::role)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void no_right_is_a_family_of_actions() {
        assertThat(grants()).hasSizeGreaterThan(50).noneMatch(grant -> grant.action.contains("*"));
    }

    @Test
    void every_right_names_its_resource_down_to_the_prefix() {
        assertThat(grants())
                .allMatch(grant ->
                        grant.resource.matches(
                                "<[^>]+>(/(originals|downloads|media)/\\*)?"
                                        + "|arn:.*:execute-api:.*<LiveApi\\w+>/live/POST/@connections/\\*"));
    }

    @Test
    void no_object_is_reached_but_below_its_prefix() {
        assertThat(grants())
                .filteredOn(grant -> grant.action.matches("s3:(Get|Put|Delete)Object"))
                .allMatch(grant -> grant.resource.endsWith("/*"));
    }

    @Test
    void a_role_serves_one_function_and_has_no_ready_made_policy() {
        var roles =
                DEFAULT.resources("AWS::IAM::Role").stream()
                        .filter(role -> role.path().matches("\\w+Role"))
                        .toList();

        assertThat(roles)
                .hasSize(7)
                .allMatch(role -> role.property("/ManagedPolicyArns").isMissingNode());
        assertThat(
                        DEFAULT.resources("AWS::Lambda::Function").stream()
                                .map(it -> Cloud.text(it.property("/Role"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void photos_are_deleted_only_where_events_are_purged() {
        assertThat(whoMay("s3:DeleteObject")).containsExactly("AdminApi", "Reconcile");
        assertThat(whoMay("s3:ListBucket")).containsExactly("AdminApi", "Reconcile");
    }

    @Test
    void photos_are_written_only_by_tickets_and_thumbnails() {
        assertThat(whoMay("s3:PutObject")).containsExactly("AdminApi", "BuildThumbnails");
        assertThat(grants())
                .filteredOn(grant ->
                        grant.role.equals("BuildThumbnails") && grant.action.equals("s3:PutObject"))
                .noneMatch(grant -> grant.resource.endsWith("/originals/*"));
    }

    @Test
    void only_who_checks_tokens_reads_the_key_and_only_the_login_reads_the_password() {
        assertThat(whoMay("secretsmanager:GetSecretValue"))
                .containsExactly("AdminApi", "GalleryApi", "LiveConnection");
        assertThat(grants())
                .filteredOn(grant -> grant.resource.contains("AdminPassword"))
                .extracting(Grant::role)
                .containsExactly("AdminApi");
    }

    @Test
    void a_guest_can_change_nothing_but_a_counter() {
        assertThat(grants())
                .filteredOn(grant -> grant.role.equals("GalleryApi"))
                .extracting(Grant::action)
                .containsExactlyInAnyOrder(
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "s3:GetObject",
                        "s3:GetObject",
                        "dynamodb:GetItem",
                        "dynamodb:BatchGetItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "secretsmanager:GetSecretValue");
    }
}
