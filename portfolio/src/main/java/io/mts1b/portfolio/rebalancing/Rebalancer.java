package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.rebalancing.TradeList.Planned;
import io.mts1b.portfolio.rebalancing.TradeList.Reason;
import io.mts1b.portfolio.rebalancing.TradeList.Refused;
import io.mts1b.portfolio.rebalancing.TradeList.Skipped;
import io.mts1b.portfolio.rebalancing.TradeList.Why;
import io.mts1b.quantkit.allocation.Weights;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans the trades from what is held to what is wanted, in whole lots, leaving out those that are not worth their cost.
 *
 * <p>The net asset value is the cash and the value of all holdings. The rule says which weights to go to; a weight it
 * leaves as it is causes no trade. Closing trades come first, and what they bring in pays for opening ones, which are
 * cut to the lots that can be paid. A trade that closes a position whole is never left out for being small or costly
 * to do: remainders would stay for ever.
 *
 * <p>Immutable and thread-safe if the costs are.
 *
 * @param rule which weights to go to
 * @param costs what trading costs
 * @param leastTrade the least value that is worth a trade, zero or more, in the currency of the fund
 * @param mostCost the largest cost as a share of the value traded, zero or more
 */
public record Rebalancer(RebalanceRule rule, TradingCosts costs, Money leastTrade, Rate mostCost) {

    private static final int WEIGHT_PLACES = 12;
    private static final int UNIT_PLACES = 8;

    /** Validates. */
    public Rebalancer {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(costs, "costs");
        Require.that(leastTrade.signum() >= 0, "leastTrade must not be negative, was " + leastTrade);
        Require.that(mostCost.value().signum() >= 0, "mostCost must not be negative, was " + mostCost);
    }

    /**
     * Plans.
     *
     * @param holdings the instruments held or wanted, each once, at least one
     * @param cash the cash of the fund, negative if it has borrowed
     * @return the trades, or why there are none
     * @throws IllegalArgumentException if there is no instrument, or one comes twice
     */
    public TradeList plan(List<Holding> holdings, Money cash) {
        Require.that(!holdings.isEmpty(), "holdings must be at least 1, were 0");
        SortedMap<InstrumentId, Holding> byInstrument = new TreeMap<>();
        Money nav = cash;
        for (Holding holding : holdings) {
            InstrumentId id = holding.instrument();
            Require.that(byInstrument.put(id, holding) == null, "instrument must come once, was " + id);
            if (!holding.price().isPositive()) {
                return new Refused(id, Reason.PRICE_NOT_POSITIVE, "price must be positive, was " + holding.price());
            }
            if (!holding.terms().currency().equals(cash.currency())) {
                return new Refused(
                        id,
                        Reason.OTHER_CURRENCY,
                        "currency must be " + cash.currency() + ", was "
                                + holding.terms().currency());
            }
            nav = nav.plus(holding.terms().value(holding.price(), holding.quantity()));
        }
        if (nav.signum() <= 0) {
            return new Refused(
                    byInstrument.firstKey(), Reason.VALUE_NOT_POSITIVE, "net asset value must be positive, was " + nav);
        }
        return select(Rebalance.plan(held(byInstrument), wanted(byInstrument, nav)), byInstrument, cash);
    }

    private static SortedMap<InstrumentId, Decimal> held(SortedMap<InstrumentId, Holding> holdings) {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>();
        holdings.forEach((id, holding) -> held.put(id, holding.quantity()));
        return held;
    }

    private SortedMap<InstrumentId, Decimal> wanted(SortedMap<InstrumentId, Holding> holdings, Money nav) {
        double[] current = holdings.values().stream()
                .mapToDouble(
                        h -> h.terms().value(h.price(), h.quantity()).amount().toReal()
                                / nav.amount().toReal())
                .toArray();
        double[] target =
                holdings.values().stream().mapToDouble(Holding::target).toArray();
        Weights next = rule.next(Weights.of(current), Weights.of(target));
        SortedMap<InstrumentId, Decimal> wanted = new TreeMap<>();
        int asset = 0;
        for (Holding holding : holdings.values()) {
            double weight = next.get(asset);
            if (Double.compare(weight, current[asset]) != 0) {
                wanted.put(holding.instrument(), lots(holding, weight, nav));
            }
            asset++;
        }
        return wanted;
    }

