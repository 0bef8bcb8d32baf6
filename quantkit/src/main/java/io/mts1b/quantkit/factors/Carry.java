package io.mts1b.quantkit.factors;

import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Carry: what an asset earns if nothing changes, its dividend yield, rate differential or futures basis.
 *
 * <p>The raw score is the carry that was last published.
 *
 * <p>Reference: R. Koijen, T. Moskowitz, L. H. Pedersen and E. Vrugt, "Carry", Journal of Financial Economics 127(2),
 * 2018, 197-225.
 *
 * @param name the factor's name
 * @param carry what each asset earns per year, as a fraction
 */
public record Carry(String name, Releases carry) implements Factor {

    /** Validates. */
    public Carry {
        FactorRegistry.requireName(name);
    }

    @Override
    public int warmup() {
        return 0;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> carry.known(panel, a));
    }
}
