package io.mts1b.oms;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the books say of a fund, in its currency at the last rates: enough to value it.
 *
 * @param fund whose
 * @param cash its cash, negative if borrowed
 * @param positionsValue its positions at the last prices, shorts counted negative, and what is owed because of them
 * @param realizedPnl what closed lots gained since inception, fees aside
 * @param fees all fees paid since inception
 * @param income what was paid for holding since inception, such as dividends
 */
public record FundAccount(FundId fund, Money cash, Money positionsValue, Money realizedPnl, Money fees, Money income) {

    /** Validates. */
    public FundAccount {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(positionsValue, "positionsValue");
        Objects.requireNonNull(realizedPnl, "realizedPnl");
        Objects.requireNonNull(fees, "fees");
        Objects.requireNonNull(income, "income");
    }

    /**
     * Values the fund.
     *
     * @param asOf the day at whose prices this is
     * @return the value, exact, in the fund's currency
     */
    public NavSnapshot nav(LocalDate asOf) {
        return new NavSnapshot(fund, asOf, cash.plus(positionsValue), cash, positionsValue, realizedPnl, fees);
    }

    static FundAccount of(Books books, Market market) {
        Books.Totals totals = books.totals();
        Currency currency = books.fund().baseCurrency();
        return new FundAccount(
                books.fund().fund(),
                books.cashValue(market),
                books.value(market),
                market.worth(totals.realized(), currency),
                market.worth(totals.fees(), currency),
                market.worth(totals.income(), currency));
    }
}
