package io.mts1b.oms;

import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.LotBook.Change;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.symbology.ContractTerms;
import java.util.Objects;

/**
 * What a fund holds of one instrument, and what came of what it held before.
 *
 * @param lots the open lots
 * @param realized what closed lots gained, fees aside
 * @param fees all fees paid
 */
public record Holding(LotBook lots, Money realized, Money fees) {

    /** Validates. */
    public Holding {
        Objects.requireNonNull(lots, "lots");
        Objects.requireNonNull(realized, "realized");
        Objects.requireNonNull(fees, "fees");
    }

    static Holding none(ContractTerms terms) {
        Money zero = Money.zero(terms.currency());
        return new Holding(LotBook.EMPTY, zero, zero);
    }

    /** Returns the holding after a fill; the fill's identity names the lot it opens. */
    Holding after(Fill fill, ContractTerms terms, TaxLotMethod method) {
        LotTrade trade = new LotTrade(new LotId(fill.fillId().value()), fill.signedQuantity(), fill.at(), fill.price());
        // Lots cannot be named with an order yet; a fund that wants to name them closes the oldest.
        Change change = lots.trade(trade, method == TaxLotMethod.SPECID ? TaxLotMethod.FIFO : method);
        Money gained = realized;
        for (TaxLot lot : change.closed()) {
            gained = gained.plus(lot.gain(terms).orElseThrow());
        }
        return new Holding(change.book(), gained, fees.plus(fill.fee()));
    }

    /**
     * Returns the quantity held.
     *
     * @return the sum of the lots, negative while short
     */
    public Decimal quantity() {
        return lots.quantity();
    }
}
