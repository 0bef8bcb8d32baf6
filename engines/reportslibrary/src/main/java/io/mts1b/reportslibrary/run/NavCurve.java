package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.Drawdown;
import io.mts1b.quantkit.metrics.DrawdownRatios;
import io.mts1b.quantkit.metrics.Drawdowns;
import io.mts1b.quantkit.metrics.ExpectedShortfall;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.quantkit.metrics.SortinoRatio;
import io.mts1b.quantkit.metrics.ValueAtRisk;
import io.mts1b.quantkit.metrics.WinLoss;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The net asset value as real numbers, measured with the metrics of quantkit. A curve that touches zero is that
 * of a fund that lost everything: it has no returns, so no figures.
 */
final class NavCurve {

    private static final double TAIL = 0.05;

    private final double[] nav;
    private final boolean isMeasurable;

    NavCurve(List<EquityRow> equity) {
        this.nav = equity.stream().mapToDouble(row -> row.nav().toReal()).toArray();
        this.isMeasurable = nav.length >= 2 && Arrays.stream(nav).allMatch(value -> value > 0);
    }

    /** Puts every figure that returns alone define. */
    void measure(PeriodsPerYear periods, Map<Figure, Double> figures) {
        if (!isMeasurable) {
            return;
        }
        double[] returns = Returns.simple(nav);
        CompoundReturn growth = CompoundReturn.of(returns);
        put(figures, Figure.TOTAL_RETURN, growth.total());
        put(figures, Figure.ANNUAL_RETURN, growth.annualized(periods));
        Drawdowns falls = Drawdowns.ofLevels(nav);
        put(figures, Figure.WORST_DRAWDOWN, falls.maximum());
        falls.average().ifPresent(value -> put(figures, Figure.AVERAGE_DRAWDOWN, value));
        falls.ulcerIndex(0).ifPresent(value -> put(figures, Figure.ULCER_INDEX, value));
        DrawdownRatios.calmar(returns, periods).ifPresent(value -> put(figures, Figure.CALMAR_RATIO, value));
        SortinoRatio.of(returns, 0).ifPresent(ratio -> put(figures, Figure.SORTINO_RATIO, ratio.annualized(periods)));
        put(figures, Figure.VALUE_AT_RISK_95, ValueAtRisk.historical(returns, TAIL));
        put(figures, Figure.EXPECTED_SHORTFALL_95, ExpectedShortfall.coherent(returns, TAIL));
        WinLoss.of(returns).winRate().ifPresent(value -> put(figures, Figure.HIT_RATE, value));
        if (returns.length >= 2) {
            double deviation = Moments.of(returns).standardDeviation();
            put(figures, Figure.ANNUAL_VOLATILITY, periods.scaleByRoot(deviation));
            SharpeRatio.of(returns).ifPresent(ratio -> {
                put(figures, Figure.SHARPE_RATIO, ratio.annualized(periods));
                put(figures, Figure.SHARPE_STANDARD_ERROR, periods.scaleByRoot(ratio.standardError()));
            });
        }
    }

    /** A year's growth of a short run can overflow, and what is not finite is undefined. */
    private static void put(Map<Figure, Double> figures, Figure figure, double value) {
        if (Double.isFinite(value)) {
            figures.put(figure, value);
        }
    }

    /** Returns the deepest fall, by index of sessions. */
    Optional<Drawdown> deepest() {
        return isMeasurable ? Drawdowns.ofLevels(nav).deepest(1).stream().findFirst() : Optional.empty();
    }

    /**
     * The lesser of purchases and sales over the mean net asset value, per year, as in SEC Form N-1A, Item 13,
     * instruction 4(d), which takes one year and months. What is bought first and held is no turnover.
     */
    OptionalDouble turnover(List<TradeRow> trades, PeriodsPerYear periods) {
        if (!isMeasurable) {
            return OptionalDouble.empty();
        }
        Decimal bought = Decimal.ZERO;
        Decimal sold = Decimal.ZERO;
        for (TradeRow trade : trades) {
            if (trade.fill().side().sign() > 0) {
                bought = bought.plus(trade.value().abs());
            } else {
                sold = sold.plus(trade.value().abs());
            }
        }
        double perSession = bought.min(sold).toReal() / Samples.mean(nav) / (nav.length - 1);
        return OptionalDouble.of(periods.scale(perSession));
    }
}
