package io.mts1b.portfolio.sleeves;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts sleeves together. */
public final class Composition {

    private Composition() {}

    /**
     * Returns the weights of the whole portfolio: {@code sum_s a_s w_si} of instrument {@code i} over the sleeves
     * {@code s}, so that what one sleeve holds and another is short of is netted.
     *
     * @param sleeves the sleeves, at least one, with names of their own
     * @param overlay how the capital is divided between them
     * @return shares of the whole capital, of each instrument that a sleeve names
     * @throws IllegalArgumentException if there is no sleeve, two have one name, or the overlay is for another number
     */
    public static SortedMap<InstrumentId, Double> of(List<Sleeve> sleeves, Overlay overlay) {
        Require.that(!sleeves.isEmpty(), "sleeves must be at least 1, were 0");
        List<String> names = sleeves.stream().map(Sleeve::name).toList();
        Require.that(
                names.stream().distinct().count() == names.size(),
                "sleeves must have names of their own, had " + names);
        Weights allocations = overlay.allocations(sleeves.size());
        SortedMap<InstrumentId, Double> whole = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            double allocation = allocations.get(i);
            sleeves.get(i)
                    .weights()
                    .forEach((instrument, weight) -> whole.merge(instrument, allocation * weight, Double::sum));
        }
        return Collections.unmodifiableSortedMap(whole);
    }
}
