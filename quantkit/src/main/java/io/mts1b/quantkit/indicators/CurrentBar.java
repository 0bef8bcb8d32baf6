package io.mts1b.quantkit.indicators;

import io.mts1b.foundation.Require;

/**
 * The bar that an indicator is shown: one object, set again for each bar, so that millions of bars make no garbage.
 *
 * <p>Confined to one thread.
 */
public final class CurrentBar {

    long epochDay;
    double open = Double.NaN;
    double high = Double.NaN;
    double low = Double.NaN;
    double close = Double.NaN;
    double volume = Double.NaN;
    double benchmark = Double.NaN;

    /** Makes a bar that knows nothing yet. */
    public CurrentBar() {}

    /**
     * Sets the bar.
     *
     * @param epochDay the date, in days since 1970-01-01
     * @param open the first price, NaN where missing
     * @param high the highest price, at least {@code low}, NaN where missing
     * @param low the lowest price, NaN where missing
     * @param close the last price, NaN where missing
     * @param volume the quantity traded, zero or more, NaN where missing
     * @return this bar, with no benchmark
     * @throws IllegalArgumentException if a number is infinite, the highest price is below the lowest or the quantity
     *     is negative
     */
    public CurrentBar set(long epochDay, double open, double high, double low, double close, double volume) {
        Require.that(
                !(Double.isInfinite(open)
                        || Double.isInfinite(high)
                        || Double.isInfinite(low)
                        || Double.isInfinite(close)
                        || Double.isInfinite(volume)),
                "bar must be finite");
        if (high < low) {
            throw new IllegalArgumentException("high must be at least low " + low + ", was " + high);
        }
        if (volume < 0) {
            throw new IllegalArgumentException("volume must not be negative, was " + volume);
        }
        this.epochDay = epochDay;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        benchmark = Double.NaN;
        return this;
    }

    /**
     * Sets what the bar is compared with.
     *
     * @param close the last price of the benchmark on the same date, NaN where missing
     * @return this bar
     * @throws IllegalArgumentException if the price is infinite
     */
    public CurrentBar against(double close) {
        Require.that(!Double.isInfinite(close), "benchmark must be finite");
        benchmark = close;
        return this;
    }
}
