package io.mts1b.treasury;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.oms.Holding;
import io.mts1b.oms.OmsState;
import java.time.LocalDate;

/** Values funds: cash plus positions at the last prices. */
public final class NavCalculator {

    private NavCalculator() {}

    /**
     * Values a fund.
     *
     * @param state what the order management system knows; its prices are those of {@code session}'s end
     * @param fund a fund that was opened
     * @param session the day
     * @return the value, exact, in the fund's currency
     * @throws IllegalArgumentException if something held never had a price
     */
    public static NavSnapshot value(OmsState state, FundId fund, LocalDate session) {
        Money cash = state.cash(fund);
        Money positions = state.positionsValue(fund);
        Money realized = Money.zero(cash.currency());
        Money fees = Money.zero(cash.currency());
        for (Holding holding : state.holdings(fund).values()) {
            realized = realized.plus(holding.realized());
            fees = fees.plus(holding.fees());
        }
        return new NavSnapshot(fund, session, cash.plus(positions), cash, positions, realized, fees);
    }
}
