package io.mts1b.foundation.positions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.RoundingMode;
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
 * @param openPrice at what price, after corporate actions
 * @param adjustment what it cost beside its quantity at the opening price, with the sign of the quantity: zero until a
 *     corporate action leaves it with a price that is not exact; in the instrument's currency
 * @param closing how it ended; null while open
 */
public record TaxLot(
        LotId lotId,
        Decimal quantity,
        Instant openedAt,
        Price openPrice,
        Decimal adjustment,
        @Nullable Closing closing) {

    private static final int PRICE_PLACES = 8;
    private static final int LEDGER_PLACES = 6;

    /** Validates. */
    public TaxLot {
        Objects.requireNonNull(lotId, "lotId");
        Require.that(!quantity.isZero(), "quantity must not be zero");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(openPrice, "openPrice");
        Objects.requireNonNull(adjustment, "adjustment");
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
     * @return what it gains at the price it was closed at; empty while open
     */
    public Optional<Money> gain(ContractTerms terms) {
        return closing == null ? Optional.empty() : Optional.of(gainAt(closing.price(), terms));
    }

    /**
     * Returns what closing the lot at a price gains.
     *
     * @param price the price
     * @param terms how the instrument is counted
     * @return quantity times (price - open) times multiplier, less the adjustment, in the instrument's currency
     */
    public Money gainAt(Price price, ContractTerms terms) {
        Money gain = terms.value(price.minus(openPrice), quantity);
        return adjustment.isZero() ? gain : gain.minus(new Money(adjustment, terms.currency()));
    }

    /**
     * Returns what was paid for it.
     *
     * @param terms how the instrument is counted
     * @return quantity times the opening price times multiplier, with the adjustment; negative for a short lot, which
     *     brought money
     */
    public Money cost(ContractTerms terms) {
        return terms.value(openPrice, quantity).plus(new Money(adjustment, terms.currency()));
    }

    /**
     * Returns the same lot after a corporate action.
     *
     * @param units how much there is of it now, not zero
     * @param cost what was paid for that, of which nothing is lost: what the opening price does not say is its adjustment
     * @param terms how the instrument is counted that it is a lot of now
     * @return an open lot of the same identity and age
     * @throws ArithmeticException if its price or its adjustment does not fit
     */
    TaxLot restated(Decimal units, Money cost, ContractTerms terms) {
        Decimal underlying = units.times(terms.multiplier());
        Price price = new Price(cost.amount().dividedBy(underlying, PRICE_PLACES, RoundingMode.HALF_EVEN));
        Decimal rest = cost.minus(terms.value(price, units)).amount();
        return new TaxLot(lotId, units, openedAt, price, rest, null);
    }

    /** Returns the part of an adjustment that belongs to a part of its quantity; what is left belongs to the rest. */
    static Decimal share(Decimal adjustment, Decimal part, Decimal quantity) {
        if (adjustment.isZero() || part.compareTo(quantity) == 0) {
            return adjustment;
        }
        return adjustment
                .times(part, Decimal.MAX_SCALE / 2, RoundingMode.HALF_EVEN)
                .dividedBy(quantity, LEDGER_PLACES, RoundingMode.HALF_EVEN);
    }
}
