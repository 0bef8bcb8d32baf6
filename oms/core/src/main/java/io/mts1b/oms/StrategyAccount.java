package io.mts1b.oms;

import io.mts1b.foundation.ids.StrategyId;
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
 * @param cashFlow what its fills brought and took, fees taken off
 * @param realized what closed lots gained, fees aside
 * @param fees all fees paid
 * @param profit what it has gained at the last prices, fees taken off; null if something held never had a price
 */
public record StrategyAccount(
        StrategyId strategy,
        SortedMap<InstrumentId, Holding> holdings,
        Money cashFlow,
        Money realized,
        Money fees,
        @Nullable Money profit) {

    /** Validates, and copies. */
    public StrategyAccount {
        Objects.requireNonNull(strategy, "strategy");
        holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
        Objects.requireNonNull(cashFlow, "cashFlow");
        Objects.requireNonNull(realized, "realized");
        Objects.requireNonNull(fees, "fees");
    }

    static StrategyAccount of(StrategyId strategy, Books books, Market market) {
        boolean priced = books.quantities().keySet().stream()
                .allMatch(id -> market.price(id).isPresent());
        Money value = priced ? books.value(market) : null;
        FundAccount account = FundAccount.of(
                books.fund().fund(),
                books.cash(),
                Money.zero(books.cash().currency()),
                books.holdings().values());
        return new StrategyAccount(
                strategy,
                books.holdings(),
                books.cash(),
                account.realizedPnl(),
                account.fees(),
                value == null ? null : books.cash().plus(value));
    }
}
