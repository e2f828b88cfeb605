package dev.kilat.aws.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// AWS Signature Version 4 for posts that differ in their connection only. The key of the day is
/// kept, and the frame's hash is the caller's to keep.
///
/// Source: "Create a signed AWS API request" in the IAM user guide.
final class Signing {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "execute-api";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String host;
    private final String region;
    private volatile @Nullable Key key;

    Signing(String host, String region) {
        this.host = host;
        this.region = region;
    }

    /// The headers that make the post ours, each line ended.
    ///
    /// @param method `POST` or `DELETE`
    /// @param path as sent: its segments encoded once
    /// @param hash of the body, as [#sha256] gives it
    String headers(
            AwsCredentialsIdentity who, Instant now, String method, String path, String hash) {
        String day = DAY.format(now);
        String second = SECOND.format(now);
        String scope = day + "/" + region + "/" + SERVICE + "/aws4_request";
        String token = who instanceof AwsSessionCredentialsIdentity it ? it.sessionToken() : null;
        String signed =
                "host;x-amz-content-sha256;x-amz-date"
                        + (token == null ? "" : ";x-amz-security-token");
        String request =
                String.join(
                        "\n",
                        method,
                        twiceEncoded(path),
                        "",
                        "host:" + host,
                        "x-amz-content-sha256:" + hash,
                        "x-amz-date:" + second,
                        token == null ? "" : "x-amz-security-token:" + token + "\n",
                        signed,
                        hash);
        String toSign =
                String.join("\n", ALGORITHM, second, scope, sha256(request.getBytes(UTF_8)));
        String signature = HexFormat.of().formatHex(hmac(key(who, day).bytes(), toSign));
        return "Host: "
                + host
                + "\r\nx-amz-content-sha256: "
                + hash
                + "\r\nX-Amz-Date: "
                + second
                + (token == null ? "" : "\r\nX-Amz-Security-Token: " + token)
                + "\r\nAuthorization: "
                + ALGORITHM
                + " Credential="
                + who.accessKeyId()
                + "/"
                + scope
                + ", SignedHeaders="
                + signed
                + ", Signature="
                + signature
                + "\r\n";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /// One segment of a path, as sent.
    static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// All services but S3 sign a path that is encoded once more than it is sent.
    private static String twiceEncoded(String path) {
        return path.replace("%", "%25").replace("@", "%40");
    }

    private Key key(AwsCredentialsIdentity who, String day) {
        Key known = key;
        if (known == null
                || !known.day().equals(day)
                || !known.of().equals(who.secretAccessKey())) {
            byte[] ofDay = hmac(("AWS4" + who.secretAccessKey()).getBytes(UTF_8), day);
            byte[] ofService = hmac(hmac(ofDay, region), SERVICE);
            known = new Key(who.secretAccessKey(), day, hmac(ofService, "aws4_request"));
            key = known;
        }
        return known;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Key(String of, String day, byte[] bytes) {}

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
