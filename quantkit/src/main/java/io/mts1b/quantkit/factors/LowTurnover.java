package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Low turnover: shares that seldom change hands earn more.
 *
 * <p>The raw score is the mean of {@code volume / shares outstanding} over the last {@code window} dates, with a
 * minus.
 *
 * <p>Reference: V. Datar, N. Naik and R. Radcliffe, "Liquidity and Stock Returns: An Alternative Test", Journal of
 * Financial Markets 1(2), 1998, 203-219.
 *
 * @param name the factor's name
 * @param shares how many shares were outstanding
 * @param window how many dates, at least 1
 */
public record LowTurnover(String name, Releases shares, int window) implements Factor {

    /** Validates. */
    public LowTurnover {
        FactorRegistry.requireName(name);
        Require.that(window >= 1, "window must be at least 1, was " + window);
    }

    @Override
    public int warmup() {
        return window - 1;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> {
            double[] volume = panel.column(PanelField.VOLUME, a);
            double[] turnover = Trailing.quotients(volume, shares.known(panel, a), quotient -> -quotient);
            return Trailing.window(turnover, window, Trailing::mean);
        });
    }
}
