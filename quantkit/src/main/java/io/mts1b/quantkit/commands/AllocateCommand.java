package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.CsvFile;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.quantkit.allocation.Allocation;
import io.mts1b.quantkit.allocation.Constraints;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit allocate}. */
@Command(name = "allocate", description = "Says how much of each asset to hold.")
final class AllocateCommand extends QuantkitCommand {

    @Option(names = "--method", required = true, description = "Such as hrp, min-volatility, black-litterman.")
    private String method = "";

    @Option(names = "--prices", required = true, description = "CSV: the date, then one column per asset.")
    private Path prices = Path.of("");

    @Option(names = "--tail", defaultValue = "0", description = "Only the last returns.")
    private int tail;

    @Option(names = "--frequency", defaultValue = "252", description = "How many periods make a year.")
    private double frequency;

    @Option(names = "--expected", description = "mean, mean-arith, ema or capm.")
    private @Nullable String expected;

    @Option(names = "--covariance", defaultValue = "sample", description = "Such as sample, exp, oas.")
    private String covariance = "";

    @Option(names = "--linkage", description = "single, average, complete or ward.")
    private @Nullable String linkage;

    @Option(names = "--risk-free", defaultValue = "0", description = "What is earned without risk per year.")
    private double riskless;

    @Option(names = "--target", description = "The volatility or the return per year to aim at.")
    private @Nullable Double target;

    @Option(names = "--risk-aversion", defaultValue = "1", description = "For max-utility.")
    private double riskAversion;

    @Option(names = "--lower", description = "The least weight.")
    private @Nullable Double lower;

    @Option(names = "--upper", defaultValue = "1", description = "The largest weight.")
    private double upper;

    @Option(names = "--l2", defaultValue = "0", description = "What the sum of squared weights costs.")
    private double ridge;

    @Option(names = "--market-neutral", description = "Weights sum to zero.")
    private boolean marketNeutral;

    @Option(names = "--sectors", description = "CSV: an asset and its sector to a line.")
    private @Nullable Path sectors;

    @Option(names = "--sector-min", split = ",", description = "The least weight of a sector, such as A=0.2.")
    private Map<String, Double> sectorMin = new LinkedHashMap<>();

    @Option(names = "--sector-max", split = ",", description = "The largest weight of a sector, such as B=0.3.")
    private Map<String, Double> sectorMax = new LinkedHashMap<>();

    @Option(names = "--beta", defaultValue = "0.95", description = "The confidence of tail risks.")
    private double beta;

    @Option(names = "--market-caps", description = "CSV: an asset and what it is worth to a line.")
    private @Nullable Path marketCaps;

    @Option(names = "--market-prices", description = "CSV: the date and the price of the market.")
    private @Nullable Path marketPrices;

    @Option(names = "--views", description = "CSV: an asset and its return to a line, or a header of assets and q.")
    private @Nullable Path views;

    @Option(names = "--tau", defaultValue = "0.05", description = "How uncertain the prior is.")
    private double tau;

    @Option(names = "--confidences", description = "CSV: one confidence in [0, 1] per view, to a line.")
    private @Nullable Path confidences;

    AllocateCommand(Console console) {
        super(console);
    }

    /** What is printed to programs; what a method does not know is null. */
    record Report(
            SortedMap<String, Double> weights,
            double expectedReturn,
            double volatility,
            @Nullable Double sharpe,
            @Nullable Double objective,
            @Nullable List<List<Double>> linkage,
            @Nullable Double delta,
            @Nullable SortedMap<String, Double> prior,
            @Nullable SortedMap<String, Double> posteriorReturns,
            @Nullable List<List<Double>> posteriorCovariance) {}

    /** What is printed where constraints contradict each other. */
    record Refusal(List<String> conflict, SortedMap<String, Double> broken, SortedMap<String, Double> nearest) {}

