package io.mts1b.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * JSON web tokens: short statements that are signed (RFC 7519), as venues and identity providers use them.
 *
 * <p>Unsigned and encrypted tokens are refused, as is a token signed by another algorithm than that of the key.
 */
public final class Jwt {

    private record Reason(int code, String text) {}

    private static final List<Reason> REASONS = List.of(
            new Reason(ErrorCodes.SIGNATURE_INVALID, "token must be signed with the key, is not"),
            new Reason(ErrorCodes.EXPIRATION_MISSING, "token must have an end (exp), has none"),
            new Reason(ErrorCodes.EXPIRED, "token must not have ended (exp), has"),
            new Reason(ErrorCodes.NOT_YET_VALID, "token must have begun (nbf, iat), has not"),
            new Reason(ErrorCodes.ISSUER_MISSING, "token must name its issuer (iss), does not"),
            new Reason(ErrorCodes.ISSUER_INVALID, "token must be of the expected issuer (iss), is not"),
            new Reason(ErrorCodes.AUDIENCE_MISSING, "token must name its audience (aud), does not"),
            new Reason(ErrorCodes.AUDIENCE_INVALID, "token must be for the expected audience (aud), is not"));

    private Jwt() {}

    /** What became of a token that somebody sent. */
    public sealed interface Verdict {

        /**
         * It is genuine and in force.
         *
         * @param claims what it states, by name
         */
        record Valid(Map<String, Object> claims) implements Verdict {

            /** Copies. */
            public Valid {
                claims = Collections.unmodifiableMap(new TreeMap<>(claims));
            }
        }

        /**
         * It is not.
         *
         * @param reason why, without any of the token
         */
        record Refused(String reason) implements Verdict {}
    }

    /**
     * What a token must state.
     *
     * @param issuer who must have made it ({@code iss}); empty if anybody with the key may
     * @param audience whom it must be meant for ({@code aud}); empty if it must name nobody
     * @param skew how far the clock of the issuer may be off, zero to ten minutes
     */
    public record Expectation(Optional<String> issuer, Optional<String> audience, Duration skew) {

        /** Validates. */
        public Expectation {
            if (skew.isNegative() || skew.compareTo(Duration.ofMinutes(10)) > 0) {
                throw new IllegalArgumentException("skew must be zero to ten minutes, was " + skew);
            }
        }
    }

    /**
     * Signs a statement.
     *
     * @param claims texts, booleans, whole numbers and lists of texts by name; times are seconds since 1970
     * @param key with what
     * @return the token in its compact form
     * @throws IllegalArgumentException if the key cannot sign
     */
    public static String sign(Map<String, Object> claims, JwtKey key) {
        return sign(claims, key, Map.of());
    }

    /**
     * Signs a statement, with more in the header, as some venues want it.
     *
     * @param claims as in {@link #sign(Map, JwtKey)}
     * @param key with what
     * @param header what stands there beside type, algorithm and key, by name
     * @return the token in its compact form
     * @throws IllegalArgumentException if the key cannot sign
     */
    public static String sign(Map<String, Object> claims, JwtKey key, Map<String, String> header) {
        JwtClaims statement = new JwtClaims();
        new TreeMap<>(claims).forEach(statement::setClaim);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(statement.toJson());
        new TreeMap<>(header).forEach(token::setHeader);
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(key.algorithm());
        token.setKey(key.key());
        String id = key.id();
        if (id != null) {
            token.setKeyIdHeaderValue(id);
        }
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException("key must be able to sign, is " + key, e);
        }
    }

    /**
     * Checks a token. It must have an end ({@code exp}), and be between its beginning and its end now.
     *
     * @param token what somebody sent
     * @param key with what it must be signed
     * @param expectation what it must state
     * @param now the time
     * @return what became of it; never an exception, whatever was sent
     */
    public static Verdict verify(String token, JwtKey key, Expectation expectation, Instant now) {
        JwtConsumerBuilder builder = new JwtConsumerBuilder()
                .setVerificationKey(key.key())
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithm()))
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .setAllowedClockSkewInSeconds(Math.toIntExact(expectation.skew().toSeconds()));
        expectation.issuer().ifPresent(builder::setExpectedIssuer);
        expectation.audience().ifPresent(audience -> builder.setExpectedAudience(audience));
        try {
            return new Verdict.Valid(builder.build().processToClaims(token).getClaimsMap());
        } catch (InvalidJwtException e) {
            return new Verdict.Refused(reason(e));
        }
    }

    /** In words of our own, for the library's quote the token. */
    private static String reason(InvalidJwtException e) {
        for (Reason reason : REASONS) {
            if (e.hasErrorCode(reason.code())) {
                return reason.text();
            }
        }
        return "token must be a signed JSON web token, is not";
    }
}
