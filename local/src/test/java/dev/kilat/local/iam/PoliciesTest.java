package dev.kilat.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.local.iam.Authorizer.Decision;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Region;
import dev.kilat.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {
    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/App-Gallery";

    @TempDir Path directory;

    /// Credentials in a role with these statements.
    private String keyOf(Principals principals, String statements) throws IOException {
        Files.writeString(
                directory.resolve("App.template.json"),
                """
                {"Resources": {
                   "Gallery": {"Type": "AWS::DynamoDB::Table"},
                   "Role": {"Type": "AWS::IAM::Role"},
                   "Policy": {"Type": "AWS::IAM::Policy", "Properties": {
                      "Roles": [{"Ref": "Role"}],
                      "PolicyDocument": {"Statement": %s}}}}}
                """
                        .formatted(statements));
        Assembly assembly = Assembly.load(directory, Region.LOCAL);
        var role = assembly.ofType("AWS::IAM::Role").getFirst();
        return principals
                .issue(
                        "arn:aws:sts::000000000000:assumed-role/Role/f",
                        new Policies(assembly).of(role))
                .credentials()
                .accessKeyId();
    }

    @Test
    void only_what_a_statement_grants_is_allowed() throws IOException {
        Principals principals = new Principals();
        String key =
                keyOf(
                        principals,
                        """
                        [{"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Batch*"],
                          "Resource": {"Fn::GetAtt": ["Gallery", "Arn"]}}]
                        """);

        assertThat(principals.check(key, "dynamodb:GetItem", TABLE))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(principals.check(key, "DynamoDB:batchgetitem", TABLE))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(principals.check(key, "dynamodb:PutItem", TABLE))
                .isInstanceOf(Decision.Denied.class);
        assertThat(principals.check(key, "dynamodb:GetItem", TABLE + "2"))
                .isInstanceOf(Decision.Denied.class);
    }

    @Test
    void a_refusal_reads_as_aws_writes_it() throws IOException {
        Principals principals = new Principals();
        String key = keyOf(principals, "[]");

        assertThat(principals.check(key, "s3:GetObject", "arn:aws:s3:::b/k"))
                .isEqualTo(
                        new Decision.Denied(
                                "User: arn:aws:sts::000000000000:assumed-role/Role/f is not authorized to"
                                        + " perform: s3:GetObject on resource: arn:aws:s3:::b/k because no"
                                        + " identity-based policy allows the s3:GetObject action"));
    }

    @Test
    void a_deny_wins_over_an_allow() throws IOException {
        Principals principals = new Principals();
        String key =
                keyOf(
                        principals,
                        """
                        [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
                         {"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::b/originals/*"}]
                        """);

        assertThat(principals.check(key, "s3:DeleteObject", "arn:aws:s3:::b/media/x"))
                .isInstanceOf(Decision.Allowed.class);
        assertThat(principals.check(key, "s3:DeleteObject", "arn:aws:s3:::b/originals/x"))
                .isInstanceOf(Decision.Denied.class);
    }

    @Test
    void an_unknown_key_may_nothing() {
        assertThat(new Principals().check("ASIANOBODY", "s3:GetObject", "*"))
                .isInstanceOf(Decision.Denied.class);
    }

    @Test
    void a_condition_that_cannot_be_judged_stops_the_start() {
        assertThatThrownBy(() ->
                        keyOf(
                                new Principals(),
                                """
                                [{"Effect": "Allow", "Action": "s3:*", "Resource": "*",
                                  "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}]
                                """))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Condition")
                .hasMessageContaining("IpAddress");
    }

    @Test
    void the_report_names_grants_that_nothing_used() throws IOException {
        Principals principals = new Principals();
        String key =
                keyOf(
                        principals,
                        """
                        [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "logs:PutLogEvents"],
                          "Resource": "arn:aws:s3:::b/*"}]
                        """);

        principals.check(key, "s3:GetObject", "arn:aws:s3:::b/k");

        assertThat(principals.leastPrivilege().unused())
                .containsExactly(new Grant("Role", "s3:PutObject", "arn:aws:s3:::b/*", true));
        assertThat(principals.leastPrivilege().text())
                .contains("Role: s3:PutObject on arn:aws:s3:::b/*");
    }
}
