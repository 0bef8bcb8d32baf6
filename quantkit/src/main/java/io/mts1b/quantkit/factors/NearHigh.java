package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.util.Arrays;

/**
 * Nearness to the 52-week high: people hold on to it as to an anchor, and good news near it is paid too little.
 *
 * <p>The raw score is {@code close / highest of the last window closes}.
 *
 * <p>Reference: T. George and C.-Y. Hwang, "The 52-Week High and Momentum Investing", Journal of Finance 59(5), 2004,
 * 2145-2176.
 *
 * @param name the factor's name
 * @param window how many closes, at least 2
 */
public record NearHigh(String name, int window) implements Factor {

    /** 52 weeks of trading days. */
    public static final NearHigh WEEKS_52 = new NearHigh("f_52_week_high", 252);

    /** Validates. */
    public NearHigh {
        FactorRegistry.requireName(name);
        Require.that(window >= 2, "window must be at least 2, was " + window);
    }

    @Override
    public int warmup() {
        return window - 1;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> {
            double[] close = panel.column(PanelField.CLOSE, a);
            double[] highest = Trailing.window(
                    close, window, values -> Arrays.stream(values).max().orElse(Double.NaN));
            return Trailing.quotients(close, highest, quotient -> quotient);
        });
    }
}
