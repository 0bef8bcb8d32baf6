package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.metrics.Autocorrelation;
import io.mts1b.quantkit.metrics.BenchmarkRelative;
import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.DrawdownRatios;
import io.mts1b.quantkit.metrics.Drawdowns;
import io.mts1b.quantkit.metrics.ExpectedShortfall;
import io.mts1b.quantkit.metrics.MarketModel;
import io.mts1b.quantkit.metrics.OmegaRatio;
import io.mts1b.quantkit.metrics.Performance;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.quantkit.metrics.SortinoRatio;
import io.mts1b.quantkit.metrics.Stability;
import io.mts1b.quantkit.metrics.TailRatios;
import io.mts1b.quantkit.metrics.ValueAtRisk;
import io.mts1b.quantkit.metrics.WinLoss;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures of a series of returns, by the names and the conventions of empyrical and quantstats. */
final class PerformanceFigures {

    private static final double TAIL = 0.05;

    private final PeriodsPerYear year;

    PerformanceFigures(PeriodsPerYear year) {
        this.year = year;
    }

    Map<String, OptionalDouble> likeEmpyrical(
            double[] r, OptionalDouble risklessPerPeriod, OptionalDouble requiredAnnual) {
        Performance measured = Performance.of(r, TAIL);
        CompoundReturn growth = measured.growth();
        Optional<SortinoRatio> sortino = measured.sortino();
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put("cum_return_final", some(growth.total()));
        found.put("annual_return_cagr", some(growth.annualized(year)));
        found.put("annual_volatility", some(year.scaleByRoot(measured.moments().standardDeviation())));
        found.put("sharpe_rf0", sharpe(measured.sharpe()));
        found.put("sortino_mar0", sortino(sortino));
        risklessPerPeriod.ifPresent(rate -> {
            found.put("sharpe_rf_per_period_" + text(rate), sharpe(SharpeRatio.of(Returns.excess(r, rate))));
            found.put("sortino_mar_" + text(rate), sortino(SortinoRatio.of(r, rate)));
        });
        found.put(
                "downside_risk_mar0",
                sortino.map(one -> some(year.scaleByRoot(one.downsideDeviation())))
                        .orElse(OptionalDouble.empty()));
        found.put("max_drawdown", some(measured.drawdowns().maximum()));
        found.put("calmar", measured.calmar(year));
        found.put("omega_rf0_req0", measured.winLoss().profitFactor());
        requiredAnnual.ifPresent(required ->
                found.put("omega_required_annual_" + text(required), OmegaRatio.of(r, year.perPeriod(required))));
        found.put("stability_of_timeseries", Stability.of(r));
        found.put("tail_ratio", measured.tail().ratio());
        found.put("value_at_risk_5pct", some(measured.tail().valueAtRisk()));
        found.put("value_at_risk_1pct", some(ValueAtRisk.historical(r, 0.01)));
        found.put("conditional_value_at_risk_5pct", some(ExpectedShortfall.ofWholePeriods(r, TAIL)));
        found.put("conditional_value_at_risk_1pct", some(ExpectedShortfall.ofWholePeriods(r, 0.01)));
        return found;
    }

    Map<String, OptionalDouble> likeEmpyrical(double[] r, double[] b) {
        Optional<MarketModel> model = MarketModel.of(r, b);
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put(
                "alpha_annualised_rf0",
                model.map(one -> some(one.annualizedAlpha(year))).orElse(OptionalDouble.empty()));
        found.put("beta", model.map(one -> some(one.beta())).orElse(OptionalDouble.empty()));
        found.put(
                "excess_sharpe_information_ratio_daily",
                BenchmarkRelative.informationRatio(r, b)
                        .map(one -> some(one.perPeriod()))
                        .orElse(OptionalDouble.empty()));
        found.put("up_capture", BenchmarkRelative.upCapture(r, b, year));
        found.put("down_capture", BenchmarkRelative.downCapture(r, b, year));
        found.put("up_down_capture", BenchmarkRelative.captureRatio(r, b, year));
        found.put("batting_average", BenchmarkRelative.battingAverage(r, b));
        found.put("tracking_error_annual_ddof1", some(year.scaleByRoot(BenchmarkRelative.trackingError(r, b))));
        return found;
    }

