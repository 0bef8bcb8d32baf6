package io.mts1b.foundation.numbers;

import java.math.RoundingMode;
import java.util.Optional;

/** What currencies are worth in each other. */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * Returns what one unit of a currency is worth.
     *
     * @param currency whose unit
     * @param in what is counted in
     * @return the rate, positive, and one for the same currency; empty if nobody knows
     */
    Optional<Decimal> rate(Currency currency, Currency in);

    /**
     * Returns what an amount is worth.
     *
     * @param amount how much of what
     * @param in what is counted in
     * @return the amount times the rate, rounded half to even at {@link Currency#ledgerScale()}; zero is zero in any
     *     currency; empty if nobody knows the rate
     * @throws ArithmeticException if the product does not fit
     */
    default Optional<Money> convert(Money amount, Currency in) {
        if (amount.currency().equals(in)) {
            return Optional.of(amount);
        }
        if (amount.signum() == 0) {
            return Optional.of(Money.zero(in));
        }
        return rate(amount.currency(), in)
                .map(rate -> new Money(amount.amount().times(rate, in.ledgerScale(), RoundingMode.HALF_EVEN), in));
    }
}
