package io.mts1b.omsalgos.analysis;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parent order when it is over.
 *
 * @param side its side
 * @param quantity how much was wanted
 * @param terms how the instrument is counted
 * @param decision the price when it was decided
 * @param arrival the price when it arrived at the market
 * @param close the price at the end, that of what was not traded; null if unknown, when all was
 * @param fills the fills of all its children, at whatever venues, together no more than the quantity
 */
public record ParentResult(
        Side side,
        Quantity quantity,
        ContractTerms terms,
        Price decision,
        Price arrival,
        @Nullable Price close,
        List<Fill> fills) {

    /** Validates, and copies. */
    public ParentResult {
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(arrival, "arrival");
        fills = List.copyOf(fills);
        Quantity filled = Quantity.ZERO;
        for (Fill fill : fills) {
            Require.that(fill.side() == side, "fills must be of side " + side + ", was " + fill);
            filled = filled.plus(fill.quantity());
        }
        Require.that(filled.compareTo(quantity) <= 0, "fills must not exceed " + quantity + ", were " + filled);
        Require.that(
                close != null || filled.equals(quantity),
                "close must be given where only " + filled + " of " + quantity + " was filled");
    }

    /**
     * Returns how much traded.
     *
     * @return the sum of the fills
     */
    public Quantity filled() {
        return fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Returns a quantity with the sign of the side. */
    Decimal signed(Quantity some) {
        return side.signed(some);
    }
}
