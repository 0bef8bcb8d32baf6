package io.mts1b.foundation.symbology;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.ExchangeRates;
import io.mts1b.foundation.numbers.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the prices of currency pairs say of currencies: EUR/USD at 1.10 makes a euro worth 1.10 dollars, and a dollar worth
 * 1/1.10 euros. Only a pair of the two says something; nothing is crossed through a third.
 *
 * <p>Where several venues price a pair, the first in the order of their identities that has a price speaks. Confined to one
 * thread.
 */
public final class CurrencyPairs implements ExchangeRates {

    private static final Optional<Decimal> SAME = Optional.of(Decimal.ONE);

    /** As many digits as a decimal surely has room for. */
    private static final MathContext INVERSE = new MathContext(17, RoundingMode.HALF_EVEN);

    private final Function<InstrumentId, Optional<Price>> prices;
    // Looked up in.
    private final Map<Pair, SortedSet<InstrumentId>> pairs = new LinkedHashMap<>();

    /**
     * One currency priced in another.
     *
     * @param base what is priced
     * @param quote in what
     */
    public record Pair(Currency base, Currency quote) {

        /**
         * Returns the currencies that an instrument relates.
         *
         * @param instrument anything
         * @return its pair; empty unless one unit of it is one unit of a currency
         */
        public static Optional<Pair> of(Instrument instrument) {
            if (!instrument.terms().multiplier().equals(Decimal.ONE)) {
                return Optional.empty();
            }
            Currency quote = instrument.terms().currency();
            return switch (instrument) {
                case Instrument.FxPair pair -> Optional.of(new Pair(pair.base(), quote));
                case Instrument.CryptoSpot pair -> Optional.of(new Pair(pair.base(), quote));
                case Instrument.Equity _,
                        Instrument.Option _,
                        Instrument.Future _,
                        Instrument.Perpetual _,
                        Instrument.SportsOutcome _,
                        Instrument.EventContract _ -> Optional.empty();
            };
        }
    }

    /**
     * Makes what knows no pair yet.
     *
     * @param prices the last price of an instrument; empty if it never had one
     */
    public CurrencyPairs(Function<InstrumentId, Optional<Price>> prices) {
        this.prices = prices;
    }

    /**
     * Takes an instrument, if it is a pair.
     *
     * @param instrument anything; the same again changes nothing, and what it was before is forgotten
     */
    public void list(Instrument instrument) {
        pairs.values().forEach(priced -> priced.remove(instrument.id()));
        Pair.of(instrument)
                .ifPresent(pair ->
                        pairs.computeIfAbsent(pair, _ -> new TreeSet<>()).add(instrument.id()));
    }

    @Override
    public Optional<Decimal> rate(Currency currency, Currency in) {
        if (currency.equals(in)) {
            return SAME;
        }
        Optional<Decimal> direct = price(new Pair(currency, in));
        return direct.isPresent() ? direct : price(new Pair(in, currency)).flatMap(CurrencyPairs::inverse);
    }

    private Optional<Decimal> price(Pair pair) {
        SortedSet<InstrumentId> priced = pairs.get(pair);
        if (priced == null) {
            return Optional.empty();
        }
        for (InstrumentId id : priced) {
            Optional<Price> price = prices.apply(id).filter(Price::isPositive);
            if (price.isPresent()) {
                return price.map(Price::value);
            }
        }
        return Optional.empty();
    }

    /** What is too small or too large to be counted is as good as not known. */
    private static Optional<Decimal> inverse(Decimal rate) {
        BigDecimal inverse = BigDecimal.ONE.divide(rate.toBigDecimal(), INVERSE);
        Decimal rounded = Decimal.of(
                inverse.setScale(Math.min(Math.max(inverse.scale(), 0), Decimal.MAX_SCALE), RoundingMode.HALF_EVEN));
        return Optional.of(rounded).filter(positive -> positive.signum() > 0);
    }
}
