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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mts quantkit allocate}. */
@Command(name = "allocate", description = "Says how much of each asset to hold.")
final class AllocateCommand extends QuantkitCommand {

    /** A weight beyond a bound by less is on it. */
    private static final double BEYOND = 1e-9;

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

    @Option(names = "--linkage", description = "single, average, complete or ward, for hrp, herc and nco.")
    private @Nullable String linkage;

    @Option(
            names = "--distance",
            description = "How unlike assets are, for hrp, herc and nco: pearson, absolute, spearman, kendall,"
                    + " mutual-information or variation-of-information.")
    private @Nullable String distance;

    @Option(names = "--risk-free", defaultValue = "0", description = "What is earned without risk per year.")
    private double riskless;

    @Option(names = "--target", description = "The volatility or the return per year to aim at.")
    private @Nullable Double target;

    @Option(names = "--risk-aversion", defaultValue = "1", description = "For max-utility.")
    private double riskAversion;

    @Option(names = "--lower", description = "The least weight.")
    private @Nullable Double lower;

    @Option(names = "--upper", description = "The largest weight.")
    private @Nullable Double upper;

    @Option(names = "--l2", description = "What the sum of squared weights costs.")
    private @Nullable Double ridge;

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

    @Mixin
    private AllocationRules rules = new AllocationRules();

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
            @Nullable Double bound,
            @Nullable Double repair,
            @Nullable List<List<Double>> linkage,
            @Nullable Double delta,
            @Nullable SortedMap<String, Double> prior,
            @Nullable SortedMap<String, Double> posteriorReturns,
            @Nullable List<List<Double>> posteriorCovariance) {}

    /** What is printed where constraints contradict each other. */
    record Refusal(List<String> conflict, SortedMap<String, Double> broken, SortedMap<String, Double> nearest) {}

    @Override
    protected Answer answer() {
        MethodOptions.requireKnown(method, given().keySet());
        requireNumbers();
        PriceTable table = PriceTable.read(prices);
        MarketEstimate market = MarketEstimate.of(
                table,
                tail,
                new PeriodsPerYear(frequency),
                covariance,
                expected == null ? usual() : expected,
                riskless);
        Constraints kept = rules.constraints(constraints(table.assets()), table.assets());
        if (method.equals("black-litterman")) {
            return blended(market, kept);
        }
        AllocationMethod chosen =
                new AllocationMethod(market, kept, target, riskAversion, riskless, ridge == null ? 0 : ridge, 1 - beta);
        AllocationMethod.Found found = chosen.run(
                method, Optional.ofNullable(linkage), Optional.ofNullable(distance), one -> rules.applied(one, market));
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
        requireKept(weights, kept);
        MarketEstimate.Performance performance = market.performance(weights, riskless);
        Double bound = found.allocation() instanceof Allocation.Unproven open ? open.bound() : null;
        Report report = new Report(
                market.byAsset(weights.toArray()),
                performance.expectedReturn(),
                performance.volatility(),
                performance.sharpe(),
                found.objective(),
                bound,
                market.repair(),
                found.linkage(),
                null,
                null,
                null,
                null);
        return Answer.done(report, text(market, weights, performance) + unproven(found.objective(), bound));
    }

    private static String unproven(@Nullable Double objective, @Nullable Double bound) {
        return objective == null || bound == null
                ? ""
                : "\n" + row("objective", objective) + "\n" + row("no portfolio is better than", bound);
    }

    private Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>(rules.given());
        AllocationRules.put("--linkage", linkage, given);
        AllocationRules.put("--distance", distance, given);
        AllocationRules.put("--target", target, given);
        AllocationRules.put("--l2", ridge, given);
        AllocationRules.put("--market-neutral", marketNeutral ? true : null, given);
        AllocationRules.put("--sectors", sectors, given);
        AllocationRules.put("--market-caps", marketCaps, given);
        AllocationRules.put("--market-prices", marketPrices, given);
        AllocationRules.put("--views", views, given);
        AllocationRules.put("--confidences", confidences, given);
        return given;
    }

    private void requireNumbers() {
        if (!(beta > 0 && beta < 1)) {
            throw new IllegalArgumentException("--beta must be in (0, 1), was " + beta);
        }
        if (!Double.isFinite(riskless)) {
            throw new IllegalArgumentException("--risk-free must be finite, was " + riskless);
        }
    }

    /** Refuses weights beyond bounds that were asked for, of a method that has no way to keep them. */
    private void requireKept(Weights weights, Constraints kept) {
        Map<String, Double> broken = kept.broken(weights, BEYOND);
        boolean asked = (lower != null && broken.containsKey(Constraints.LOWER_BOUNDS))
                || (upper != null && broken.containsKey(Constraints.UPPER_BOUNDS));
        if (asked && !MethodOptions.keepsBounds(method)) {
            throw new IllegalArgumentException("--lower and --upper must hold without being kept by " + method
                    + ", but it breaks " + broken + ": take another method, or leave them out");
        }
    }

    private Answer blended(MarketEstimate market, Constraints kept) {
        ViewFiles files = new ViewFiles(market, riskless, tau);
        ViewFiles.Blend blend = files.read(
                ViewFiles.require("market-caps", marketCaps),
                ViewFiles.require("market-prices", marketPrices),
                ViewFiles.require("views", views),
                Optional.ofNullable(confidences));
        Weights weights = blend.posterior().weights();
        requireKept(weights, kept);
        MarketEstimate believed = market.believing(blend.posterior());
        MarketEstimate.Performance performance = believed.performance(weights, riskless);
        Report report = new Report(
                market.byAsset(weights.toArray()),
                performance.expectedReturn(),
                performance.volatility(),
                performance.sharpe(),
                null,
                null,
                market.repair(),
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
        Constraints kept = Constraints.longOnly(assets.size()).withBounds(least, upper == null ? 1 : upper);
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
