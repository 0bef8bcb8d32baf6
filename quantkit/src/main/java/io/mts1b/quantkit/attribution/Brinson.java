package io.mts1b.quantkit.attribution;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * How a portfolio's return differs from its benchmark's, sector by sector.
 *
 * <p>With weights w and returns r of the portfolio, W and R of the benchmark, and {@code B = sum W R} the benchmark's
 * return: allocation {@code (w - W) (R - B)}, selection {@code W (r - R)}, interaction {@code (w - W) (r - R)}. All of
 * all sectors sum to the difference of the returns where both weights sum to 1, which is asked for.
 *
 * <p>References: G. Brinson, L. R. Hood and G. Beebower, "Determinants of Portfolio Performance", Financial Analysts
 * Journal 42(4), 1986, 39-44; G. Brinson and N. Fachler, "Measuring Non-U.S. Equity Portfolio Performance", Journal of
 * Portfolio Management 11(3), 1985, 73-76, whose allocation this is; to link periods, D. Cariño, "Combining
 * Attribution Effects over Time", Journal of Performance Measurement 3(4), 1999, 5-14.
 *
 * @param portfolio the portfolio's return
 * @param benchmark the benchmark's return
 * @param effects the effects, in the order of the sectors
 */
public record Brinson(double portfolio, double benchmark, List<Effect> effects) {

    /** Weights may miss 1 by this much, as those of files do. */
    private static final double ROUNDING = 1e-9;

    /** Copies. */
    public Brinson {
        effects = List.copyOf(effects);
    }

    /**
     * One sector.
     *
     * @param name what it is called
     * @param weight its weight in the portfolio at the start of the period
     * @param earned its return in the portfolio
     * @param benchmarkWeight its weight in the benchmark
     * @param benchmarkEarned its return in the benchmark
     */
    public record Sector(String name, double weight, double earned, double benchmarkWeight, double benchmarkEarned) {

        /** Validates. */
        public Sector {
            Require.that(
                    Double.isFinite(weight + earned + benchmarkWeight + benchmarkEarned),
                    "weights and returns of " + name + " must be finite");
        }
    }

    /**
     * What one sector added.
     *
     * @param sector its name
     * @param allocation by holding more or less of it
     * @param selection by holding other things in it
     * @param interaction by both together
     */
    public record Effect(String sector, double allocation, double selection, double interaction) {

        /**
         * Returns the whole effect.
         *
         * @return the sum of the three
         */
        public double total() {
            return allocation + selection + interaction;
        }

        private Effect scaled(double factor) {
            return new Effect(sector, factor * allocation, factor * selection, factor * interaction);
        }

        private Effect plus(Effect other) {
            return new Effect(
                    sector,
                    allocation + other.allocation,
                    selection + other.selection,
                    interaction + other.interaction);
        }
    }

    /**
     * Attributes one period.
     *
     * @param sectors all sectors, each once
     * @return the effects
     * @throws IllegalArgumentException if a sector comes twice, or the weights of the portfolio or of the benchmark do
     *     not sum to 1
     */
    public static Brinson of(List<Sector> sectors) {
        Require.that(
                sectors.stream().map(Sector::name).distinct().count() == sectors.size(),
                "sectors must come once, were "
                        + sectors.stream().map(Sector::name).toList());
        requireWhole("weights", sectors.stream().mapToDouble(Sector::weight).sum());
        requireWhole(
                "benchmark weights",
                sectors.stream().mapToDouble(Sector::benchmarkWeight).sum());
        double portfolio =
                sectors.stream().mapToDouble(one -> one.weight * one.earned).sum();
        double benchmark = sectors.stream()
                .mapToDouble(one -> one.benchmarkWeight * one.benchmarkEarned)
                .sum();
        List<Effect> effects = sectors.stream()
                .map(one -> {
                    double more = one.weight - one.benchmarkWeight;
                    double better = one.earned - one.benchmarkEarned;
                    return new Effect(
                            one.name,
                            more * (one.benchmarkEarned - benchmark),
                            one.benchmarkWeight * better,
                            more * better);
                })
                .toList();
        return new Brinson(portfolio, benchmark, effects);
    }

    private static void requireWhole(String name, double sum) {
        Require.that(Math.abs(sum - 1) <= ROUNDING, name + " must sum to 1, was " + sum);
    }

    /**
     * Links periods, so that effects sum to the difference of compounded returns: the effects of period t are weighed
     * by {@code k(t) / k}, {@code k(t) = (ln(1 + p) - ln(1 + b)) / (p - b)} of its returns and k the same of the
     * compounded ones (Cariño 1999); where both are equal, {@code 1 / (1 + p)}.
     *
     * @param periods the periods, at least one, oldest first, all of the same sectors in the same order
     * @return the effects of all of them
     * @throws IllegalArgumentException if there are none, sectors differ or a return is not above -1
     */
    public static Brinson linked(List<Brinson> periods) {
        Require.that(!periods.isEmpty(), "periods must not be empty");
        double portfolio = 1;
        double benchmark = 1;
        List<String> sectors = names(periods.getFirst());
        for (Brinson one : periods) {
            Require.that(names(one).equals(sectors), "sectors must be " + sectors + ", were " + names(one));
            Require.that(
                    one.portfolio > -1 && one.benchmark > -1,
                    "returns must be above -1, were " + one.portfolio + " and " + one.benchmark);
            portfolio *= 1 + one.portfolio;
            benchmark *= 1 + one.benchmark;
        }
        double whole = coefficient(portfolio - 1, benchmark - 1);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < sectors.size(); i++) {
            Effect sum = new Effect(sectors.get(i), 0, 0, 0);
            for (Brinson one : periods) {
                sum = sum.plus(one.effects.get(i).scaled(coefficient(one.portfolio, one.benchmark) / whole));
            }
            effects.add(sum);
        }
        return new Brinson(portfolio - 1, benchmark - 1, effects);
    }

    private static List<String> names(Brinson one) {
        return one.effects.stream().map(Effect::sector).toList();
    }

    /** ln((1 + p) / (1 + b)) / (p - b), without dividing two rounding errors where p is near b. */
    private static double coefficient(double p, double b) {
        double x = (p - b) / (1 + b);
        return x == 0 ? 1 / (1 + p) : StrictMath.log1p(x) / x / (1 + b);
    }
}
