package io.mts1b.oms.risk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsState;
import io.mts1b.quantkit.options.BlackScholes;
import io.mts1b.quantkit.options.ImpliedVolatility;
import io.mts1b.riskengine.portfoliorisk.FundRisk;
import io.mts1b.riskengine.portfoliorisk.OptionMarket;
import io.mts1b.riskengine.portfoliorisk.RiskPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a fund holds at the last prices and rates, as risk sees it: that rates move is not among its risks. An option moves with its underlying, at the volatility that its own last
 * price implies.
 *
 * @param fund whose
 * @param at when the last prices were marked
 * @param nav what the fund is worth
 * @param held what is held
 * @param wished what orders would add that are not sent yet
 */
public record HeldPortfolio(FundId fund, Instant at, Money nav, FundRisk held, List<RiskPosition> wished) {

    /** Validates, and copies. */
    public HeldPortfolio {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(nav, "nav");
        Objects.requireNonNull(held, "held");
        wished = List.copyOf(wished);
    }

    /**
     * Looks at a fund. On the thread of the state; what is returned may go to any.
     *
     * @param state the fold
     * @param fund a fund that was opened
     * @param wishes signed quantities that would be bought or sold, by instrument; may be empty
     * @param rate the riskless rate per year, at which options are valued
     * @return the portfolio
     * @throws IllegalArgumentException if the fund is not open, an instrument is not listed, or it, or the underlying of an
     *     option, has no positive price
     */
    public static HeldPortfolio of(OmsState state, FundId fund, SortedMap<InstrumentId, Decimal> wishes, double rate) {
        Require.that(state.fund(fund).isPresent(), () -> "fund " + fund + " must be open");
        Instant at = state.market()
                .orElseThrow(() -> new IllegalArgumentException("prices must have been marked before risk is measured"))
                .at();
        Currency currency = state.fund(fund).orElseThrow().baseCurrency();
        FundRisk held =
                new FundRisk(currency, positions(state, new TreeMap<>(state.positions(fund)), currency, at, rate));
        return new HeldPortfolio(fund, at, state.nav(fund), held, positions(state, wishes, currency, at, rate));
    }

    private static List<RiskPosition> positions(
            OmsState state, SortedMap<InstrumentId, Decimal> quantities, Currency currency, Instant at, double rate) {
        List<RiskPosition> positions = new ArrayList<>();
        quantities.forEach((id, quantity) -> positions.add(position(state, id, quantity, currency, at, rate)));
        return positions;
    }

    private static RiskPosition position(
            OmsState state, InstrumentId id, Decimal quantity, Currency currency, Instant at, double rate) {
        Instrument instrument =
                Require.present(state.instrument(id).orElse(null), () -> "instrument " + id + " must be listed");
        Price price = price(state, id);
        RiskPosition position = instrument instanceof Instrument.Option option
                ? RiskPosition.of(option, quantity, market(state, option, price, at, rate), at)
                : RiskPosition.of(instrument, quantity, price);
        Currency own = instrument.terms().currency();
        if (own.equals(currency)) {
            return position;
        }
        Decimal rated = Require.present(
                state.rate(own, currency).orElse(null),
                () -> "the rate of " + own + " in " + currency + " must be known, in which " + id + " is priced");
        return position.at(rated.toReal());
    }

    /** An option that costs no more than it brings for certain has no volatility. */
    private static OptionMarket market(OmsState state, Instrument.Option option, Price price, Instant at, double rate) {
        Price spot = price(state, option.underlying());
        OptionMarket still = new OptionMarket(spot, 0, rate, 0);
        BlackScholes terms = Require.present(
                RiskPosition.of(option, Decimal.ONE, still, at).option(), "an option must have a model");
        double volatility = terms.years() > 0
                ? ImpliedVolatility.of(price.value().toReal(), terms).orElse(0)
                : 0;
        return new OptionMarket(spot, volatility, rate, 0);
    }

    private static Price price(OmsState state, InstrumentId id) {
        Price price = Require.present(state.lastPrice(id).orElse(null), () -> id + " must have had a price");
        Require.that(price.isPositive(), () -> "price of " + id + " must be positive, was " + price);
        return price;
    }
}