    /** Returns the whole lots a weight is worth, cut towards zero. */
    private static Decimal lots(Holding holding, double weight, Money nav) {
        Decimal share = Decimal.ofReal(Math.abs(weight), WEIGHT_PLACES, RoundingMode.HALF_EVEN);
        Decimal units = nav.times(share, RoundingMode.DOWN)
                .amount()
                .dividedBy(holding.price().value(), UNIT_PLACES, RoundingMode.DOWN)
                .dividedBy(holding.terms().multiplier(), UNIT_PLACES, RoundingMode.DOWN);
        Decimal lots = holding.terms().wholeLots(units).value();
        return weight < 0 ? lots.negated() : lots;
    }

    private Planned select(List<PlannedTrade> wished, SortedMap<InstrumentId, Holding> holdings, Money cash) {
        List<PricedTrade> trades = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        Money left = cash;
        for (PlannedTrade wish : wished) {
            Holding holding = Objects.requireNonNull(holdings.get(wish.instrument()));
            PricedTrade whole = price(wish, holding);
            Optional<PricedTrade> paid = affordable(whole, holding, left);
            Optional<Why> why = paid.isEmpty() ? Optional.of(Why.NO_CASH) : against(paid.get(), holding);
            if (why.isPresent()) {
                skipped.add(new Skipped(whole, why.get()));
            } else {
                trades.add(paid.orElseThrow());
                left = left.plus(paid.orElseThrow().cash());
            }
        }
        return new Planned(trades, skipped, left);
    }

    private Optional<Why> against(PricedTrade priced, Holding holding) {
        PlannedTrade trade = priced.trade();
        if (!trade.side().opens()
                && trade.quantity().value().equals(holding.quantity().abs())) {
            return Optional.empty();
        }
        if (priced.value().compareTo(leastTrade) < 0) {
            return Optional.of(Why.TOO_SMALL);
        }
        return priced.cost().compareTo(mostCost.of(priced.value(), RoundingMode.DOWN)) > 0
                ? Optional.of(Why.TOO_COSTLY)
                : Optional.empty();
    }

    /** Cuts a purchase that opens a position to the largest number of lots that can be paid; empty for none. */
    private Optional<PricedTrade> affordable(PricedTrade whole, Holding holding, Money cash) {
        if (!whole.trade().side().opens()
                || whole.cash().signum() >= 0
                || cash.plus(whole.cash()).signum() >= 0) {
            return Optional.of(whole);
        }
        Decimal lot = holding.terms().lot().value();
        long fits = 0;
        long fails = whole.trade()
                .quantity()
                .value()
                .wholeMultiples(lot, RoundingMode.UP)
                .toUnscaled(0);
        while (fails - fits > 1) {
            long lots = (fits + fails) >>> 1;
            if (cash.plus(price(part(whole, lot, lots), holding).cash()).signum() >= 0) {
                fits = lots;
            } else {
                fails = lots;
            }
        }
        return fits == 0 ? Optional.empty() : Optional.of(price(part(whole, lot, fits), holding));
    }

    private static PlannedTrade part(PricedTrade whole, Decimal lot, long lots) {
        PlannedTrade trade = whole.trade();
        return new PlannedTrade(trade.instrument(), trade.side(), new Quantity(lot.times(Decimal.of(lots))));
    }

    private PricedTrade price(PlannedTrade trade, Holding holding) {
        Quantity quantity = trade.quantity();
        Money value = holding.terms().value(holding.price(), quantity.value());
        Price expected =
                costs.worsen(holding.price(), trade.side(), holding.terms().tick());
        Money loss =
                holding.terms().value(expected, quantity.value()).minus(value).abs();
        return new PricedTrade(
                trade,
                value,
                costs.charge(holding.terms(), quantity, holding.price()).plus(loss));
    }
}
