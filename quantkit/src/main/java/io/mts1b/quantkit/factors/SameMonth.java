package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Same-month seasonality: an asset that did well in a calendar month does well in it again.
 *
 * <p>The raw score of a date is the mean of the asset's returns in the calendar month of the day after it, in each of
 * the past {@code years} years, as far as they are known: so the last date of January is scored by Februaries. The
 * return of a month is its last close over the last close of the month before, less 1.
 *
 * <p>Reference: S. Heston and R. Sadka, "Seasonality in the Cross-Section of Stock Returns", Journal of Financial
 * Economics 87(2), 2008, 418-445.
 *
 * @param name the factor's name
 * @param years how many years back, at least 1
 */
public record SameMonth(String name, int years) implements Factor {

    /** The past five years. */
    public static final SameMonth FIVE_YEARS = new SameMonth("f_same_month", 5);

    /** Validates. */
    public SameMonth {
        FactorRegistry.requireName(name);
        Require.that(years >= 1, "years must be at least 1, was " + years);
    }

    /** A month needs a close in it and one in the month before; how many dates a year has depends on the panel. */
    @Override
    public int warmup() {
        return 2;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(panel, a -> column(panel.dates(), panel.column(PanelField.CLOSE, a)));
    }

    private double[] column(List<LocalDate> dates, double[] close) {
        double[] raw = new double[close.length];
        Arrays.fill(raw, Double.NaN);
        SortedMap<YearMonth, Double> closes = new TreeMap<>();
        for (int t = 0; t < raw.length; t++) {
            if (!Double.isNaN(close[t])) {
                closes.put(YearMonth.from(dates.get(t)), close[t]);
            }
            // A month that is a year old or more is over, so that what is in the map is its last close.
            raw[t] = mean(closes, YearMonth.from(dates.get(t).plusDays(1)));
        }
        return raw;
    }

    private double mean(SortedMap<YearMonth, Double> closes, YearMonth month) {
        double sum = 0;
        int count = 0;
        for (int back = 1; back <= years; back++) {
            Double end = closes.get(month.minusYears(back));
            Double start = closes.get(month.minusYears(back).minusMonths(1));
            if (end != null && start != null && start > 0) {
                sum += end / start - 1;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
