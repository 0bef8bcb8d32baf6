package io.mts1b.foundation.positions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a fund holds of one instrument, valued at one moment.
 *
 * @param fund whose
 * @param instrument what
 * @param quantity how much, negative while short; the sum of {@code lots}
 * @param averagePrice the average opening price of the lots; null while flat
 * @param lastPrice the price it is valued at
 * @param marketValue quantity at {@code lastPrice}, negative while short
 * @param unrealizedPnl what closing it at {@code lastPrice} would gain
 * @param realizedPnl what closed lots gained, since the log began, fees aside
 * @param lots the open lots, oldest first
 * @param updatedAt as of when
 */
@Value.Builder
public record Position(
        FundId fund,
        InstrumentId instrument,
        Decimal quantity,
        @Nullable Price averagePrice,
        Price lastPrice,
        Money marketValue,
        Money unrealizedPnl,
        Money realizedPnl,
        List<TaxLot> lots,
        Instant updatedAt) {

    /** Validates, and copies. */
    public Position {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(lastPrice, "lastPrice");
        Objects.requireNonNull(marketValue, "marketValue");
        Objects.requireNonNull(unrealizedPnl, "unrealizedPnl");
        Objects.requireNonNull(realizedPnl, "realizedPnl");
        Objects.requireNonNull(updatedAt, "updatedAt");
        lots = List.copyOf(lots);
        Decimal held = new LotBook(lots).quantity();
        Require.that(held.equals(quantity), "quantity must be the sum of the lots " + held + ", was " + quantity);
    }

    /**
     * Values lots at a price.
     *
     * @param fund whose
     * @param instrument what
     * @param lots the open lots
     * @param terms how the instrument is counted
     * @param last the price to value at
     * @param realized what closed lots gained
     * @param at as of when
     * @return the position
     */
    public static Position value(
            FundId fund,
            InstrumentId instrument,
            LotBook lots,
            ContractTerms terms,
            Price last,
            Money realized,
            Instant at) {
        Money unrealized = Money.zero(terms.currency());
        for (TaxLot lot : lots.lots()) {
            unrealized = unrealized.plus(lot.gainAt(last, terms));
        }
        return new Position(
                fund,
                instrument,
                lots.quantity(),
                lots.averagePrice().orElse(null),
                last,
                terms.value(last, lots.quantity()),
                unrealized,
                realized,
                lots.lots(),
                at);
    }
}
