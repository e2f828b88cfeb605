package dev.kilat.entry;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/// The composition root: the only place that builds. Each part is made when first asked for, so a
/// function starts only what it uses.
public final class Wiring {
    final Environment environment;
    final AwsCredentialsProvider credentials;

    public Wiring(Environment environment, AwsCredentialsProvider credentials) {
        this.environment = environment;
        this.credentials = credentials;
    }

    public static Wiring onLambda() {
        return new Wiring(
                Environment.of(System.getenv()), DefaultCredentialsProvider.builder().build());
    }
}
