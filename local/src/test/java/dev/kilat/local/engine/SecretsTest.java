package dev.kilat.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsTest {
    private static final String TEMPLATE =
            """
            {"Resources": {
              "Admin": {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": {
                 "SecretStringTemplate": "{\\"username\\":\\"admin\\"}", "GenerateStringKey": "password",
                 "PasswordLength": 24, "ExcludePunctuation": true}}},
              "Signing": {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": {
                 "PasswordLength": 86, "ExcludePunctuation": true}}}}}
            """;

    @TempDir Path directory;
    private Assembly assembly;
    private String admin;
    private String signing;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(directory.resolve("Data.template.json"), TEMPLATE);
        assembly = Assembly.load(directory, Region.LOCAL);
        var secrets = assembly.ofType("AWS::SecretsManager::Secret");
        admin = assembly.ref(secrets.get(0));
        signing = assembly.ref(secrets.get(1));
    }

    @Test
    void secrets_are_generated_as_the_template_says() {
        Secrets secrets = Secrets.of(assembly, null);

        assertThat(secrets.field(admin, "username")).isEqualTo("admin");
        assertThat(secrets.field(admin, "password")).matches("[A-Za-z0-9]{24}");
        assertThat(secrets.values().get(signing)).matches("[A-Za-z0-9]{86}");
    }

    @Test
    void generated_secrets_are_kept_for_their_owner_only() throws IOException {
        Path file = directory.resolve("secrets.json");

        Secrets first = Secrets.of(assembly, file);
        Secrets second = Secrets.of(assembly, file);

        assertThat(second.values()).isEqualTo(first.values());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_password_from_the_command_line_replaces_the_generated_one() {
        Secrets secrets = Secrets.of(assembly, null);

        secrets.override(admin, "password", "party");

        assertThat(secrets.field(admin, "password")).isEqualTo("party");
        assertThat(secrets.field(admin, "username")).isEqualTo("admin");
    }

    @Test
    void a_role_reads_its_own_secret_and_is_refused_another() {
        Principals principals = new Principals();
        Secrets secrets = Secrets.of(assembly, null);
        try (SecretsEngine engine = SecretsEngine.start(secrets.values(), principals);
                SecretsManagerClient client =
                        TestRoles.secrets(
                                engine.endpoint(),
                                TestRoles.allowed(
                                        principals, signing, "secretsmanager:GetSecretValue"))) {
            assertThat(client.getSecretValue(get -> get.secretId(signing)).secretString())
                    .isEqualTo(secrets.values().get(signing));
            assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId(admin)))
                    .isInstanceOfSatisfying(
                            SecretsManagerException.class,
                            refused ->
                                    assertThat(refused.awsErrorDetails().errorCode())
                                            .isEqualTo("AccessDeniedException"));
        }
    }
}
