package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.Drawdown;
import io.mts1b.quantkit.metrics.Drawdowns;
import io.mts1b.quantkit.metrics.MarketModel;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.returns.Returns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit metrics}. */
@Command(name = "metrics", description = "Measures how good a series of prices was to hold.")
final class MetricsCommand extends QuantkitCommand {

    private static final int DEEPEST = 5;

    @Option(names = "--prices", required = true, description = "CSV: the date, then one column per asset.")
    private Path prices = Path.of("");

    @Option(names = "--column", required = true, description = "The column to measure.")
    private String column = "";

    @Option(names = "--benchmark", description = "CSV with the prices of a benchmark.")
    private @Nullable Path benchmark;

    @Option(names = "--benchmark-column", description = "Its column; the first one if none is named.")
    private @Nullable String benchmarkColumn;

    @Option(names = "--risk-free-per-period", description = "What is earned without risk per period.")
    private @Nullable Double riskless;

    @Option(names = "--required-annual", description = "What must be earned per year.")
    private @Nullable Double required;

    @Option(names = "--periods", defaultValue = "252", description = "How many periods make a year.")
    private double periods;

    MetricsCommand(Console console) {
        super(console);
    }

    /** One decline; dates are those of prices. */
    record Decline(
            LocalDate peak, LocalDate valley, @Nullable LocalDate recovery, double depth) {}

    /** What is printed to programs; a figure that is undefined is null. */
    record Report(
            int n,
            LocalDate first,
            LocalDate last,
            @Nullable Integer benchmarkN,
            SortedMap<String, @Nullable Double> empyrical,
            SortedMap<String, @Nullable Double> quantstats,
            List<Decline> top5Drawdowns) {}

    @Override
    protected Answer answer() {
        PriceTable table = PriceTable.read(prices).only(column);
        double[] returns = table.returns(0)[0];
        if (returns.length < 2) {
            throw new IllegalArgumentException(column + " must have prices on at least 3 dates, had on "
                    + table.dates().size());
        }
        if (riskless != null && !Double.isFinite(riskless)) {
            throw new IllegalArgumentException("risk-free-per-period must be finite, was " + riskless);
        }
        PeriodsPerYear year = new PeriodsPerYear(periods);
        PerformanceFigures figures = new PerformanceFigures(year);
        Map<String, OptionalDouble> empyrical = figures.likeEmpyrical(returns, optional(riskless), optional(required));
        Map<String, OptionalDouble> quantstats = figures.likeQuantstats(returns);
        quantstats.put("treynor", OptionalDouble.empty());
        Integer paired = null;
        if (benchmark != null) {
            PriceTable all = PriceTable.read(benchmark);
            PriceTable market = all.only(benchmarkColumn == null ? all.assets().getFirst() : benchmarkColumn);
            double[][] both = paired(table, market);
            paired = both[0].length;
            if (paired < 2) {
                throw new IllegalArgumentException(column + " and its benchmark "
                        + market.assets().getFirst() + " must share at least 2 dates with returns, shared " + paired);
            }
            empyrical.putAll(figures.likeEmpyrical(both[0], both[1]));
            quantstats.put("treynor", treynor(returns, backFilled(table, market)));
        }
        Report report = new Report(
                returns.length,
                table.dates().get(1),
                table.dates().getLast(),
                paired,
                nullable(empyrical),
                nullable(quantstats),
                declines(Drawdowns.ofReturns(returns), table.dates()));
        return Answer.done(report, text(empyrical) + "\n\n" + text(quantstats));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static SortedMap<String, @Nullable Double> nullable(Map<String, OptionalDouble> figures) {
        SortedMap<String, @Nullable Double> nullable = new TreeMap<>();
        figures.forEach((name, value) -> nullable.put(name, value.isPresent() ? value.getAsDouble() : null));
        return nullable;
    }

    private static String text(Map<String, OptionalDouble> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getValue().isPresent()
                        ? row(figure.getKey(), figure.getValue().getAsDouble())
                        : figure.getKey() + " is undefined")
                .collect(Collectors.joining("\n"));
    }

    private static List<Decline> declines(Drawdowns drawdowns, List<LocalDate> dates) {
        List<Decline> declines = new ArrayList<>();
        for (Drawdown one : drawdowns.deepest(DEEPEST)) {
            LocalDate recovery = one.recovered() ? dates.get(one.recovery().orElseThrow()) : null;
            declines.add(new Decline(dates.get(one.peak()), dates.get(one.valley()), recovery, one.depth()));
        }
        return declines;
    }

    /** The returns of both on the dates on which both have one. */
    private static double[][] paired(PriceTable table, PriceTable market) {
        double[] own = table.returns(0)[0];
        double[] theirs = market.returns(0)[0];
        List<double[]> pairs = new ArrayList<>();
        for (int t = 1; t < table.dates().size(); t++) {
            int u = Collections.binarySearch(market.dates(), table.dates().get(t));
            if (u > 0) {
                pairs.add(new double[] {own[t - 1], theirs[u - 1]});
            }
        }
        return new double[][] {
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.stream().mapToDouble(pair -> pair[1]).toArray()
        };
    }

    /**
     * The returns of the benchmark on the dates of the prices, as quantstats has them: wealth is rebuilt from the
     * benchmark's returns, a date without a value takes the next one, and the first return is zero.
     */
    private static double[] backFilled(PriceTable table, PriceTable market) {
        double[] wealth = Returns.wealth(market.returns(0)[0]);
        List<LocalDate> known = market.dates().subList(1, market.dates().size());
        List<LocalDate> wanted = table.dates().subList(1, table.dates().size());
        double[] levels = new double[wanted.size()];
        for (int t = 0; t < levels.length; t++) {
            int found = Collections.binarySearch(known, wanted.get(t));
            int next = found < 0 ? -found - 1 : found;
            if (next == known.size()) {
                throw new IllegalArgumentException(
                        "benchmark must reach to " + wanted.getLast() + ", ended " + known.getLast());
            }
            levels[t] = wealth[1 + next];
        }
        double[] returns = new double[levels.length];
        System.arraycopy(Returns.simple(levels), 0, returns, 1, levels.length - 1);
        return returns;
    }

    /** quantstats measures this beta on all returns, and that of the total return. */
    private static OptionalDouble treynor(double[] returns, double[] market) {
        return MarketModel.of(returns, market)
                .map(model -> model.treynorRatio(CompoundReturn.of(returns).total()))
                .orElse(OptionalDouble.empty());
    }
}
