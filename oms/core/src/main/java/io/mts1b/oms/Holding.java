package io.mts1b.oms;

import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Balances;
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
 * @param realized what closed lots gained, fees aside, in the instrument's currency
 * @param fees all fees paid, in whatever they were paid
 * @param income what was paid to whoever held it, such as dividends; negative where a short paid them
 */
public record Holding(LotBook lots, Money realized, Balances fees, Balances income) {

    /** Validates. */
    public Holding {
        Objects.requireNonNull(lots, "lots");
        Objects.requireNonNull(realized, "realized");
        Objects.requireNonNull(fees, "fees");
        Objects.requireNonNull(income, "income");
    }

    static Holding none(ContractTerms terms) {
        Money zero = Money.zero(terms.currency());
        return new Holding(LotBook.EMPTY, zero, Balances.of(zero), Balances.NONE);
    }

    /** Returns the holding after a fill; the fill's identity names the lot it opens. */
    Holding after(Fill fill, ContractTerms terms, TaxLotMethod method) {
        LotTrade trade = new LotTrade(new LotId(fill.fillId().value()), fill.signedQuantity(), fill.at(), fill.price());
        return after(lots.trade(trade, rule(method)), terms, fees.plus(fill.fee()));
    }

    /** Returns the holding after lots were opened and closed without a fee. */
    Holding after(Change change, ContractTerms terms) {
        return after(change, terms, fees);
    }

    private Holding after(Change change, ContractTerms terms, Balances paid) {
        Money gained = realized;
        for (TaxLot lot : change.closed()) {
            gained = gained.plus(lot.gain(terms).orElseThrow());
        }
        return new Holding(change.book(), gained, paid, income);
    }

    /** Returns which lots are closed first: they cannot be named with an order yet, and then the oldest are. */
    static TaxLotMethod rule(TaxLotMethod method) {
        return method == TaxLotMethod.SPECID ? TaxLotMethod.FIFO : method;
    }

    /** Returns the holding after so much was paid for holding it. */
    Holding paid(Money amount) {
        return new Holding(lots, realized, fees, income.plus(amount));
    }

    /** Returns the holding with other lots, whose cost differs by what is gained. */
    Holding restated(LotBook restated, Money gained) {
        return new Holding(restated, realized.plus(gained), fees, income);
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
