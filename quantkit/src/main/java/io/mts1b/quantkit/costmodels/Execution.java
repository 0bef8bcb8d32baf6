package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One execution, with all that a fee depends on.
 *
 * @param terms how the instrument is counted
 * @param base the asset that is bought, where fees may be paid in it, such as BTC; empty for what is no money
 * @param side the side of the order
 * @param quantity how much was traded, positive
 * @param price at what price
 * @param liquidity what it did to the book
 * @param date the trade date, by the calendar of the market
 */
public record Execution(
        ContractTerms terms,
        Optional<Currency> base,
        Side side,
        Quantity quantity,
        Price price,
        Liquidity liquidity,
        LocalDate date) {

    /** Validates. */
    public Execution {
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(liquidity, "liquidity");
        Objects.requireNonNull(date, "date");
    }

    boolean isBuy() {
        return side.sign() > 0;
    }

    BigDecimal units() {
        return quantity.value().toBigDecimal();
    }

    /** The value without its sign: an oil future below zero is charged as one above. Nothing is rounded. */
    BigDecimal value() {
        return price.value()
                .toBigDecimal()
                .multiply(units())
                .multiply(terms.multiplier().toBigDecimal())
                .abs();
    }
}