    @Override
    Answer answer() {
        PriceTable table = PriceTable.read(prices);
        MarketEstimate market = MarketEstimate.of(
                table,
                tail,
                new PeriodsPerYear(frequency),
                covariance,
                expected == null ? usual() : expected,
                riskless);
        if (method.equals("black-litterman")) {
            return blended(market);
        }
        AllocationMethod chosen = new AllocationMethod(
                market, constraints(table.assets()), target, riskAversion, riskless, ridge, 1 - beta);
        AllocationMethod.Found found = chosen.run(method, Optional.ofNullable(linkage));
        if (found.allocation() instanceof Allocation.Infeasible none) {
            return new Answer(
                    new Refusal(
                            none.conflict(),
                            new TreeMap<>(none.broken()),
                            market.byAsset(none.nearest().toArray())),
                    "no portfolio keeps all of " + none.conflict() + "; the nearest breaks " + none.broken(),
                    ExitCode.FAILED);
        }
        Weights weights = found.allocation().orElseThrow();
        MarketEstimate.Performance performance = market.performance(weights, riskless);
        Report report = new Report(
                market.byAsset(weights.toArray()),
                performance.expectedReturn(),
                performance.volatility(),
                performance.sharpe(),
                found.objective(),
                found.linkage(),
                null,
                null,
                null,
                null);
        return Answer.done(report, text(market, weights, performance));
    }

    private Answer blended(MarketEstimate market) {
        ViewFiles files = new ViewFiles(market, riskless, tau);
        ViewFiles.Blend blend = files.read(
                ViewFiles.require("market-caps", marketCaps),
                ViewFiles.require("market-prices", marketPrices),
                ViewFiles.require("views", views),
                Optional.ofNullable(confidences));
        Weights weights = blend.posterior().weights();
        MarketEstimate believed = market.believing(blend.posterior());
        MarketEstimate.Performance performance = believed.performance(weights, riskless);
        Report report = new Report(
                market.byAsset(weights.toArray()),
                performance.expectedReturn(),
                performance.volatility(),
                performance.sharpe(),
                null,
                null,
                blend.delta(),
                market.byAsset(blend.prior()),
                market.byAsset(blend.posterior().expected()),
                CovarianceCommand.rows(blend.posterior().covariance()));
        return Answer.done(report, text(market, weights, performance));
    }

    /** Allocations that look at no return are measured by the mean that their authors measure them by. */
    private String usual() {
        return List.of("hrp", "herc", "nco").contains(method) ? "mean-arith" : "mean";
    }

    private Constraints constraints(List<String> assets) {
        double least = lower == null ? (marketNeutral ? -1.0 : 0.0) : lower;
        Constraints kept = Constraints.longOnly(assets.size()).withBounds(least, upper);
        kept = marketNeutral ? kept.withBudget(0) : kept;
        if (sectors == null) {
            if (!sectorMin.isEmpty() || !sectorMax.isEmpty()) {
                throw new IllegalArgumentException("sectors must be given to bound them");
            }
            return kept;
        }
        Map<String, String> ofAssets = CsvFile.read(sectors).pairs();
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < assets.size(); i++) {
            String sector = ofAssets.get(assets.get(i));
            if (sector != null) {
                members.computeIfAbsent(sector, _ -> new ArrayList<>()).add(i);
            }
        }
        List<String> bounded = new ArrayList<>(sectorMin.keySet());
        bounded.addAll(sectorMax.keySet());
        for (String sector : bounded.stream().distinct().toList()) {
            if (!members.containsKey(sector)) {
                throw new IllegalArgumentException("sector must be one of " + members.keySet() + ", was " + sector);
            }
            kept = kept.withGroup(
                    "sector " + sector,
                    members.get(sector),
                    sectorMin.getOrDefault(sector, Double.NEGATIVE_INFINITY),
                    sectorMax.getOrDefault(sector, Double.POSITIVE_INFINITY));
        }
        return kept;
    }

    private static String text(MarketEstimate market, Weights weights, MarketEstimate.Performance performance) {
        return market.byAsset(weights.toArray()).entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue()))
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + row("expected return", performance.expectedReturn())
                + "\n"
                + row("volatility", performance.volatility());
    }
}
