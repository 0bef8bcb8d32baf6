package io.mts1b.oms;

import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy of a fund holds and has come to, as if its fills were a fund of their own that began with nothing.
 *
 * @param strategy whose
 * @param holdings what it holds and held, with its own lots, those of quantity zero included
 * @param cashFlow what its fills brought and took, fees taken off, currency by currency
 * @param realized what closed lots gained, fees aside, currency by currency
 * @param fees all fees paid, currency by currency
 * @param income what was paid for holding, such as dividends, currency by currency
 * @param profit what it has gained at the last prices, fees taken off, in the fund's currency at the last rates; null if
 *     something held never had a price, or a rate is not known
 */
public record StrategyAccount(
        StrategyId strategy,
        SortedMap<InstrumentId, Holding> holdings,
        Balances cashFlow,
        Balances realized,
        Balances fees,
        Balances income,
        @Nullable Money profit) {

    /** Validates, and copies. */
    public StrategyAccount {
        Objects.requireNonNull(strategy, "strategy");
        holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
        Objects.requireNonNull(cashFlow, "cashFlow");
        Objects.requireNonNull(realized, "realized");
        Objects.requireNonNull(fees, "fees");
        Objects.requireNonNull(income, "income");
    }

    static StrategyAccount of(StrategyId strategy, Books books, Market market) {
        Books.Totals totals = books.totals();
        return new StrategyAccount(
                strategy,
                books.holdings(),
                books.cash(),
                totals.realized(),
                totals.fees(),
                totals.income(),
                books.total(market).orElse(null));
    }
}
