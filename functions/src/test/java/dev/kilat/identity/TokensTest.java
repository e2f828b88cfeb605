package dev.kilat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.kilat.event.EventSlug;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String SECRET = "s".repeat(64);

    private final Clock clock = new Clock();
    private final Tokens tokens = new Tokens(() -> SECRET, clock, () -> "id");
    private final Caller.Guest guest =
            new Caller.Guest(
                    "00ff", new EventSlug("wedding"), Instant.parse("2026-06-01T12:00:00Z"), "Ayu");

    @Test
    void an_admins_token_proves_the_admin_for_one_hour() {
        Issued token = tokens.admin("admin");

        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-08-01T19:00:00Z"));
        assertThat(tokens.caller(token.token())).isEqualTo(new Caller.Admin("admin"));
        clock.passes(Duration.ofMinutes(60));
        assertThat(tokens.caller(token.token())).isEqualTo(new Caller.Nobody());
    }

    @Test
    void a_guests_token_proves_the_guest_for_a_week() {
        Issued token = tokens.guest(guest);

        clock.passes(Duration.ofDays(7).minusSeconds(1));
        assertThat(tokens.caller(token.token())).isEqualTo(guest);
        clock.passes(Duration.ofSeconds(1));
        assertThat(tokens.caller(token.token())).isEqualTo(new Caller.Nobody());
    }

    @Test
    void a_live_ticket_proves_its_room_for_a_minute() {
        LiveTicket ticket = new LiveTicket("event:wedding", "00ff", Role.GUEST);
        Issued token = tokens.live(ticket);

        assertThat(tokens.liveTicket(token.token())).contains(ticket);
        clock.passes(Duration.ofSeconds(60));
        assertThat(tokens.liveTicket(token.token())).isEmpty();
    }

    @Test
    void no_kind_of_token_passes_for_another() {
        String live = tokens.live(new LiveTicket("admin", "admin", Role.ADMIN)).token();

        assertThat(tokens.caller(live)).isEqualTo(new Caller.Nobody());
        assertThat(tokens.liveTicket(tokens.admin("admin").token())).isEmpty();
        assertThat(tokens.liveTicket(tokens.guest(guest).token())).isEmpty();
    }

    @Test
    void a_token_without_signature_proves_nothing() {
        String unsigned = new PlainJWT(claims().build()).serialize();

        assertThat(tokens.caller(unsigned)).isEqualTo(new Caller.Nobody());
    }

    @Test
    void a_token_signed_with_another_key_proves_nothing() throws Exception {
        assertThat(tokens.caller(signed(claims(), JWSAlgorithm.HS256, "x".repeat(64))))
                .isEqualTo(new Caller.Nobody());
    }

    @Test
    void a_token_of_another_algorithm_proves_nothing_even_with_the_right_key() throws Exception {
        assertThat(tokens.caller(signed(claims(), JWSAlgorithm.HS512, SECRET)))
                .isEqualTo(new Caller.Nobody());
    }

    @Test
    void a_signed_token_without_end_issuer_or_subject_proves_nothing() throws Exception {
        assertThat(tokens.caller(signed(claims(), JWSAlgorithm.HS256, SECRET)))
                .isEqualTo(new Caller.Admin("admin"));

        for (JWTClaimsSet.Builder incomplete :
                new JWTClaimsSet.Builder[] {
                    claims().expirationTime(null),
                    claims().issuer("somebody"),
                    claims().subject(null),
                    claims().audience("kilat"),
                }) {
            assertThat(tokens.caller(signed(incomplete, JWSAlgorithm.HS256, SECRET)))
                    .isEqualTo(new Caller.Nobody());
        }
    }

    @Test
    void every_changed_character_makes_a_token_worthless() {
        String token = tokens.admin("admin").token();

        for (int i = 0; i < token.length(); i++) {
            char changed = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + changed + token.substring(i + 1);
            assertThat(tokens.caller(forged)).as(forged).isEqualTo(new Caller.Nobody());
        }
    }

    @Test
    void the_spare_bits_of_the_last_character_are_no_second_spelling() {
        String token = tokens.admin("admin").token();
        String last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        long accepted =
                last.chars()
                        .mapToObj(c -> token.substring(0, token.length() - 1) + (char) c)
                        .filter(spelling -> tokens.caller(spelling) instanceof Caller.Admin)
                        .count();

        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void what_is_no_token_proves_nothing() {
        for (String junk : new String[] {"", ".", "..", "a.b.c", "null", "e30.e30.", "\0"}) {
            assertThat(tokens.caller(junk)).isEqualTo(new Caller.Nobody());
            assertThat(tokens.liveTicket(junk)).isEmpty();
        }
    }

    @Test
    void a_short_signing_secret_stops_everything() {
        Tokens weak = new Tokens(() -> "s".repeat(63), clock, () -> "id");

        assertThatThrownBy(() -> weak.admin("admin")).hasMessageContaining("at least 64 bytes");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("kilat")
                .audience("admin")
                .subject("admin")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String key)
            throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
        jwt.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
        return jwt.serialize();
    }
}
