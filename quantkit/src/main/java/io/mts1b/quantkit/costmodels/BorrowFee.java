package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What a short position pays for the shares it borrowed: interest on their collateral, for each calendar day from
 * settlement to settlement, weekends included.
 *
 * @param rate the fee for a year, negative where the lender pays
 * @param dayCount the days of a year
 * @param collateral the collateral as a share of the price, at least one
 * @param wholeUnits whether the collateral of one share is rounded up to the next whole dollar, as is done in the US
 */
public record BorrowFee(Rate rate, DayCount dayCount, Rate collateral, boolean wholeUnits) {

    private static final Rate HUNDRED_AND_TWO = Rate.parse("1.02");

    /** Validates. */
    public BorrowFee {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(dayCount, "dayCount");
        Require.that(collateral.compareTo(Rate.ONE) >= 0, "collateral must be at least 1, was " + collateral);
    }

    /**
     * Returns the practice of the US: 102 % of the price, rounded up to the dollar, for a year of 360 days.
     *
     * @param rate the fee for a year
     * @return the fee
     */
    public static BorrowFee unitedStates(Rate rate) {
        return new BorrowFee(rate, DayCount.ACTUAL_360, HUNDRED_AND_TWO, true);
    }

    /**
     * Returns the fee.
     *
     * @param terms how the instrument is counted
     * @param shares the settled short position, without its sign
     * @param mark the closing price, positive
     * @param days for how many calendar days
     * @return the charge in the decimals a ledger keeps, negative if the lender pays
     */
    public Money charge(ContractTerms terms, Quantity shares, Price mark, int days) {
        Require.that(mark.isPositive(), "mark must be positive, was " + mark);
        Decimal held = mark.value().times(collateral.value(), Decimal.MAX_SCALE / 2, RoundingMode.UP);
        Price lent = new Price(wholeUnits ? held.rounded(0, RoundingMode.CEILING) : held);
        return dayCount.interest(terms.value(lent, shares.value()), rate, days);
    }
}
