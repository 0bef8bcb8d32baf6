package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.Arrays;

/** What the manual of R's PerformanceAnalytics expects of its samples: Bacon's portfolio, and managers. */
public final class PublishedGoldens {

    private static final String BACON = "perfanalytics_portfolio_bacon.csv";
    private static final String MANAGERS = "perfanalytics_managers.csv";

    private PublishedGoldens() {}

    private static double[] column(String file, int column) {
        return Goldens.lines(file).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }

    /** Half of the last digit printed. */
    private static Tolerance printed(double half) {
        return Tolerance.absolute(half);
    }

    public static Sheet bacon() {
        double[] portfolio = column(BACON, 1);
        double[] underwater = Drawdowns.ofReturns(portfolio).underwater();
        Sheet sheet = new Sheet(BACON, "The file holds returns; the figures are those of the manual, to its digits.");
        sheet.number("Omega, Bernardo and Ledoit", 1.779783, OmegaRatio.of(portfolio, 0), printed(5e-7));
        sheet.number(
                "DownsideDeviation, MAR 0.5 %",
                0.0255, SortinoRatio.of(portfolio, 0.005).orElseThrow().downsideDeviation(), printed(5e-5));
        sheet.number("PainIndex", 0.04, -Arrays.stream(underwater).sum() / portfolio.length, printed(5e-4));
        return sheet;
    }

    public static Sheet managers() {
        double[] manager = column(MANAGERS, 1);
        double[] market = column(MANAGERS, 8);
        double[] excess = Arrays.stream(manager).map(r -> r - 0.035 / 12).toArray();
        Sheet sheet = new Sheet(
                MANAGERS, "The file holds returns; the figures of HAM1 are those of the manual, to its digits.");
        sheet.number(
                "SharpeRatio, riskless 3.5 %",
                0.3201889, SharpeRatio.of(excess).orElseThrow().perPeriod(), printed(5e-8));
        sheet.number(
                "SortinoRatio, MAR 0",
                0.7649334,
                SortinoRatio.of(manager, 0).orElseThrow().perPeriod(),
                printed(5e-8));
        sheet.number("CalmarRatio", 0.9061697, DrawdownRatios.calmar(manager, PeriodsPerYear.MONTHS), printed(5e-8));
        sheet.number(
                "TrackingError to SP500 TR",
                0.1131667,
                PeriodsPerYear.MONTHS.scaleByRoot(BenchmarkRelative.trackingError(manager, market)),
                printed(5e-8));
        return sheet;
    }
}
