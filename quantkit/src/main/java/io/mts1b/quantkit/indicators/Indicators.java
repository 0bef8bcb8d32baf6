package io.mts1b.quantkit.indicators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The indicators of the house by name. */
public final class Indicators {

    private static final SortedMap<String, Indicator> ALL = collect();
    private static final SortedMap<String, Indicator> BY_ANY_NAME = collectAliases();

    private Indicators() {}

    private static SortedMap<String, Indicator> collect() {
        SortedMap<String, Indicator> all = new TreeMap<>();
        Stream.of(
                        Averages.all(),
                        AdaptiveAverages.all(),
                        Oscillators.all(),
                        Momenta.all(),
                        Trends.all(),
                        Stops.all(),
                        Channels.all(),
                        Volatilities.all(),
                        Volumes.all(),
                        Patterns.all(),
                        Statistics.all())
                .flatMap(List::stream)
                .forEach(one -> put(all, one.name(), one));
        return Collections.unmodifiableSortedMap(all);
    }

    private static SortedMap<String, Indicator> collectAliases() {
        SortedMap<String, Indicator> all = new TreeMap<>(ALL);
        ALL.values().forEach(one -> one.aliases().forEach(alias -> put(all, alias, one)));
        return all;
    }

    private static void put(SortedMap<String, Indicator> all, String name, Indicator indicator) {
        if (all.put(name, indicator) != null) {
            throw new IllegalStateException("indicator " + name + " must be defined once");
        }
    }

    /**
     * Returns all indicators.
     *
     * @return the indicators by name, names rising
     */
    public static SortedMap<String, Indicator> all() {
        return ALL;
    }

    /**
     * Finds an indicator.
     *
     * @param name its name or an alias, in any case, words joined by {@code -} or {@code _}
     * @return the indicator; empty if there is none
     */
    public static Optional<Indicator> find(String name) {
        return Optional.ofNullable(BY_ANY_NAME.get(plain(name)));
    }

    /**
     * Finds an indicator that must be there.
     *
     * @param name as of {@link #find}
     * @return the indicator
     * @throws IllegalArgumentException if there is none, with the nearest name
     */
    public static Indicator require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("indicator " + name
                        + " must be a known one; did you mean "
                        + NearestName.of(plain(name), new ArrayList<>(BY_ANY_NAME.keySet())) + "?"));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
