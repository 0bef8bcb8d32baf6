package io.mts1b.oms;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.riskengine.gates.MostPrice;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * At which prices, and how much at once, a fund's limits let it close: at the market where that is allowed, else at a limit
 * that gives way, on tick and within the limits' collar.
 *
 * @param type at which prices
 * @param limits the limits
 * @param terms how the instrument is counted
 * @param unit what one is taken to be worth, in the currency of the limits; null if nobody knows
 */
record FlattenTerms(
        OrderType type,
        RiskEnvelope limits,
        ContractTerms terms,
        @Nullable Money unit) {

    /** How far a limit gives way where the limits say nothing. */
    private static final Rate CONCESSION = Rate.parse("0.01");

    private static final int PLACES = 9;

    static Optional<FlattenTerms> of(OmsState state, FundId fund, Instrument instrument, boolean sells) {
        RiskEnvelope limits = state.envelope(fund).orElse(null);
        if (limits == null) {
            return Optional.empty();
        }
        ContractTerms terms = instrument.terms();
        Price last = state.lastPrice(instrument.id()).orElse(null);
        if (limits.allowedOrderTypes().contains(OrderType.Kind.MARKET)) {
            return Optional.of(
                    new FlattenTerms(new OrderType.Market(), limits, terms, unit(state, limits, terms, last)));
        }
        if (last == null) {
            return Optional.empty();
        }
        Price limit = limit(limits, terms, last, sells);
        OrderType type = limits.allowedOrderTypes().contains(OrderType.Kind.MARKETABLE_LIMIT)
                ? new OrderType.MarketableLimit(limit)
                : new OrderType.Limit(limit);
        Price most = MostPrice.of(type, sells ? Side.SELL : Side.COVER, last);
        return limits.allowedOrderTypes().contains(type.kind())
                ? Optional.of(new FlattenTerms(type, limits, terms, unit(state, limits, terms, most)))
                : Optional.empty();
    }

    private static @Nullable Money unit(
            OmsState state, RiskEnvelope limits, ContractTerms terms, @Nullable Price price) {
        Currency currency = limits.maxOrderNotional().currency();
        return price == null
                ? null
                : state.convert(terms.value(price, Decimal.ONE).abs(), currency).orElse(null);
    }

    /** Rounded towards the last price, so that the collar holds. */
    private static Price limit(RiskEnvelope limits, ContractTerms terms, Price last, boolean sells) {
        Rate collar = limits.maxPriceDistance();
        Rate way = collar != null && collar.compareTo(CONCESSION) < 0 ? collar : CONCESSION;
        Decimal concession = last.value().abs().times(way.value(), PLACES, RoundingMode.DOWN);
        Decimal least = sells ? last.value().minus(concession) : last.value().plus(concession);
        Decimal tick = terms.tick().value();
        RoundingMode towards = sells ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return new Price(tick.times(least.wholeMultiples(tick, towards)));
    }

    /** Returns as much of a quantity as one order may be, in whole lots. */
    Quantity atMost(Quantity wanted) {
        Quantity most = limits.maxOrderQuantity();
        Decimal quantity = most == null ? wanted.value() : wanted.value().min(most.value());
        if (unit != null && unit.signum() > 0) {
            Decimal room = limits.maxOrderNotional().amount().dividedBy(unit.amount(), PLACES, RoundingMode.DOWN);
            quantity = quantity.min(room);
        }
        return terms.wholeLots(quantity);
    }
}
