package io.mts1b.portfolio.book;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.book.ValueStep.PriceMissing;
import io.mts1b.portfolio.book.ValueStep.Ruined;
import io.mts1b.portfolio.book.ValueStep.Valued;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values a portfolio from one time to the next.
 *
 * <p>The return is {@code sum_i w_i (p_i' / p_i - 1) - tradingCost * turnover}: the weights held since the first time,
 * the prices at both, and the cost of an execution at the second, if there is one. It assumes that nothing is traded
 * between the two and that cash earns nothing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tradingCost what trading costs, as a share of what is traded, zero or more
 */
public record Valuation(Rate tradingCost) {

    /** Validates. */
    public Valuation {
        Require.that(tradingCost.value().signum() >= 0, "tradingCost must not be negative, was " + tradingCost);
    }

    /**
     * Values where nothing is executed.
     *
     * @param last the value before, at the time of {@code from}
     * @param held the weights held since; one that is 0 needs no price
     * @param from the prices at the time of the value before
     * @param to the prices now, later
     * @return the value, or why there is none
     * @throws IllegalArgumentException if the times are out of order
     */
    public ValueStep next(
            PortfolioValue last, SortedMap<InstrumentId, Double> held, MarketSnapshot from, MarketSnapshot to) {
        return next(last, held, from, to, 0);
    }

    /**
     * Values where the portfolio is executed at the second time.
     *
     * @param last the value before, at the time of {@code from}
     * @param executed the execution, at the time of {@code to}; what it had before is what was held since
     *     {@code from}, {@linkplain Valued#drifted() drifted}
     * @param held the weights held since {@code from}; one that is 0 needs no price
     * @param from the prices at the time of the value before
     * @param to the prices now, later
     * @return the value, or why there is none
     * @throws IllegalArgumentException if the times are out of order, or the portfolios differ
     */
    public ValueStep next(
            PortfolioValue last,
            PortfolioWeights executed,
            SortedMap<InstrumentId, Double> held,
            MarketSnapshot from,
            MarketSnapshot to) {
        Require.that(
                executed.executedAt().equals(to.at()),
                "executed must be at " + to.at() + ", was at " + executed.executedAt());
        Require.that(
                executed.portfolio().equals(last.portfolio()),
                "executed must be of " + last.portfolio() + ", was of " + executed.portfolio());
        return next(last, held, from, to, tradingCost.value().toReal() * executed.turnover());
    }

    private static ValueStep next(
            PortfolioValue last,
            SortedMap<InstrumentId, Double> held,
            MarketSnapshot from,
            MarketSnapshot to,
            double cost) {
        Require.that(from.at().equals(last.at()), "from must be at " + last.at() + ", was at " + from.at());
        Require.that(to.at().isAfter(from.at()), "to must be after " + from.at() + ", was at " + to.at());
        SortedMap<InstrumentId, Double> grown = new TreeMap<>();
        double earned = 0;
        for (Map.Entry<InstrumentId, Double> one : BookRows.finite(held).entrySet()) {
            if (one.getValue() == 0) {
                continue;
            }
            Optional<Price> before = from.price(one.getKey()).filter(Price::isPositive);
            Optional<Price> now = to.price(one.getKey()).filter(Price::isPositive);
            if (before.isEmpty() || now.isEmpty()) {
                return new PriceMissing(one.getKey());
            }
            double growth = now.get().value().toReal() / before.get().value().toReal();
            grown.put(one.getKey(), one.getValue() * growth);
            earned += one.getValue() * (growth - 1);
        }
        double change = earned - cost;
        if (change <= -1 || earned <= -1) {
            return new Ruined(change);
        }
        double whole = 1 + earned;
        grown.replaceAll((_, value) -> value / whole);
        return new Valued(new PortfolioValue(to.at(), last.portfolio(), last.close() * (1 + change), change), grown);
    }
}
