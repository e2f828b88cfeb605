package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.identity.AdminAccount;
import dev.kilat.identity.Clock;
import dev.kilat.identity.Secrets.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class SecretsManagerSecretsTest {
    private final Clock clock = new Clock();
    private final OneSecret client = new OneSecret();
    private final SecretsManagerSecrets secrets = new SecretsManagerSecrets(client, clock);

    @Test
    void a_secret_is_fetched_once_and_again_after_five_minutes() {
        assertThat(secrets.current("a")).isEqualTo(new Secret("first", "v1"));
        client.value = "second";
        clock.passes(Duration.ofMinutes(5).minusMillis(1));
        assertThat(secrets.current("a").value()).isEqualTo("first");
        clock.passes(Duration.ofMillis(1));
        assertThat(secrets.current("a")).isEqualTo(new Secret("second", "v2"));
        assertThat(client.calls).isEqualTo(2);
    }

    @Test
    void the_admin_is_read_from_their_secret() {
        client.value = "{\"username\":\"admin\",\"password\":\"p\"}";

        assertThat(new SecretAccount(secrets, "a").get())
                .isEqualTo(new AdminAccount("admin", "p", "v1"));
    }

    @Test
    void a_secret_that_names_nobody_fails_without_telling_it() {
        client.value = "{\"password\":\"hunter2\"}";

        assertThatThrownBy(() -> new SecretAccount(secrets, "a").get())
                .hasMessageContaining("username")
                .hasMessageNotContaining("hunter2");
    }

    private static final class OneSecret implements SecretsManagerClient {
        private String value = "first";
        private int calls;

        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            calls++;
            return GetSecretValueResponse.builder()
                    .secretString(value)
                    .versionId("v" + calls)
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
