package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Reversal: what lost comes back, over a month and again over years.
 *
 * <p>The raw score of date {@code t} is {@code -(close(t - skip) / close(t - lookback) - 1)}.
 *
 * <p>References: N. Jegadeesh, "Evidence of Predictable Behavior of Security Returns", Journal of Finance 45(3), 1990,
 * 881-898; W. De Bondt and R. Thaler, "Does the Stock Market Overreact?", Journal of Finance 40(3), 1985, 793-805.
 *
 * @param name the factor's name
 * @param lookback how many dates ago the loss starts to count, above {@code skip}
 * @param skip how many dates ago it stops to count, zero or more
 */
public record Reversal(String name, int lookback, int skip) implements Factor {

    /** The last month, in trading days. */
    public static final Reversal MONTH = new Reversal("f_reversal_1m", 21, 0);

    /** Five years less the last one, over which prices trend. */
    public static final Reversal YEARS = new Reversal("f_reversal_60_12", 1260, 252);

    /** Validates. */
    public Reversal {
        FactorRegistry.requireName(name);
        Require.that(skip >= 0, "skip must not be negative, was " + skip);
        Require.that(lookback > skip, "lookback must be above skip " + skip + ", was " + lookback);
    }

    @Override
    public int warmup() {
        return lookback;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(
                panel,
                a -> Trailing.map(Trailing.gains(panel.column(PanelField.CLOSE, a), lookback, skip), gain -> -gain));
    }
}
