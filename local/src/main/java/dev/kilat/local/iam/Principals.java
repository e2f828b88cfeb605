package dev.kilat.local.iam;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// Issues session credentials, and decides each request by whose they are.
public final class Principals implements Authorizer {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Map<String, Principal> byAccessKey = new ConcurrentHashMap<>();
    private final Set<Grant> used = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final Principal root;

    public Principals() {
        root = add("arn:aws:iam::000000000000:root", List.of(), true);
    }

    /// The local cloud's own: it makes tables and queues, which no function may.
    public Principal root() {
        return root;
    }

    /// New credentials for a function in its role.
    public Principal issue(String arn, List<Grant> grants) {
        return add(arn, grants, false);
    }

    private Principal add(String arn, List<Grant> grants, boolean isRoot) {
        AwsSessionCredentials credentials =
                AwsSessionCredentials.create(accessKeyId(), secret(30), secret(96));
        Principal principal = new Principal(arn, credentials, List.copyOf(grants), isRoot);
        byAccessKey.put(credentials.accessKeyId(), principal);
        return principal;
    }

    public Optional<Principal> find(String accessKeyId) {
        return Optional.ofNullable(byAccessKey.get(accessKeyId));
    }

    @Override
    public Decision check(String accessKeyId, String action, String resourceArn) {
        Principal principal = byAccessKey.get(accessKeyId);
        if (principal == null) {
            return new Decision.Denied("The security token included in the request is invalid.");
        }
        if (principal.root()) {
            return new Decision.Allowed();
        }
        List<Grant> covering = principal.covering(action, resourceArn);
        if (covering.stream().anyMatch(grant -> !grant.allow())) {
            return denied(
                    principal,
                    action,
                    resourceArn,
                    "with an explicit deny in an identity-based policy");
        }
        if (covering.isEmpty()) {
            return denied(
                    principal,
                    action,
                    resourceArn,
                    "because no identity-based policy allows the " + action + " action");
        }
        used.addAll(covering);
        return new Decision.Allowed();
    }

    private static Decision denied(Principal who, String action, String resourceArn, String why) {
        return new Decision.Denied(
                "User: %s is not authorized to perform: %s on resource: %s %s"
                        .formatted(who.arn(), action, resourceArn, why));
    }

    /// What the roles may do and no request has asked for so far.
    public LeastPrivilege leastPrivilege() {
        return new LeastPrivilege(
                byAccessKey.values().stream()
                        .flatMap(principal -> principal.grants().stream())
                        .filter(grant -> grant.allow() && !used.contains(grant))
                        .filter(grant ->
                                !grant.action().toLowerCase(Locale.ROOT).startsWith("logs:"))
                        .distinct()
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList());
    }

    private String accessKeyId() {
        StringBuilder id = new StringBuilder("ASIA");
        for (int i = 0; i < 16; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
