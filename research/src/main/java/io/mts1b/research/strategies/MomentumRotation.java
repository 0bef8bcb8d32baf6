package io.mts1b.research.strategies;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.signals.Signal;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.sizing.VolatilityTarget;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.factors.Factor;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Holds the better half of a universe by a factor, weighted by hierarchical risk parity and scaled to a
 * volatility.
 *
 * <p>An asset takes part if the factor scores it and it has a price on every date of the windows. Of n
 * such assets the {@code ceil(n / 2)} with the highest scores are held; of equal scores the one that
 * comes first in the panel.
 *
 * <p>Immutable and thread-safe.
 *
 * @param strategy its name
 * @param fund for which fund
 * @param factor what makes an asset better
 * @param allocator how the chosen ones are weighted
 * @param window how many returns the weights are estimated on, at least 2
 * @param volatility how much risk is taken; its largest scale is the largest sum of weights
 */
public record MomentumRotation(
        StrategyId strategy,
        FundId fund,
        Factor factor,
        HierarchicalRiskParity allocator,
        int window,
        VolatilityTarget volatility) {

    /** Validates. */
    public MomentumRotation {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(factor, "factor");
        Objects.requireNonNull(allocator, "allocator");
        Require.that(window >= 2, "window must be at least 2, was " + window);
        Require.that(
                volatility.window() <= window,
                "volatility must look back at most " + window + " returns, was " + volatility.window());
    }

    /** An asset that may be held: its place in the panel and its score. */
    private record Candidate(int asset, double score) {}

    /**
     * Decides.
     *
     * @param known what is known; its last date is now
     * @param at the instant of the decision, not before the last date ended
     * @return the weights wanted, or why there is no opinion
     */
    public Opinion decide(UniversePanel known, Instant at) {
        int dates = known.dates().size();
        int needed = Math.max(factor.warmup(), window) + 1;
        if (dates < needed) {
            return new Opinion.Abstains("history of " + dates + " dates is shorter than the " + needed + " needed");
        }
        List<Candidate> candidates = candidates(known);
        if (candidates.isEmpty()) {
            return new Opinion.Abstains("no asset has a score and " + needed + " prices");
        }
        List<Candidate> chosen = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit((candidates.size() + 1) / 2)
                .sorted(Comparator.comparingInt(Candidate::asset))
                .toList();
        Signal signal = signal(known, candidates, at);
        double[][] returns = chosen.stream()
                .map(one -> Returns.simple(window(known, one.asset)))
                .toArray(double[][]::new);
        Weights weights = allocator.allocate(returns).weights();
        double scale = volatility.scale(weights.toArray(), returns);
        List<TargetWeight> targets = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            InstrumentId instrument = known.instruments().get(chosen.get(i).asset());
            targets.add(new TargetWeight(fund, strategy, instrument, scale * weights.get(i), at));
        }
        return new Opinion.Wants(signal, targets);
    }

    private List<Candidate> candidates(UniversePanel known) {
        int last = known.dates().size() - 1;
        double[][] scores = factor.scores(known);
        List<Candidate> candidates = new ArrayList<>();
        for (int asset = 0; asset < scores.length; asset++) {
            if (!Double.isNaN(scores[asset][last]) && moves(window(known, asset))) {
                candidates.add(new Candidate(asset, scores[asset][last]));
            }
        }
        return candidates;
    }

    /** Returns the prices that the last {@link #window()} returns come from. */
    private double[] window(UniversePanel known, int asset) {
        double[] close = known.column(PanelField.CLOSE, asset);
        return Arrays.copyOfRange(close, close.length - window - 1, close.length);
    }

    /** An asset with a gap cannot be measured, and one that does not move has no risk to share. */
    private static boolean moves(double[] prices) {
        return Arrays.stream(prices).noneMatch(Double::isNaN)
                && Moments.of(Returns.simple(prices)).variance() > 0;
    }

    private Signal signal(UniversePanel known, List<Candidate> candidates, Instant at) {
        return new Signal(
                strategy,
                at,
                candidates.stream()
                        .map(candidate ->
                                new Signal.Score(known.instruments().get(candidate.asset()), candidate.score()))
                        .toList());
    }
}
