package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.Instrument.Perpetual;
import java.math.RoundingMode;

/** What is paid and received for holding a position: positive comes in, negative goes out. */
public final class CashFlows {

    private CashFlows() {}

    /**
     * Returns the funding of a perpetual future for one interval: while the rate is positive the long pay the short.
     *
     * @param perpetual the contract; an inverse one is valued, and pays, in its base currency
     * @param position the number of contracts, negative if short
     * @param mark the mark price, positive
     * @param rate the rate of the interval, not of a year
     * @return minus rate times value, in the decimals a ledger keeps
     */
    public static Money funding(Perpetual perpetual, Decimal position, Price mark, Rate rate) {
        Require.that(mark.isPositive(), "mark must be positive, was " + mark);
        Money value = switch (perpetual.settlement()) {
            case LINEAR, QUANTO -> perpetual.terms().value(mark, position);
            case INVERSE ->
                new Money(
                        position.times(perpetual.terms().multiplier())
                                .dividedBy(mark.value(), perpetual.base().ledgerScale(), RoundingMode.HALF_EVEN),
                        perpetual.base());
        };
        return rate.of(value, RoundingMode.HALF_EVEN).negated();
    }

    /**
     * Returns a dividend: who is long is paid it less the tax withheld, who is short pays it to his lender in full.
     *
     * @param position the number of shares at the record date, negative if short
     * @param perShare the dividend of a share, zero or more
     * @param withheld the tax as a share of the dividend, in [0, 1]
     * @return the flow in whole minor units; the tax is rounded half up
     */
    public static Money dividend(Decimal position, Money perShare, Rate withheld) {
        Require.that(perShare.signum() >= 0, "perShare must not be negative, was " + perShare);
        Require.that(
                withheld.value().signum() >= 0 && withheld.compareTo(Rate.ONE) <= 0,
                "withheld must be in [0, 1], was " + withheld);
        Money gross = perShare.times(position, RoundingMode.HALF_EVEN).rounded(RoundingMode.HALF_UP);
        return position.signum() < 0
                ? gross
                : gross.minus(withheld.of(gross, RoundingMode.HALF_EVEN).rounded(RoundingMode.HALF_UP));
    }
}