    Map<String, OptionalDouble> likeQuantstats(double[] r) {
        Performance measured = Performance.of(r, TAIL);
        CompoundReturn growth = measured.growth();
        Moments moments = measured.moments();
        Drawdowns drawdowns = measured.drawdowns();
        Optional<SortinoRatio> sortino = measured.sortino();
        double gaussian = ValueAtRisk.gaussian(r, TAIL);
        Map<String, OptionalDouble> found = new LinkedHashMap<>();
        found.put("comp", some(growth.total()));
        found.put("cagr", some(growth.annualized(year)));
        found.put("expected_return", some(growth.perPeriod()));
        found.put("volatility", some(year.scaleByRoot(moments.standardDeviation())));
        found.put("skew", moments.skewness());
        found.put("kurtosis_excess", moments.excessKurtosis());
        found.put("sharpe", sharpe(measured.sharpe()));
        found.put("smart_sharpe", smart(r, measured));
        found.put("probabilistic_sharpe_ratio", probabilistic(measured));
        found.put("sortino", sortino(sortino));
        found.put(
                "adjusted_sortino", sortino.map(one -> some(one.adjusted(year))).orElse(OptionalDouble.empty()));
        found.put("max_drawdown", some(drawdowns.maximum()));
        found.put("calmar", measured.calmar(year));
        found.put("omega", measured.winLoss().profitFactor());
        found.put("ulcer_index", drawdowns.ulcerIndex(1));
        found.put("ulcer_performance_index", DrawdownRatios.ulcerPerformance(r, 0));
        found.put("recovery_factor", DrawdownRatios.recoveryFactor(r));
        found.put("serenity_index", DrawdownRatios.serenity(r, 0));
        found.put("var_95_gaussian", some(gaussian));
        found.put("cvar_95", ExpectedShortfall.below(r, gaussian));
        found.put("tail_ratio", measured.tail().ratio());
        found.put("common_sense_ratio", TailRatios.commonSense(r, TAIL));
        found.put("outlier_win_ratio", TailRatios.outlierWin(r, 0.99));
        putWins(measured.winLoss(), found);
        return found;
    }

    private static void putWins(WinLoss record, Map<String, OptionalDouble> found) {
        found.put("win_rate", record.winRate());
        found.put("profit_factor", record.profitFactor());
        found.put("payoff_ratio", record.payoffRatio());
        found.put("gain_to_pain", record.gainToPain());
        found.put("kelly_criterion", record.edgeOverOdds());
        found.put("risk_of_ruin", record.riskOfRuin());
        found.put("consecutive_wins", some(record.longestWin()));
        found.put("consecutive_losses", some(record.longestLoss()));
        // quantstats rounds the exposure up to a whole percent.
        OptionalDouble exposure = record.exposure();
        found.put("exposure", exposure.isEmpty() ? exposure : some(Math.ceil(exposure.getAsDouble() * 100) / 100));
    }

    /** quantstats passes the excess kurtosis where the paper means the plain one. */
    private static OptionalDouble probabilistic(Performance measured) {
        Moments moments = measured.moments();
        Optional<SharpeRatio> ratio = measured.sharpe();
        return ratio.isPresent()
                        && moments.skewness().isPresent()
                        && moments.excessKurtosis().isPresent()
                ? ratio.get()
                        .probabilityAbove(
                                0,
                                moments.skewness().getAsDouble(),
                                moments.excessKurtosis().getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble smart(double[] r, Performance measured) {
        OptionalDouble penalty = r.length < 3 ? OptionalDouble.empty() : Autocorrelation.penalty(r);
        OptionalDouble plain = sharpe(measured.sharpe());
        return penalty.isPresent() && plain.isPresent()
                ? some(plain.getAsDouble() / penalty.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble sharpe(Optional<SharpeRatio> ratio) {
        return ratio.map(one -> some(one.annualized(year))).orElse(OptionalDouble.empty());
    }

    private OptionalDouble sortino(Optional<SortinoRatio> ratio) {
        return ratio.map(one -> some(one.annualized(year))).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    /** Writes a number as the names of figures have it: the shortest digits, with an exponent of two where it is small. */
    static String text(double value) {
        String shortest = Double.toString(value);
        int exponent = shortest.indexOf('E');
        double size = Math.abs(value);
        if (exponent < 0) {
            return shortest;
        }
        if (size >= 1e-4 && size < 1e16) {
            return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        }
        int power = Integer.parseInt(shortest.substring(exponent + 1));
        String digits = shortest.substring(0, exponent).replaceAll("\\.0$", "");
        return digits + (power < 0 ? "e-" : "e+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }
}
