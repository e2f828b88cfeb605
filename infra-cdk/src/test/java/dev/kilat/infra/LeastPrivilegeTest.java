package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static dev.kilat.infra.Cloud.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {
    /// CDK's own deployment helper, which may use families of actions on the pages' bucket and the
    /// bootstrap bucket.
    private static final String HELPER = "Custom::CDKBucketDeployment";

    private record Grant(String role, String action, String resource) {}

    /// One row for each role, action and resource.
    private static List<Grant> grants() {
        var grants = new ArrayList<Grant>();
        for (var policy : DEFAULT.resources("AWS::IAM::Policy")) {
            var role = policy.path().replace("Role/DefaultPolicy", "");
            if (role.startsWith(HELPER)) {
                continue;
            }
            for (var statement : policy.property("/PolicyDocument/Statement")) {
                for (var action : texts(statement.get("Action"))) {
                    for (var resource : texts(statement.get("Resource"))) {
                        grants.add(new Grant(role, action, resource));
                    }
                }
            }
        }
        return grants;
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
                                        + "|arn:.*:execute-api:.*<LiveApi\\w+>/live/(POST|DELETE)/@connections/\\*"));
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
    void open_pages_are_cut_off_only_where_events_are_purged() {
        assertThat(grants())
                .filteredOn(grant -> grant.resource.contains("/DELETE/@connections/"))
                .extracting(Grant::role)
                .containsExactlyInAnyOrder("AdminApi", "Reconcile");
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
    void what_serves_guests_writes_rows_and_frames_only_and_never_sees_an_original() {
        var guests = grants().stream().filter(grant -> grant.role.equals("GalleryApi")).toList();

        assertThat(guests)
                .filteredOn(grant -> !grant.action.startsWith("logs:"))
                .filteredOn(grant -> !grant.action.matches("[a-z0-9]+:(Batch)?(Get|Query).*"))
                .allMatch(grant ->
                        grant.action.matches(
                                "dynamodb:(PutItem|UpdateItem)"
                                        + "|sqs:SendMessage"
                                        + "|execute-api:ManageConnections"
                                        // Of likes taken back, and connections that are gone.
                                        + "|dynamodb:DeleteItem"));
        assertThat(guests).noneMatch(grant -> grant.resource.endsWith("/originals/*"));
    }

    @Test
    void no_function_can_read_a_whole_table_or_change_what_holds_the_data() {
        assertThat(grants())
                .noneMatch(grant -> grant.action.matches("dynamodb:(Scan|.*Table.*|.*Backup.*)"))
                .noneMatch(grant ->
                        grant.action.matches("s3:(.*Bucket[A-Z].*)")
                                && !grant.role.contains("Notifications"));
    }
}
