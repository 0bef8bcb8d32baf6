package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.symbology.ContractTerms;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One execution and what it came to, in the currency of the fund.
 *
 * @param session the date of the session it belongs to
 * @param fill the execution
 * @param value what changed hands: quantity times price times the multiplier of the contract
 * @param realizedGain what the lots it closed had gained, fees aside; zero if it closed none
 */
public record TradeRow(LocalDate session, Fill fill, Decimal value, Decimal realizedGain) {

    /** Validates. */
    public TradeRow {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(fill, "fill");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(realizedGain, "realizedGain");
    }

    /**
     * Values an execution by the terms of its contract.
     *
     * @param session the date of the session it belongs to
     * @param fill the execution
     * @param terms how the instrument is counted
     * @param realizedGain what the lots it closed had gained
     * @return the row
     */
    public static TradeRow of(LocalDate session, Fill fill, ContractTerms terms, Decimal realizedGain) {
        Decimal value = terms.value(fill.price(), fill.quantity().value()).amount();
        return new TradeRow(session, fill, value, realizedGain);
    }
}
