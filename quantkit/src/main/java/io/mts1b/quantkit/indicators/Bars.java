package io.mts1b.quantkit.indicators;

import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The bars of one instrument as columns, oldest first, NaN where a number is missing. Immutable and thread-safe.
 */
public final class Bars {

    private static final String[] NAMES = {"open", "high", "low", "close", "volume", "benchmark"};

    /** When each bar was: dates, or moments. */
    private final List<? extends Temporal> times;

    private final long[] days;
    private final double[][] columns;

    private Bars(List<? extends Temporal> times, long[] days, double[][] columns) {
        this.times = times;
        this.days = days;
        this.columns = columns;
    }

    /**
     * Makes bars.
     *
     * @param dates the T dates, rising
     * @param open T first prices; copied, as all columns are
     * @param high T highest prices
     * @param low T lowest prices
     * @param close T last prices
     * @param volume T quantities
     * @return the bars, with no benchmark
     * @throws IllegalArgumentException if dates do not rise, a column has another length, a number is infinite, a high
     *     is below its low or a quantity is negative
     */
    public static Bars of(
            List<LocalDate> dates, double[] open, double[] high, double[] low, double[] close, double[] volume) {
        List<LocalDate> kept = List.copyOf(dates);
        long[] days = kept.stream().mapToLong(LocalDate::toEpochDay).toArray();
        for (int t = 1; t < days.length; t++) {
            Require.that(days[t - 1] < days[t], "dates must rise, was " + kept.get(t - 1) + " then " + kept.get(t));
        }
        return of(kept, days, open, high, low, close, volume);
    }

    /**
     * Makes bars of which a day may have many. The day of a bar is that of its own offset: let moments have the offset
     * of their exchange, lest a session is cut in two at the midnight of somewhere else.
     *
     * @param times the T moments, rising, of days that do not fall
     * @param open T first prices; copied, as all columns are
     * @param high T highest prices
     * @param low T lowest prices
     * @param close T last prices
     * @param volume T quantities
     * @return the bars, with no benchmark
     * @throws IllegalArgumentException if moments do not rise, days fall, or as {@link #of}
     */
    public static Bars ofTimes(
            List<OffsetDateTime> times, double[] open, double[] high, double[] low, double[] close, double[] volume) {
        List<OffsetDateTime> kept = List.copyOf(times);
        long[] days =
                kept.stream().mapToLong(time -> time.toLocalDate().toEpochDay()).toArray();
        for (int t = 1; t < days.length; t++) {
            OffsetDateTime before = kept.get(t - 1);
            if (!before.isBefore(kept.get(t)) || days[t - 1] > days[t]) {
                throw new IllegalArgumentException(
                        "times must rise and their days not fall, was " + before + " then " + kept.get(t));
            }
        }
        return of(kept, days, open, high, low, close, volume);
    }

    private static Bars of(
            List<? extends Temporal> times,
            long[] days,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        double[] none = new double[days.length];
        Arrays.fill(none, Double.NaN);
        double[][] columns = {open.clone(), high.clone(), low.clone(), close.clone(), volume.clone(), none};
        Bars bars = new Bars(times, days, columns);
        bars.check();
        return bars;
    }

    /**
     * Makes bars of last prices alone.
     *
     * @param dates the T dates, rising
     * @param close T last prices; copied
     * @return bars that lack everything else
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Bars ofCloses(List<LocalDate> dates, double[] close) {
        double[] none = new double[dates.size()];
        Arrays.fill(none, Double.NaN);
        return of(dates, none, none, none, close, none);
    }

    /**
     * Sets what the bars are compared with.
     *
     * @param closes T last prices of the benchmark; copied
     * @return the same bars with that benchmark
     * @throws IllegalArgumentException if there are not T, or one is infinite
     */
    public Bars against(double[] closes) {
        double[][] more = columns.clone();
        more[5] = closes.clone();
        Bars bars = new Bars(times, days, more);
        bars.check();
        return bars;
    }

    private void check() {
        for (int k = 0; k < NAMES.length; k++) {
            Require.that(
                    columns[k].length == days.length,
                    NAMES[k] + " must have " + days.length + " rows, had " + columns[k].length);
            for (int t = 0; t < days.length; t++) {
                if (Double.isInfinite(columns[k][t])) {
                    throw new IllegalArgumentException(NAMES[k] + " must be finite on " + times.get(t));
                }
            }
        }
        for (int t = 0; t < days.length; t++) {
            if (columns[1][t] < columns[2][t]) {
                throw new IllegalArgumentException("high must be at least low " + columns[2][t] + " on " + times.get(t)
                        + ", was " + columns[1][t]);
            }
            if (columns[4][t] < 0) {
                throw new IllegalArgumentException(
                        "volume must not be negative on " + times.get(t) + ", was " + columns[4][t]);
            }
        }
    }

    /**
     * Returns how many bars there are.
     *
     * @return T
     */
    public int size() {
        return days.length;
    }

    /**
     * Returns the dates.
     *
     * @return T dates, rising, or not falling where a day has many bars
     */
    public List<LocalDate> dates() {
        return LongStream.of(days).mapToObj(LocalDate::ofEpochDay).toList();
    }

    /**
     * Returns the first bars, as they were known then.
     *
     * @param rows how many, 0 to T
     * @return those bars
     */
    public Bars head(int rows) {
        return new Bars(
                times.subList(0, rows),
                Arrays.copyOf(days, rows),
                Arrays.stream(columns).map(one -> Arrays.copyOf(one, rows)).toArray(double[][]::new));
    }

    /**
     * Shows one bar.
     *
     * @param row which, 0 to T-1
     * @param bar what to set
     */
    public void show(int row, CurrentBar bar) {
        bar.epochDay = days[row];
        bar.open = columns[0][row];
        bar.high = columns[1][row];
        bar.low = columns[2][row];
        bar.close = columns[3][row];
        bar.volume = columns[4][row];
        bar.benchmark = columns[5][row];
    }
}
