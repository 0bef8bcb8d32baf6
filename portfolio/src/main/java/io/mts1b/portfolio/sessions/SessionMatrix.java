package io.mts1b.portfolio.sessions;

import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.time.SessionKind;
import io.mts1b.portfolio.sizing.Sizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which sizing rule holds for which assets at which time of day. Outside regular hours markets are thin, so that less
 * may be held.
 *
 * <p>Immutable and thread-safe if the rules are.
 */
public final class SessionMatrix {

    private final Map<AssetClass, Map<SessionKind, SessionSizer>> rules;

    private SessionMatrix(Map<AssetClass, Map<SessionKind, SessionSizer>> rules) {
        this.rules = rules;
    }

    /**
     * Returns the matrix in which nothing is traded.
     *
     * @return the matrix
     */
    public static SessionMatrix empty() {
        return new SessionMatrix(new EnumMap<>(AssetClass.class));
    }

    /**
     * Returns the largest gross exposure of a kind of session where nobody says otherwise.
     *
     * @param session the kind of session
     * @return 1 in regular hours and for markets that do not close, 0.3 before and after, 0.1 overnight
     */
    public static double usualGrossCap(SessionKind session) {
        return switch (session) {
            case REGULAR, CONTINUOUS -> 1;
            case PRE_MARKET, POST_MARKET -> 0.3;
            case OVERNIGHT -> 0.1;
        };
    }

    /**
     * Returns this matrix with one more rule, or another one in its place.
     *
     * @param assets for which assets
     * @param session at which time of day
     * @param sizer the rule
     * @param grossCap the largest sum of weights without their signs, 0 or more
     * @return the matrix
     */
    public SessionMatrix with(AssetClass assets, SessionKind session, Sizer sizer, double grossCap) {
        Map<AssetClass, Map<SessionKind, SessionSizer>> copy = new EnumMap<>(AssetClass.class);
        rules.forEach((one, of) -> copy.put(one, new EnumMap<>(of)));
        copy.computeIfAbsent(assets, _ -> new EnumMap<>(SessionKind.class))
                .put(session, new SessionSizer(sizer, grossCap));
        return new SessionMatrix(copy);
    }

    /**
     * Returns this matrix with one rule for all sessions of some assets, under the usual caps.
     *
     * @param assets for which assets
     * @param sizer the rule
     * @return the matrix
     */
    public SessionMatrix withUsualCaps(AssetClass assets, Sizer sizer) {
        SessionMatrix matrix = this;
        for (SessionKind session : SessionKind.values()) {
            matrix = matrix.with(assets, session, sizer, usualGrossCap(session));
        }
        return matrix;
    }

    /**
     * Returns the rule that holds.
     *
     * @param assets for which assets
     * @param session at which time of day
     * @return the rule; empty where these are not traded
     */
    public Optional<SessionSizer> resolve(AssetClass assets, SessionKind session) {
        return Optional.ofNullable(rules.get(assets)).map(of -> of.get(session));
    }
}
