package io.mts1b.riskengine.margin;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.Instrument;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a margin account in the United States asks for shares.
 *
 * <p>Initial: half of the value, long or short (Federal Reserve, Regulation T, 12 CFR 220.12), and never less than the
 * maintenance (FINRA Rule 4210(b)). Maintenance (FINRA Rule 4210(c)): a quarter of the value of long shares; of a short share the larger of 30 percent and five dollars from five
 * dollars up, and the larger of its value and 2.50 dollars below. Equity counts the proceeds of short sales as cash and the
 * shorts as negative value, so these are the parts beyond the proceeds. Brokers may ask for more.
 */
public final class RegulationT {

    private static final Decimal INITIAL = Decimal.parse("0.5");
    private static final Decimal LONG = Decimal.parse("0.25");
    private static final Decimal SHORT = Decimal.parse("0.3");
    private static final Decimal CHEAP = Decimal.of(5);
    private static final Decimal LEAST_PER_SHARE = Decimal.of(5);
    private static final Decimal LEAST_PER_CHEAP_SHARE = Decimal.parse("2.5");

    private RegulationT() {}

    /**
     * Returns what positions ask for together.
     *
     * @param positions shares in dollars
     * @return the sums of what each asks for
     * @throws IllegalArgumentException if one is no share, or not in dollars
     */
    public static MarginRequirement of(List<MarginPosition> positions) {
        MarginRequirement sum = new MarginRequirement(Money.zero(Currency.USD), Money.zero(Currency.USD));
        for (MarginPosition position : positions) {
            sum = sum.plus(of(position));
        }
        return sum;
    }

    private static MarginRequirement of(MarginPosition position) {
        Instrument instrument = position.instrument();
        Require.that(
                instrument instanceof Instrument.Equity
                        && instrument.terms().currency().equals(Currency.USD),
                "Regulation T must be asked of shares in USD, was " + instrument.id() + " in "
                        + instrument.terms().currency());
        Money value = position.value().abs();
        Money initial = value.times(INITIAL, RoundingMode.UP);
        Money maintenance = position.isLong() ? value.times(LONG, RoundingMode.UP) : ofShort(position, value);
        return new MarginRequirement(larger(initial, maintenance), maintenance);
    }

    private static Money larger(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Money ofShort(MarginPosition position, Money value) {
        boolean cheap = position.price().value().compareTo(CHEAP) < 0;
        Decimal perShare = cheap ? LEAST_PER_CHEAP_SHARE : LEAST_PER_SHARE;
        Money least = new Money(perShare.times(position.quantity().abs()), Currency.USD);
        Money share = cheap ? value : value.times(SHORT, RoundingMode.UP);
        return larger(share, least);
    }
}
