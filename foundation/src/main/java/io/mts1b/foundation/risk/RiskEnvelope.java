package io.mts1b.foundation.risk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.AssetClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one fund, as a version of a document that somebody signed. Shares are of {@code nav}.
 *
 * @param envelopeId its identity, the same for all versions
 * @param fund whose limits
 * @param nav the net asset value the shares refer to, positive
 * @param maxGrossExposure the sum of the absolute positions, 0 to 5
 * @param maxNetExposure the sum of the signed positions, either way, 0 to 5
 * @param maxPosition one position, above 0 to 1
 * @param maxPositionValue one position in money; null for no such limit
 * @param maxSector the gross exposure to one sector, above 0
 * @param maxAssetClass the gross exposure to one asset class, above 0
 * @param maxCountry the gross exposure to one country, above 0
 * @param dailyLossHalt the loss since yesterday's close at which exposure may no longer grow
 * @param weeklyLossHalt the loss since last week's close, likewise
 * @param monthlyLossHalt the loss since last month's close, likewise
 * @param maxOrderNotional one order in money, positive
 * @param maxOrderQuantity one order in units; null for no such limit
 * @param allowedBrokers through whom; empty allows every broker
 * @param allowedOrderTypes which types
 * @param allowedAssetClasses which markets
 * @param enableShorting whether SHORT is allowed at all
 * @param maxShortFee the borrow fee per year above which nothing is sold short
 * @param requireBorrowLocate whether a loan must be located before selling short
 * @param enableSyntheticStop whether positions carry a stop that we watch ourselves
 * @param syntheticStop how far from the average price that stop is
 * @param croVetoEnabled whether the seventh gate asks
 * @param croVetoConfidence from which confidence a veto counts, 0 to 1
 * @param croVetoTimeout how long an answer is waited for
 * @param croVetoFailsOpen what silence means: true lets the order go, false denies it
 * @param maxPriceDistance how far a price that an order names may be from the last one, as a share of that; null for any
 * @param maxPriceAge how old the last price may be for an order that opens; null for any age
 * @param selfTradeGuard whose resting orders an order must not cross
 * @param maxOrdersPerSecond how many orders and replacements the fund may send within a second; null for any number
 * @param maxStrategyOrdersPerSecond how many each of its strategies may; null for any number
 * @param maxCancelRatio the share of the fund's last hundred orders that was asked to be canceled, from which on nothing
 *     more is opened until the first of them went an hour ago; null for no such limit
 * @param maxOpenOrders how many orders of the fund may be open; null for any number
 * @param version rising from 1
 * @param createdAt when this version was made
 * @param notes why; may be empty
 */
