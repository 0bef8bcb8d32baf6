package io.mts1b.oms;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Money;
import java.util.Collection;
import java.util.Objects;

/**
 * What the books say of a fund, in its currency: enough to value it.
 *
 * @param fund whose
 * @param cash its cash, negative if borrowed
 * @param positionsValue its positions at the last prices, shorts counted negative
 * @param realizedPnl what closed lots gained since inception, fees aside
 * @param fees all fees paid since inception
 */
public record FundAccount(FundId fund, Money cash, Money positionsValue, Money realizedPnl, Money fees) {

    /** Validates. */
    public FundAccount {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(positionsValue, "positionsValue");
        Objects.requireNonNull(realizedPnl, "realizedPnl");
        Objects.requireNonNull(fees, "fees");
    }

    static FundAccount of(FundId fund, Money cash, Money positionsValue, Collection<Holding> holdings) {
        Money realized = Money.zero(cash.currency());
        Money fees = Money.zero(cash.currency());
        for (Holding holding : holdings) {
            realized = realized.plus(holding.realized());
            fees = fees.plus(holding.fees());
        }
        return new FundAccount(fund, cash, positionsValue, realized, fees);
    }
}
