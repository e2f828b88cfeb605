package dev.kilat.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.kilat.event.EventSlug;
import dev.kilat.identity.Caller;
import dev.kilat.identity.LiveTicket;
import dev.kilat.identity.Role;
import dev.kilat.identity.Tokens;
import dev.kilat.local.LocalCloud;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// What people hold in their hands who have no right, or have one no more. It knows the cloud's
/// signing secret, as the forgeries that are wrong in one thing only must be signed rightly.
final class Intruders {
    private final String secret;
    private final Instant now = Instant.now();

    Intruders(LocalCloud cloud) {
        try (SecretsManagerClient secrets =
                SecretsManagerClient.builder()
                        .region(Region.of(dev.kilat.local.template.Region.LOCAL.name()))
                        .credentialsProvider(StaticCredentialsProvider.create(cloud.owner()))
                        .build()) {
            String id = cloud.variable("SIGNING_SECRET_ID");
            secret = secrets.getSecretValue(get -> get.secretId(id)).secretString();
        }
    }

    /// Tokens as the cloud itself made them some time ago.
    Tokens ago(Duration age) {
        return new Tokens(() -> secret, () -> now.minus(age), () -> "forged");
    }

    /// What proves nothing, by its name: none of it is a bearer's token, nor a socket's ticket.
    ///
    /// @param event whose guest, admin or room it claims
    /// @param madeAt when that event was made, which no guest is told but many may know
    Map<String, String> papers(String event, Instant madeAt) {
        EventSlug slug = new EventSlug(event);
        Caller.Guest guest = new Caller.Guest("00".repeat(16), slug, madeAt, "Eve");
        LiveTicket ticket = new LiveTicket("event:" + event, guest.guestId(), Role.GUEST, madeAt);
        LiveTicket admins = new LiveTicket("admin", "admin", Role.ADMIN);
        Map<String, String> papers = new LinkedHashMap<>();
        papers.put("nonsense", "nonsense");
        papers.put("three dots", "a.b.c");
        papers.put("an expired guest", ago(Tokens.GUEST_LIFE).guest(guest).token());
        papers.put("an expired admin", ago(Tokens.ADMIN_LIFE).admin("admin").token());
        papers.put("an expired ticket", ago(Tokens.LIVE_LIFE).live(ticket).token());
        papers.put("an expired admin's ticket", ago(Tokens.LIVE_LIFE).live(admins).token());
        for (String audience : new String[] {"admin", "guest", "live"}) {
            JWTClaimsSet claims = claims(event, madeAt, audience).build();
            papers.put("no algorithm, " + audience, unsigned(claims, "none", ""));
            papers.put("no algorithm in capitals, " + audience, unsigned(claims, "NONE", "AAAA"));
            papers.put("another key, " + audience, hmac(claims, "x".repeat(64)));
            papers.put("another algorithm, " + audience, hmac(JWSAlgorithm.HS512, claims, secret));
            papers.put("a key pair of its own, " + audience, rsa(claims));
            papers.put("another payload, " + audience, altered(claims));
            papers.put(
                    "another issuer, " + audience,
                    hmac(claims(event, madeAt, audience).issuer("eve").build(), secret));
            papers.put(
                    "no end, " + audience,
                    hmac(claims(event, madeAt, audience).expirationTime(null).build(), secret));
        }
        papers.put("another audience", hmac(claims(event, madeAt, "kilat").build(), secret));
        return papers;
    }

    private JWTClaimsSet.Builder claims(String event, Instant madeAt, String audience) {
        return new JWTClaimsSet.Builder()
                .issuer("kilat")
                .audience(audience)
                .subject("admin")
                .claim("event_slug", event)
                .claim("event_made_at", madeAt.toString())
                .claim("name", "Eve")
                .claim("room", "event:" + event)
                .claim("role", "admin")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    private static String unsigned(JWTClaimsSet claims, String algorithm, String signature) {
        String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
        return base64(header) + "." + base64(claims.toString()) + "." + signature;
    }

    /// A good signature under another payload.
    private String altered(JWTClaimsSet claims) {
        String[] parts = ago(Duration.ZERO).admin("admin").token().split("[.]", -1);
        return parts[0] + "." + base64(claims.toString()) + "." + parts[2];
    }

    private static String hmac(JWTClaimsSet claims, String key) {
        return hmac(JWSAlgorithm.HS256, claims, key);
    }

    private static String hmac(JWSAlgorithm algorithm, JWTClaimsSet claims, String key) {
        try {
            return signed(algorithm, claims, new MACSigner(key.getBytes(UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rsa(JWTClaimsSet claims) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return signed(
                    JWSAlgorithm.RS256,
                    claims,
                    new RSASSASigner(keys.generateKeyPair().getPrivate()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