@Value.Builder
public record RiskEnvelope(
        EnvelopeId envelopeId,
        FundId fund,
        Money nav,
        Rate maxGrossExposure,
        Rate maxNetExposure,
        Rate maxPosition,
        @Nullable Money maxPositionValue,
        Rate maxSector,
        Rate maxAssetClass,
        Rate maxCountry,
        Rate dailyLossHalt,
        Rate weeklyLossHalt,
        Rate monthlyLossHalt,
        Money maxOrderNotional,
        @Nullable Quantity maxOrderQuantity,
        List<BrokerId> allowedBrokers,
        List<OrderType.Kind> allowedOrderTypes,
        List<AssetClass> allowedAssetClasses,
        boolean enableShorting,
        Rate maxShortFee,
        boolean requireBorrowLocate,
        boolean enableSyntheticStop,
        Rate syntheticStop,
        boolean croVetoEnabled,
        Rate croVetoConfidence,
        Duration croVetoTimeout,
        boolean croVetoFailsOpen,
        @Nullable Rate maxPriceDistance,
        @Nullable Duration maxPriceAge,
        SelfTradeGuard selfTradeGuard,
        @Nullable Integer maxOrdersPerSecond,
        @Nullable Integer maxStrategyOrdersPerSecond,
        @Nullable Rate maxCancelRatio,
        @Nullable Integer maxOpenOrders,
        int version,
        Instant createdAt,
        String notes) {

    private static final Rate FIVE = new Rate(Decimal.of(5));

    /** Validates, and copies. */
    public RiskEnvelope {
        Objects.requireNonNull(envelopeId, "envelopeId");
        Objects.requireNonNull(fund, "fund");
        Require.that(nav.signum() > 0, "nav must be positive, was " + nav);
        within("maxGrossExposure", maxGrossExposure, Rate.ZERO, FIVE);
        within("maxNetExposure", maxNetExposure, Rate.ZERO, FIVE);
        within("maxPosition", positive("maxPosition", maxPosition), Rate.ZERO, Rate.ONE);
        money("maxPositionValue", maxPositionValue, nav);
        positive("maxSector", maxSector);
        positive("maxAssetClass", maxAssetClass);
        positive("maxCountry", maxCountry);
        within("dailyLossHalt", positive("dailyLossHalt", dailyLossHalt), Rate.ZERO, Rate.ONE);
        within("weeklyLossHalt", positive("weeklyLossHalt", weeklyLossHalt), Rate.ZERO, Rate.ONE);
        within("monthlyLossHalt", positive("monthlyLossHalt", monthlyLossHalt), Rate.ZERO, Rate.ONE);
        money("maxOrderNotional", Objects.requireNonNull(maxOrderNotional, "maxOrderNotional"), nav);
        Require.that(
                maxOrderQuantity == null || !maxOrderQuantity.isZero(),
                "maxOrderQuantity must be positive, was " + maxOrderQuantity);
        allowedBrokers = List.copyOf(allowedBrokers);
        allowedOrderTypes = List.copyOf(allowedOrderTypes);
        allowedAssetClasses = List.copyOf(allowedAssetClasses);
        within("maxShortFee", maxShortFee, Rate.ZERO, FIVE);
        within("syntheticStop", positive("syntheticStop", syntheticStop), Rate.ZERO, Rate.ONE);
        within("croVetoConfidence", croVetoConfidence, Rate.ZERO, Rate.ONE);
        Require.that(croVetoTimeout.isPositive(), "croVetoTimeout must be positive, was " + croVetoTimeout);
        if (maxPriceDistance != null) {
            positive("maxPriceDistance", maxPriceDistance);
        }
        Require.that(
                maxPriceAge == null || maxPriceAge.isPositive(), "maxPriceAge must be positive, was " + maxPriceAge);
        Objects.requireNonNull(selfTradeGuard, "selfTradeGuard");
        count("maxOrdersPerSecond", maxOrdersPerSecond);
        count("maxStrategyOrdersPerSecond", maxStrategyOrdersPerSecond);
        if (maxCancelRatio != null) {
            within("maxCancelRatio", positive("maxCancelRatio", maxCancelRatio), Rate.ZERO, Rate.ONE);
        }
        count("maxOpenOrders", maxOpenOrders);
        Require.that(version >= 1, "version must be at least 1, was " + version);
        Objects.requireNonNull(createdAt, "createdAt");
        Require.note("notes", notes, 4_000);
    }

    /**
     * Starts an envelope with the house's defaults.
     *
     * @param nav the net asset value the shares refer to; the order limit is 100,000 of its currency
     * @return a builder that lacks identity, fund and time only
     */
    public static RiskEnvelopeBuilder builder(Money nav) {
        Currency currency = nav.currency();
        return new RiskEnvelopeBuilder()
                .nav(nav)
                .maxGrossExposure(Rate.ONE)
                .maxNetExposure(Rate.ONE)
                .maxPosition(Rate.parse("0.05"))
                .maxSector(Rate.parse("0.30"))
                .maxAssetClass(Rate.ONE)
                .maxCountry(Rate.ONE)
                .dailyLossHalt(Rate.parse("0.03"))
                .weeklyLossHalt(Rate.parse("0.08"))
                .monthlyLossHalt(Rate.parse("0.15"))
                .maxOrderNotional(new Money(Decimal.of(100_000), currency))
                .addAllowedOrderTypes(OrderType.Kind.MARKET, OrderType.Kind.LIMIT)
                .addAllowedAssetClasses(AssetClass.EQUITIES)
                .enableShorting(false)
                .maxShortFee(Rate.ofBps(200))
                .requireBorrowLocate(false)
                .enableSyntheticStop(true)
                .syntheticStop(Rate.parse("0.10"))
                .croVetoEnabled(false)
                .croVetoConfidence(Rate.parse("0.85"))
                .croVetoTimeout(Duration.ofSeconds(5))
                .croVetoFailsOpen(false)
                .selfTradeGuard(SelfTradeGuard.OFF)
                .version(1)
                .notes("");
    }

    private static Rate positive(String name, Rate rate) {
        Require.that(rate.value().signum() > 0, name + " must be positive, was " + rate);
        return rate;
    }

    private static void count(String name, @Nullable Integer count) {
        Require.that(count == null || count >= 1, name + " must be at least 1, was " + count);
    }

    private static void within(String name, Rate rate, Rate from, Rate to) {
        Require.that(
                rate.compareTo(from) >= 0 && rate.compareTo(to) <= 0,
                name + " must be in [" + from + ", " + to + "], was " + rate);
    }

    private static void money(String name, @Nullable Money money, Money nav) {
        Require.that(
                money == null || (money.signum() > 0 && money.currency().equals(nav.currency())),
                name + " must be positive " + nav.currency() + ", was " + money);
    }
}
