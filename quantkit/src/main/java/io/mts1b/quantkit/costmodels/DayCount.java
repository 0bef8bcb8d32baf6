package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many days a year of interest has. */
public enum DayCount {
    /** 360, as in dollars and euros. */
    ACTUAL_360(360),
    /** 365, as in pounds and at many brokers. */
    ACTUAL_365(365);

    private final int year;

    DayCount(int year) {
        this.year = year;
    }

    /**
     * Returns simple interest: {@code principal rate days / year}.
     *
     * @param principal what it is paid on
     * @param rate the rate for a year
     * @param days how many calendar days, zero or more
     * @return the interest in the decimals a ledger keeps, rounded half to even, so that days add up
     * @throws ArithmeticException if it does not fit
     */
    public Money interest(Money principal, Rate rate, int days) {
        Require.that(days >= 0, "days must not be negative, was " + days);
        BigDecimal amount = principal
                .amount()
                .toBigDecimal()
                .multiply(rate.value().toBigDecimal())
                .multiply(BigDecimal.valueOf(days));
        int places = principal.currency().ledgerScale();
        return new Money(
                Decimal.of(amount.divide(BigDecimal.valueOf(year), places, RoundingMode.HALF_EVEN)),
                principal.currency());
    }
}
