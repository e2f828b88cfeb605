package dev.kilat.aws;

import dev.kilat.identity.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/// Secrets from Secrets Manager, each kept for five minutes: so long a rotated one may be unseen.
public final class SecretsManagerSecrets implements Secrets {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SecretsManagerClient client;
    private final InstantSource clock;
    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();

    public SecretsManagerSecrets(SecretsManagerClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Secret current(String id) {
        Instant now = clock.instant();
        Fetched known = fetched.get(id);
        if (known == null || !now.isBefore(known.until())) {
            known = new Fetched(fetch(id), now.plus(KEPT));
            fetched.put(id, known);
        }
        return known.secret();
    }

    private Secret fetch(String id) {
        GetSecretValueResponse answer = client.getSecretValue(get -> get.secretId(id));
        return new Secret(answer.secretString(), answer.versionId());
    }

    private record Fetched(Secret secret, Instant until) {}
}
