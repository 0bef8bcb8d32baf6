package io.mts1b.foundation.positions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.ContractTerms;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that was opened by one trade at one price, and closed by at most one other.
 *
 * <p>A trade that closes part of a lot splits it: the closed part keeps the identity with the number of
 * the part behind it, the rest stays open.
 *
 * @param lotId its identity
 * @param quantity how much, with a sign: negative for a short lot; not zero
 * @param openedAt when it was opened
 * @param openPrice at what price
 * @param closing how it ended; null while open
 */
public record TaxLot(
        LotId lotId,
        Decimal quantity,
        Instant openedAt,
        Price openPrice,
        @Nullable Closing closing) {

    /** Validates. */
    public TaxLot {
        Objects.requireNonNull(lotId, "lotId");
        Require.that(!quantity.isZero(), "quantity must not be zero");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(openPrice, "openPrice");
    }

    /**
     * The end of a lot.
     *
     * @param at when it was closed
     * @param price at what price
     */
    public record Closing(Instant at, Price price) {

        /** Validates. */
        public Closing {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(price, "price");
        }
    }

    /**
     * Tells whether the lot is still held.
     *
     * @return true until it is closed
     */
    public boolean isOpen() {
        return closing == null;
    }

    /**
     * Returns what closing the lot gained, fees aside.
     *
     * @param terms how the instrument is counted
     * @return quantity times (close - open) times multiplier, in the instrument's currency; empty while open
     */
    public Optional<Money> gain(ContractTerms terms) {
        return closing == null ? Optional.empty() : Optional.of(gainAt(closing.price(), terms));
    }

    /**
     * Returns what closing the lot at a price gains.
     *
     * @param price the price
     * @param terms how the instrument is counted
     * @return quantity times (price - open) times multiplier, in the instrument's currency
     */
    public Money gainAt(Price price, ContractTerms terms) {
        return terms.value(price.minus(openPrice), quantity);
    }
}
