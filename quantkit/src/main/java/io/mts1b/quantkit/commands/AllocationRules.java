package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CsvFile;
import io.mts1b.quantkit.allocation.Constraints;
import io.mts1b.quantkit.allocation.MeanRisk;
import io.mts1b.quantkit.allocation.Selection;
import io.mts1b.quantkit.allocation.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an optimizer keeps to and pays for besides bounds, as options of a command. */
final class AllocationRules {

    @Option(names = "--held", description = "CSV: an asset and its weight so far to a line; those left out have none.")
    private @Nullable Path held;

    @Option(names = "--turnover", description = "The largest sum of purchases and sales; needs --held.")
    private @Nullable Double turnover;

    @Option(names = "--cost", description = "What a unit bought or sold costs of the return per year; needs --held.")
    private @Nullable Double cost;

    @Option(names = "--min-trade", description = "The smallest change of a weight that changes; needs --held.")
    private @Nullable Double minTrade;

    @Option(names = "--max-assets", description = "The largest number of assets held.")
    private @Nullable Integer maxAssets;

    @Option(names = "--min-weight", description = "The smallest weight, long or short, of an asset that is held.")
    private @Nullable Double minWeight;

    @Option(
            names = "--effort",
            description = "After how many convex problems --max-assets, --min-weight and --min-trade stop searching.")
    private @Nullable Integer effort;

    @Option(
            names = "--uncertainty",
            description = "box or ellipsoid: the worst means within some standard errors count.")
    private @Nullable String uncertainty;

    @Option(names = "--standard-errors", description = "How many of them, 1 if not given; needs --uncertainty.")
    private @Nullable Double standardErrors;

    /** Returns the options that are given, with what they are. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        put("--held", held, given);
        put("--turnover", turnover, given);
        put("--cost", cost, given);
        put("--min-trade", minTrade, given);
        put("--max-assets", maxAssets, given);
        put("--min-weight", minWeight, given);
        put("--effort", effort, given);
        put("--uncertainty", uncertainty, given);
        put("--standard-errors", standardErrors, given);
        return given;
    }

    static void put(String option, @Nullable Object value, Map<String, Object> given) {
        if (value != null) {
            given.put(option, value);
        }
    }

    /** Refuses options that mean nothing without another one. */
    private void requireCompany() {
        if (held == null && (turnover != null || cost != null || minTrade != null)) {
            throw new IllegalArgumentException("--held must be given for --turnover, --cost and --min-trade, was not");
        }
        if (uncertainty == null && standardErrors != null) {
            throw new IllegalArgumentException("--uncertainty must be given for --standard-errors, was not");
        }
    }

    Constraints constraints(Constraints kept, List<String> assets) {
        requireCompany();
        return turnover == null ? kept : kept.withTurnover(weights(assets), turnover);
    }

    MeanRisk applied(MeanRisk optimizer, MarketEstimate market) {
        List<String> assets = market.prices().assets();
        MeanRisk with = optimizer;
        if (cost != null) {
            double[] costs = new double[assets.size()];
            Arrays.fill(costs, cost);
            with = with.withTradingCosts(weights(assets), costs);
        }
        if (uncertainty != null) {
            with = with.withUncertainReturns(
                    market.uncertainty(uncertainty, standardErrors == null ? 1 : standardErrors));
        }
        return maxAssets == null && minWeight == null && minTrade == null
                ? with
                : with.withSelection(selection(assets));
    }

    private Selection selection(List<String> assets) {
        Selection rules = Selection.any(assets.size());
        rules = maxAssets == null ? rules : rules.withMostHoldings(maxAssets);
        rules = minWeight == null ? rules : rules.withLeastHolding(minWeight);
        rules = minTrade == null ? rules : rules.withLeastTrade(weights(assets), minTrade);
        return effort == null ? rules : rules.withEffort(effort);
    }

    private Weights weights(List<String> assets) {
        double[] weights = new double[assets.size()];
        if (held != null) {
            CsvFile.read(held).numbersOf(assets).forEach((asset, weight) -> weights[assets.indexOf(asset)] = weight);
        }
        return Weights.of(weights);
    }
}
