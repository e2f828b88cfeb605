package dev.kilat.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/// Generated in the account at the first deployment; nobody ever types or commits them.
final class Secrets {
    /// `{"username": "admin", "password": "…"}`
    final Secret admin;

    /// The key that signs every token: 86 letters and digits, over 500 bits.
    final Secret signing;

    Secrets(Stack stack) {
        admin =
                secret(
                        stack,
                        "AdminPassword",
                        "How the first admin of Kilat logs in",
                        SecretStringGenerator.builder()
                                .secretStringTemplate("{\"username\":\"admin\"}")
                                .generateStringKey("password")
                                .passwordLength(24)
                                .excludePunctuation(true)
                                .build());
        signing =
                secret(
                        stack,
                        "SigningKey",
                        "Signs the tokens of Kilat's admins and guests",
                        SecretStringGenerator.builder()
                                .passwordLength(86)
                                .excludePunctuation(true)
                                .build());
    }

    private static Secret secret(
            Stack stack, String id, String description, SecretStringGenerator generator) {
        return Secret.Builder.create(stack, id)
                .description(description)
                .generateSecretString(generator)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }
}
