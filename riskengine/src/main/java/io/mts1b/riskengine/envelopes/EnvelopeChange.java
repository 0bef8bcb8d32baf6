package io.mts1b.riskengine.envelopes;

import io.mts1b.foundation.risk.RiskEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of limits makes looser and tighter, by the names of the fields. A list that gains and loses entries
 * is in both.
 *
 * @param loosened what allows more than before
 * @param tightened what allows less than before
 */
public record EnvelopeChange(List<String> loosened, List<String> tightened) {

    /** One limit: {@code freedom} is positive if the second allows something that the first does not. */
    private record Limit(String name, ToIntBiFunction<RiskEnvelope, RiskEnvelope> freedom) {}

    private static final List<Limit> LIMITS = List.of(
            ceiling("nav", RiskEnvelope::nav),
            ceiling("maxGrossExposure", RiskEnvelope::maxGrossExposure),
            ceiling("maxNetExposure", RiskEnvelope::maxNetExposure),
            ceiling("maxPosition", RiskEnvelope::maxPosition),
            ceiling("maxPositionValue", RiskEnvelope::maxPositionValue),
            ceiling("maxSector", RiskEnvelope::maxSector),
            ceiling("maxAssetClass", RiskEnvelope::maxAssetClass),
            ceiling("maxCountry", RiskEnvelope::maxCountry),
            ceiling("dailyLossHalt", RiskEnvelope::dailyLossHalt),
            ceiling("weeklyLossHalt", RiskEnvelope::weeklyLossHalt),
            ceiling("monthlyLossHalt", RiskEnvelope::monthlyLossHalt),
            ceiling("maxOrderNotional", RiskEnvelope::maxOrderNotional),
            ceiling("maxOrderQuantity", RiskEnvelope::maxOrderQuantity),
            new Limit("allowedBrokers", EnvelopeChange::moreBrokers),
            entries("allowedOrderTypes", RiskEnvelope::allowedOrderTypes),
            entries("allowedAssetClasses", RiskEnvelope::allowedAssetClasses),
            permission("enableShorting", RiskEnvelope::enableShorting),
            ceiling("maxShortFee", RiskEnvelope::maxShortFee),
            permission("requireBorrowLocate", limits -> !limits.requireBorrowLocate()),
            permission("enableSyntheticStop", limits -> !limits.enableSyntheticStop()),
            ceiling("syntheticStop", RiskEnvelope::syntheticStop),
            permission("croVetoEnabled", limits -> !limits.croVetoEnabled()),
            ceiling("croVetoConfidence", RiskEnvelope::croVetoConfidence),
            new Limit("croVetoTimeout", EnvelopeChange::moreSilence),
            permission("croVetoFailsOpen", RiskEnvelope::croVetoFailsOpen),
            ceiling("maxPriceDistance", RiskEnvelope::maxPriceDistance),
            ceiling("maxPriceAge", RiskEnvelope::maxPriceAge),
            new Limit("selfTradeGuard", (from, to) -> from.selfTradeGuard().compareTo(to.selfTradeGuard())),
            ceiling("maxOrdersPerSecond", RiskEnvelope::maxOrdersPerSecond),
            ceiling("maxStrategyOrdersPerSecond", RiskEnvelope::maxStrategyOrdersPerSecond),
            ceiling("maxCancelRatio", RiskEnvelope::maxCancelRatio),
            ceiling("maxOpenOrders", RiskEnvelope::maxOpenOrders));

    /** Copies. */
    public EnvelopeChange {
        loosened = List.copyOf(loosened);
        tightened = List.copyOf(tightened);
    }

    /**
     * Compares two versions.
     *
     * @param from the limits that hold
     * @param to the limits that are to hold, in the same currency
     * @return the fields that allow more and those that allow less, in the order of the envelope
     * @throws IllegalArgumentException if the currencies differ
     */
    public static EnvelopeChange between(RiskEnvelope from, RiskEnvelope to) {
        List<String> loosened = new ArrayList<>();
        List<String> tightened = new ArrayList<>();
        for (Limit limit : LIMITS) {
            if (limit.freedom.applyAsInt(from, to) > 0) {
                loosened.add(limit.name);
            }
            if (limit.freedom.applyAsInt(to, from) > 0) {
                tightened.add(limit.name);
            }
        }
        return new EnvelopeChange(loosened, tightened);
    }

    /** More is looser, and no limit is the loosest. */
    private static <C extends Comparable<C>> Limit ceiling(String name, Function<RiskEnvelope, @Nullable C> limit) {
        return new Limit(name, (from, to) -> {
            C before = limit.apply(from);
            C after = limit.apply(to);
            if (before == null) {
                return after == null ? 0 : -1;
            }
            return after == null ? 1 : after.compareTo(before);
        });
    }

    private static Limit permission(String name, Predicate<RiskEnvelope> allows) {
        return new Limit(name, (from, to) -> Boolean.compare(allows.test(to), allows.test(from)));
    }

    private static Limit entries(String name, Function<RiskEnvelope, List<?>> allowed) {
        return new Limit(name, (from, to) -> allowed.apply(from).containsAll(allowed.apply(to)) ? 0 : 1);
    }

    /** No broker named means every broker. */
    private static int moreBrokers(RiskEnvelope from, RiskEnvelope to) {
        if (from.allowedBrokers().isEmpty()) {
            return 0;
        }
        boolean fewer = !to.allowedBrokers().isEmpty() && from.allowedBrokers().containsAll(to.allowedBrokers());
        return fewer ? 0 : 1;
    }

    /** Where silence lets an order go, less time for an answer is looser; where it denies, more time is. */
    private static int moreSilence(RiskEnvelope from, RiskEnvelope to) {
        int longer = to.croVetoTimeout().compareTo(from.croVetoTimeout());
        return to.croVetoFailsOpen() ? -longer : longer;
    }
}
