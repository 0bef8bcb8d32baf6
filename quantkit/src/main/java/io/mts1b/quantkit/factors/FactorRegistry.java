package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Factors by name. Immutable: adding one gives a new registry, so that nobody changes what another relies
 * on.
 */
public final class FactorRegistry {

    private static final Pattern NAME = Pattern.compile("f_[a-z0-9]+(_[a-z0-9]+)*");

    private final SortedMap<String, Factor> factors;

    private FactorRegistry(SortedMap<String, Factor> factors) {
        this.factors = Collections.unmodifiableSortedMap(factors);
    }

    /**
     * Returns the factors of the house that need nothing but bars. Those that need figures that somebody published,
     * such as {@link Value}, {@link Quality}, {@link Carry} and {@link LowTurnover}, are added with their figures.
     *
     * @return the registry everybody starts from
     */
    public static FactorRegistry builtIn() {
        FactorRegistry all = new FactorRegistry(new TreeMap<>());
        List<Factor> house = List.of(
                Momentum.DAILY_12_1,
                Reversal.MONTH,
                Reversal.YEARS,
                LowVolatility.YEAR,
                MarketRisk.LOW_BETA,
                MarketRisk.LOW_IDIOSYNCRATIC,
                Illiquidity.YEAR,
                MovingAverageDistance.DAILY_21_200,
                NearHigh.WEEKS_52,
                TimeSeriesMomentum.YEAR,
                SameMonth.FIVE_YEARS,
                TurnOfMonth.YEAR);
        for (Factor factor : house) {
            all = all.with(factor);
        }
        return all;
    }

    /**
     * Adds a factor.
     *
     * @param factor one whose name is not taken
     * @return a registry with one factor more
     * @throws IllegalArgumentException if the name is taken, or is not {@code f_} and lower-case words
     */
    public FactorRegistry with(Factor factor) {
        String name = requireName(factor.name());
        Require.that(!factors.containsKey(name), "factor " + name + " must be registered once");
        SortedMap<String, Factor> more = new TreeMap<>(factors);
        more.put(name, factor);
        return new FactorRegistry(more);
    }

    /**
     * Finds a factor.
     *
     * @param name its name
     * @return the factor; empty if there is none
     */
    public Optional<Factor> find(String name) {
        return Optional.ofNullable(factors.get(name));
    }

    /**
     * Returns all factors.
     *
     * @return the factors by name, names rising
     */
    public SortedMap<String, Factor> factors() {
        return factors;
    }

    static String requireName(String name) {
        Require.that(
                NAME.matcher(name).matches(),
                "name must be f_ and lower-case words joined by _, was " + Quoted.of(name));
        return name;
    }
}
