package io.mts1b.foundation.numbers;

import io.mts1b.foundation.TextValue;
import java.math.RoundingMode;

/**
 * An exact amount of a currency, positive or negative.
 *
 * <p>Sums are exact. Products take a {@link RoundingMode} and keep {@link Currency#ledgerScale()}
 * decimals. Two currencies never mix: adding or comparing them is refused.
 *
 * @param amount the number
 * @param currency what it counts
 */
public record Money(Decimal amount, Currency currency) implements Comparable<Money>, TextValue {

    /**
     * Returns no money.
     *
     * @param currency of this currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(Decimal.ZERO, currency);
    }

    /**
     * Reads text such as {@code "12.50 USD"}.
     *
     * @param text the number, one space and the currency's code
     * @return the amount
     * @throws IllegalArgumentException if it is anything else
     * @throws ArithmeticException if the number does not fit
     */
    public static Money parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("text must be a number, a space and a currency, was '" + text + "'");
        }
        return new Money(Decimal.parse(text.substring(0, space)), Currency.parse(text.substring(space + 1)));
    }

    /**
     * Returns what a quantity costs at a price, in decimals a ledger keeps.
     *
     * @param price the price per unit, in {@code currency}
     * @param quantity the number of units, negative for a short position
     * @param currency the currency of the price
     * @return the product, rounded half to even at {@link Currency#ledgerScale()}
     */
    public static Money ofTrade(Price price, Decimal quantity, Currency currency) {
        return new Money(price.value().times(quantity, currency.ledgerScale(), RoundingMode.HALF_EVEN), currency);
    }

    /**
     * Returns the sum of two amounts.
     *
     * @param addend the amount to add, of the same currency
     * @return the sum
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money addend) {
        requireSame(addend);
        return new Money(amount.plus(addend.amount), currency);
    }

    /**
     * Returns the difference of two amounts.
     *
     * @param subtrahend the amount to take away, of the same currency
     * @return the difference
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money subtrahend) {
        requireSame(subtrahend);
        return new Money(amount.minus(subtrahend.amount), currency);
    }

    /**
     * Returns a multiple of this amount, in decimals a ledger keeps.
     *
     * @param factor how many times
     * @param rounding how to drop the decimals beyond {@link Currency#ledgerScale()}
     * @return the product
     */
    public Money times(Decimal factor, RoundingMode rounding) {
        return new Money(amount.times(factor, currency.ledgerScale(), rounding), currency);
    }

    /**
     * Returns this amount in whole minor units, as it is paid.
     *
     * @param rounding how to drop the decimals beyond {@link Currency#minorUnits()}
     * @return the amount in cents, yen or satoshi
     */
    public Money rounded(RoundingMode rounding) {
        return new Money(amount.rounded(currency.minorUnits(), rounding), currency);
    }

    /**
     * Returns the amount with the other sign.
     *
     * @return the negation
     */
    public Money negated() {
        return new Money(amount.negated(), currency);
    }

    /**
     * Returns the amount without its sign.
     *
     * @return the distance from zero
     */
    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    /**
     * Returns the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return amount.signum();
    }

    /** Compares amounts of one currency; throws IllegalArgumentException for two. */
    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return amount.compareTo(other.amount);
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency must be " + currency + ", was " + other.currency);
        }
    }

    /** Returns the number, a space and the currency's code. */
    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
