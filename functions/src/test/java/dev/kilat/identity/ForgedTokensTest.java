package dev.kilat.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import dev.kilat.event.EventSlug;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people try who want to be somebody else. Each forgery is made of a good token, whose
/// goodness is asserted too, so that none fails for another reason than its own.
class ForgedTokensTest {
    private static final String SECRET = "s".repeat(64);
    private static final String HS256 = "{\"alg\":\"HS256\"}";

    private final Clock clock = new Clock();
    private final Tokens tokens = new Tokens(() -> SECRET, clock, () -> "id");
    private final String admin = tokens.admin("admin").token();
    private final String ticket =
            tokens.live(new LiveTicket("event:wedding", "00ff", Role.GUEST)).token();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"NONE\"}",
                "{\"alg\":\"nOnE\"}",
                "{\"alg\":\"\"}",
                "{\"alg\":null}",
                "{\"alg\":[\"HS256\"]}",
                "{\"typ\":\"JWT\"}",
                "{}",
                "[]",
                ""
            })
    void without_algorithm_no_signature_is_good_nor_none(String header) {
        for (String signature : new String[] {"", "AAAA", part(admin, 2), hmac(header, admin)}) {
            refused(base64(header) + "." + part(admin, 1) + "." + signature);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA", "hs256"})
    void another_algorithm_is_refused_with_our_own_key_too(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";

        refused(base64(header) + "." + part(admin, 1) + "." + part(admin, 2));
        refused(base64(header) + "." + part(admin, 1) + "." + hmac(header, admin));
    }

    /// The confusion of RS256 and HS256: whoever checks a MAC with what may be a public key takes
    /// the public key for the secret.
    @Test
    void a_key_pair_proves_nothing_whichever_way_it_is_used() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String rs256 = base64("{\"alg\":\"RS256\"}") + "." + part(admin, 1);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(rs256.getBytes(UTF_8));
        refused(rs256 + "." + Base64URL.encode(signature.sign()));

        String hs256 = base64(HS256) + "." + part(admin, 1);
        refused(hs256 + "." + Base64URL.encode(mac(hs256, pair.getPublic().getEncoded())));
    }

    static Stream<byte[]> keys() {
        return Stream.of(
                new byte[1],
                new byte[64],
                "secret".getBytes(UTF_8),
                "null".getBytes(UTF_8),
                "s".repeat(63).getBytes(UTF_8),
                "s".repeat(65).getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void another_key_is_none_however_near(byte[] key) {
        String signed = base64(HS256) + "." + part(admin, 1);

        refused(signed + "." + Base64URL.encode(mac(signed, key)));
    }

    /// A header may name where its key is, or bring it: nobody goes there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jku\":\"https://evil.example/keys\"",
                "\"x5u\":\"https://evil.example/chain\"",
                "\"kid\":\"../../../../dev/null\"",
                "\"kid\":\"x' UNION SELECT 'key\"",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"
            })
    void a_header_brings_no_key(String claim) {
        String header = "{\"alg\":\"HS256\"," + claim + "}";
        String signed = base64(header) + "." + part(admin, 1);

        refused(signed + "." + part(admin, 2));
        refused(signed + "." + Base64URL.encode(mac(signed, new byte[32])));
    }

    @Test
    void what_a_header_calls_critical_must_be_understood() throws JOSEException {
        JWSHeader critical =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .criticalParams(Set.of("x"))
                        .customParam("x", true)
                        .build();

        refused(signed(critical, payload(admin)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"aud\":\"live\"}",
                "{\"aud\":[\"admin\",\"guest\"]}",
                "{\"aud\":[]}",
                "{\"aud\":null}",
                "{\"aud\":\"Admin\"}",
                "{\"aud\":{\"admin\":true}}",
                "{\"iss\":\"kilat \"}",
                "{\"iss\":null}",
                "{\"exp\":null}",
                "{\"exp\":0}",
                "{\"exp\":-1}",
                "{\"exp\":\"9999999999\"}",
                "{\"sub\":null}",
                "{\"sub\":[\"admin\"]}"
            })
    void one_claim_that_is_not_as_we_write_it_makes_all_worthless(String change) throws Exception {
        assertThat(tokens.caller(signed(new JWSHeader(JWSAlgorithm.HS256), payload(admin))))
                .isEqualTo(new Caller.Admin("admin"));

        String changed = payload(admin).replaceFirst("[{]", "{\"x\":0,");
        String name = change.substring(2, change.indexOf('"', 2));
        changed = changed.replaceFirst(",\"" + name + "\":(\"[^\"]*\"|[0-9]+)", "");
        changed = changed.replaceFirst("[}]$", "," + change.substring(1));
        assertThat(changed).contains(change.substring(1));
        refused(signed(new JWSHeader(JWSAlgorithm.HS256), changed));
    }

    @Test
    void a_guests_token_is_for_one_event_whatever_is_written_around_it() {
        EventSlug wedding = new EventSlug("wedding");
        String guest =
                tokens.guest(new Caller.Guest("00ff", wedding, Instant.EPOCH, "Ayu")).token();
        String other = payload(guest).replace("wedding", "party");

        refused(part(guest, 0) + "." + base64(other) + "." + part(guest, 2));
        refused(part(guest, 0) + "." + part(ticket, 1) + "." + part(guest, 2));
        assertThat(tokens.caller(guest).mayEnter(wedding)).isTrue();
        assertThat(tokens.caller(guest).mayEnter(new EventSlug("party"))).isFalse();
    }

    /// A ticket that can be written in two ways would open two connections.
    @Test
    void a_token_has_one_spelling() {
        for (String good : new String[] {admin, ticket}) {
            String[] parts = good.split("[.]", -1);
            for (String spelling :
                    new String[] {
                        " " + good,
                        good + " ",
                        good + "\n",
                        "\t" + good,
                        good + "\0",
                        good + "=",
                        good + "==",
                        good + "!",
                        good + ".",
                        "." + good,
                        good + "." + good,
                        good + ".AAAA.AAAA",
                        parts[0] + "=." + parts[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + "=." + parts[2],
                        parts[0] + ".\n" + parts[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + "." + parts[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + "." + parts[2].replace('-', '+') + "+",
                        parts[0] + "." + parts[1] + "." + parts[2].substring(0, 20),
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1],
                        parts[0] + ".." + parts[2],
                        "Bearer " + good,
                        "\"" + good + "\"",
                        "%20" + good
                    }) {
                refused(spelling);
            }
        }
    }

    @Test
    void what_is_longer_than_any_of_ours_is_not_read() throws Exception {
        String longest =
                tokens.guest(
                                new Caller.Guest(
                                        "f".repeat(32),
                                        new EventSlug("e".repeat(63)),
                                        Instant.parse("2026-08-01T18:00:00.123456789Z"),
                                        "😀".repeat(80)))
                        .token();
        assertThat(tokens.caller(longest)).isInstanceOf(Caller.Guest.class);

        String large = payload(admin).replaceFirst("[{]", "{\"x\":\"" + "x".repeat(5000) + "\",");
        refused(signed(new JWSHeader(JWSAlgorithm.HS256), large));
        refused("a".repeat(1 << 20) + "." + part(admin, 1) + "." + part(admin, 2));
        refused(".".repeat(1 << 20));
    }

    @Test
    void an_expired_token_stays_expired_by_a_second() {
        clock.passes(Duration.ofSeconds(60));
        assertThat(tokens.liveTicket(ticket)).isEmpty();
        clock.passes(Tokens.ADMIN_LIFE.minusSeconds(60));
        refused(admin);
    }

    private void refused(String token) {
        assertThat(tokens.caller(token)).as(token).isEqualTo(new Caller.Nobody());
        assertThat(tokens.liveTicket(token)).as(token).isEmpty();
    }

    private static String part(String token, int index) {
        return token.split("[.]", -1)[index];
    }

    private static String payload(String token) {
        return new Base64URL(part(token, 1)).decodeToString();
    }

    private static String base64(String text) {
        return Base64URL.encode(text).toString();
    }

    /// Signed with our own secret, as only we can.
    private static String signed(JWSHeader header, String payload) throws JOSEException {
        JWSObject token = new JWSObject(header, new Payload(payload));
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }

    private static String hmac(String header, String token) {
        String signed = base64(header) + "." + part(token, 1);
        return Base64URL.encode(mac(signed, SECRET.getBytes(UTF_8))).toString();
    }

    private static byte[] mac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
