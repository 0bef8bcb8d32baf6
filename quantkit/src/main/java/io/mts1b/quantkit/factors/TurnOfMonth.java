package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/**
 * Turn-of-month seasonality: how much more an asset earns on the last date and the first three of a month.
 *
 * <p>The raw score is the mean simple return on such dates less that on all others, of the last {@code window} dates.
 * That a date was the last of its month is known once a later month has begun, and counts from then on; so no calendar
 * is needed, and none is guessed.
 *
 * <p>Reference: J. McConnell and W. Xu, "Equity Returns at the Turn of the Month", Financial Analysts Journal 64(2),
 * 2008, 49-64.
 *
 * @param name the factor's name
 * @param window how many returns, at least 25, so that each kind is there
 */
public record TurnOfMonth(String name, int window) implements Factor {

    /** One year of trading days. */
    public static final TurnOfMonth YEAR = new TurnOfMonth("f_turn_of_month", 252);

    /** Validates. */
    public TurnOfMonth {
        FactorRegistry.requireName(name);
        Require.that(window >= 25, "window must be at least 25, was " + window);
    }

    @Override
    public int warmup() {
        return window;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        List<LocalDate> dates = panel.dates();
        boolean[] begins = new boolean[dates.size()];
        for (int t = 1; t < begins.length; t++) {
            begins[t] = !YearMonth.from(dates.get(t)).equals(YearMonth.from(dates.get(t - 1)));
        }
        return Trailing.scores(panel, a -> {
            double[] returns = Trailing.returns(panel, a);
            double[] raw = new double[returns.length];
            Arrays.fill(raw, Double.NaN);
            for (int t = window; t < raw.length; t++) {
                raw[t] = difference(returns, begins, t);
            }
            return raw;
        });
    }

    /** Looks at no row after the last one: whether that one ends its month is not known yet. */
    private double difference(double[] returns, boolean[] begins, int last) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int t = last - window + 1; t <= last; t++) {
            if (!Double.isNaN(returns[t])) {
                boolean first = begins[t] || begins[t - 1] || (t >= 2 && begins[t - 2]);
                int kind = first || (t < last && begins[t + 1]) ? 1 : 0;
                sums[kind] += returns[t];
                counts[kind]++;
            }
        }
        return 4 * (counts[0] + counts[1]) < 3 * window || counts[0] == 0 || counts[1] == 0
                ? Double.NaN
                : sums[1] / counts[1] - sums[0] / counts[0];
    }
}
