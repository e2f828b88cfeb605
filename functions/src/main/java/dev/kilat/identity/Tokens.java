package dev.kilat.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.kilat.event.EventSlug;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Signs and reads the three kinds of token: for admins, for guests, and for one WebSocket. They
/// are JWTs signed with HS256, told apart by their audience, so that none passes for another.
public final class Tokens {
    public static final Duration ADMIN_LIFE = Duration.ofHours(1);
    public static final Duration GUEST_LIFE = Duration.ofDays(7);
    public static final Duration LIVE_LIFE = Duration.ofSeconds(60);

    private static final String ISSUER = "kilat";
    private static final String ADMIN = "admin";
    private static final String GUEST = "guest";
    private static final String LIVE = "live";
    private static final int SHORTEST_SECRET = 64;

    /// Three times what a guest with the longest name gets.
    private static final int LONGEST = 4096;

    /// Nothing around it, nothing in it: the library would read a token with blanks as well, and a
    /// ticket that can be written in two ways would open two connections.
    private static final Pattern SPELLING =
            Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private final Supplier<String> signingSecret;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /// @param signingSecret at least 64 bytes; asked for at each use, so that a rotated one is seen
    /// @param ids tell two tickets of one second and one guest apart
    public Tokens(Supplier<String> signingSecret, InstantSource clock, Supplier<String> ids) {
        this.signingSecret = signingSecret;
        this.clock = clock;
        this.ids = ids;
    }

    public Issued admin(String username) {
        return sign(ADMIN, ADMIN_LIFE, new JWTClaimsSet.Builder().subject(username));
    }

    public Issued guest(Caller.Guest guest) {
        return sign(
                GUEST,
                GUEST_LIFE,
                new JWTClaimsSet.Builder()
                        .subject(guest.guestId())
                        .claim("event_slug", guest.event().value())
                        .claim("event_made_at", guest.eventMadeAt().toString())
                        .claim("name", guest.name()));
    }

    public Issued live(LiveTicket ticket) {
        return sign(
                LIVE,
                LIVE_LIFE,
                new JWTClaimsSet.Builder()
                        .jwtID(ids.get())
                        .subject(ticket.subject())
                        .claim("room", ticket.room())
                        .claim("role", ticket.role().text())
                        .claim(
                                "event_made_at",
                                ticket.eventMadeAt() == null
                                        ? null
                                        : ticket.eventMadeAt().toString()));
    }

    /// Never fails: what proves nothing is nobody's. A live ticket is nobody's here.
    public Caller caller(String token) {
        try {
            Optional<JWTClaimsSet> admin = verified(token, ADMIN);
            if (admin.isPresent()) {
                return new Caller.Admin(text(admin.get(), "sub"));
            }
            Optional<JWTClaimsSet> guest = verified(token, GUEST);
            if (guest.isPresent()) {
                return new Caller.Guest(
                        text(guest.get(), "sub"),
                        new EventSlug(text(guest.get(), "event_slug")),
                        Instant.parse(text(guest.get(), "event_made_at")),
                        text(guest.get(), "name"));
            }
        } catch (ParseException | DateTimeException | IllegalArgumentException malformed) {
            return new Caller.Nobody();
        }
        return new Caller.Nobody();
    }

    /// Empty for everything but a live ticket of the last minute.
    public Optional<LiveTicket> liveTicket(String token) {
        try {
            Optional<JWTClaimsSet> claims = verified(token, LIVE);
            if (claims.isEmpty()) {
                return Optional.empty();
            }
            String madeAt = claims.get().getStringClaim("event_made_at");
            Role role = ADMIN.equals(text(claims.get(), "role")) ? Role.ADMIN : Role.GUEST;
            return Optional.of(
                    new LiveTicket(
                            text(claims.get(), "room"),
                            text(claims.get(), "sub"),
                            role,
                            madeAt == null ? null : Instant.parse(madeAt)));
        } catch (ParseException | DateTimeException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Issued sign(String audience, Duration life, JWTClaimsSet.Builder claims) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(life);
        JWTClaimsSet all =
                claims.issuer(ISSUER)
                        .audience(audience)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(end))
                        .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), all);
            token.sign(new MACSigner(key()));
            return new Issued(token.serialize(), end);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private Optional<JWTClaimsSet> verified(String token, String audience) throws ParseException {
        if (token.length() > LONGEST || !SPELLING.matcher(token).matches()) {
            return Optional.empty();
        }
        SignedJWT jwt = SignedJWT.parse(token);
        // Its last letter has two spare bits: without this, four spellings of a signature would do.
        Base64URL signature = jwt.getSignature();
        boolean spelledOnce = Base64URL.encode(signature.decode()).equals(signature);
        if (!spelledOnce || !JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
            return Optional.empty();
        }
        try {
            if (!jwt.verify(new MACVerifier(key()))) {
                return Optional.empty();
            }
        } catch (JOSEException e) {
            return Optional.empty();
        }
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        Date end = claims.getExpirationTime();
        boolean ours =
                ISSUER.equals(claims.getIssuer())
                        && claims.getAudience().equals(List.of(audience))
                        && end != null
                        && clock.instant().isBefore(end.toInstant());
        return ours ? Optional.of(claims) : Optional.empty();
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        String value = claims.getStringClaim(name);
        if (value == null) {
            throw new IllegalArgumentException("token without " + name);
        }
        return value;
    }

    private byte[] key() {
        byte[] key = signingSecret.get().getBytes(StandardCharsets.UTF_8);
        if (key.length < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "the signing secret must have at least " + SHORTEST_SECRET + " bytes");
        }
        return key;
    }
}
