package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.quantkit.metrics.Drawdown;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A run in figures. Immutable; every one of them follows from the {@link RunResults}.
 *
 * @param simulated whether the market data are made up
 * @param stateHash what identifies the final state of the run
 * @param sessions how many sessions there were
 * @param finalNav the net asset value after the last of them, in the currency of the fund
 * @param figures what could be measured; a figure that is undefined is not in it
 * @param worstDrawdown when the deepest fall was; null if the fund never fell, or lost everything
 * @param orders how many orders the gates decided about
 * @param fills how many executions there were
 * @param denials how many orders each gate stopped; every gate is in it
 * @param feesPaid the fees of all fills, in the currency of the fund, less rebates
 */
public record RunSummary(
        boolean simulated,
        String stateHash,
        int sessions,
        Decimal finalNav,
        Map<Figure, Double> figures,
        @Nullable DatedFall worstDrawdown,
        int orders,
        int fills,
        Map<Gate, Integer> denials,
        Decimal feesPaid) {

    /** Validates, and copies. */
    public RunSummary {
        Objects.requireNonNull(stateHash, "stateHash");
        Require.that(sessions >= 1, "sessions must be at least 1, was " + sessions);
        Objects.requireNonNull(finalNav, "finalNav");
        Map<Figure, Double> defined = new EnumMap<>(Figure.class);
        figures.forEach((figure, value) -> {
            Require.that(Double.isFinite(value), figure + " must be finite, was " + value);
            defined.put(figure, value);
        });
        figures = Collections.unmodifiableMap(defined);
        Require.that(orders >= 0 && fills >= 0, "counts must not be negative, were " + orders + " and " + fills);
        Map<Gate, Integer> all = new EnumMap<>(Gate.class);
        for (Gate gate : Gate.values()) {
            all.put(gate, denials.getOrDefault(gate, 0));
        }
        denials = Collections.unmodifiableMap(all);
        Objects.requireNonNull(feesPaid, "feesPaid");
    }

    /**
     * A fall of the fund and the way back, by the dates of sessions.
     *
     * @param peak the last session at the high before the fall
     * @param valley the first session at the lowest point
     * @param recovery the first session back at the high; null if there was none yet
     * @param depth the fall as a fraction of the high, in [-1, 0)
     */
    public record DatedFall(
            LocalDate peak, LocalDate valley, @Nullable LocalDate recovery, double depth) {

        static DatedFall of(Drawdown fall, List<EquityRow> equity) {
            return new DatedFall(
                    equity.get(fall.peak()).session(),
                    equity.get(fall.valley()).session(),
                    fall.recovered() ? equity.get(fall.end()).session() : null,
                    fall.depth());
        }
    }

    /**
     * Measures a run.
     *
     * @param results what it left behind
     * @return its figures
     */
    public static RunSummary of(RunResults results) {
        List<EquityRow> equity = results.equity();
        NavCurve curve = new NavCurve(equity);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        curve.measure(results.info().periods(), figures);
        MonthlyReturns months = MonthlyReturns.of(equity);
        months.best().ifPresent(value -> figures.put(Figure.BEST_MONTH, value));
        months.worst().ifPresent(value -> figures.put(Figure.WORST_MONTH, value));
        curve.turnover(results.trades(), results.info().periods())
                .ifPresent(value -> figures.put(Figure.ANNUAL_TURNOVER, value));
        Map<Gate, Integer> denials = new EnumMap<>(Gate.class);
        for (DecisionRow decision : results.decisions()) {
            decision.stoppedBy().ifPresent(gate -> denials.merge(gate, 1, Integer::sum));
        }
        Decimal fees = Decimal.ZERO;
        for (TradeRow trade : results.trades()) {
            fees = fees.plus(trade.fill().fee().amount());
        }
        return new RunSummary(
                results.info().simulated(),
                results.stateHash(),
                equity.size(),
                equity.getLast().nav(),
                figures,
                curve.deepest().map(fall -> DatedFall.of(fall, equity)).orElse(null),
                results.decisions().size(),
                results.trades().size(),
                denials,
                fees);
    }

    /**
     * Returns one figure.
     *
     * @param figure which
     * @return its value, or empty if it is undefined for this run
     */
    public OptionalDouble figure(Figure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns how many orders were stopped.
     *
     * @return the sum over the gates
     */
    public int denied() {
        return denials.values().stream().mapToInt(Integer::intValue).sum();
    }
}
