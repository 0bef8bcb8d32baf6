package io.mts1b.treasury;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.oms.FundAccount;
import java.time.LocalDate;

/** Values funds: cash plus positions at the last prices. */
public final class NavCalculator {

    private NavCalculator() {}

    /**
     * Values a fund.
     *
     * @param account what the books say at the prices of {@code session}'s end
     * @param session the day
     * @return the value, exact, in the fund's currency
     */
    public static NavSnapshot value(FundAccount account, LocalDate session) {
        return account.nav(session);
    }
}
