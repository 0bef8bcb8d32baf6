package io.mts1b.quantkit.indicators;

import io.mts1b.foundation.Require;
import java.util.Arrays;
import java.util.List;

/**
 * An indicator that was started: takes bars one by one and answers on each.
 *
 * <p>Confined to one thread. Taking a bar allocates nothing.
 */
public final class IndicatorStream {

    private final Machine machine;
    private final CurrentBar shown = new CurrentBar();
    private final BarField[] reads;
    private final double[] out;

    IndicatorStream(Machine machine, List<BarField> reads, int outputs) {
        this.machine = machine;
        this.reads = reads.toArray(BarField[]::new);
        this.out = new double[outputs];
        Arrays.fill(out, Double.NaN);
    }

    /**
     * Takes the next bar. A bar that lacks a number that the indicator reads is passed over: NaN is said on it, and
     * the next bar is taken as if it had not been.
     *
     * @param bar the bar, not kept
     */
    public void update(CurrentBar bar) {
        for (BarField field : reads) {
            if (field.isMissing(bar)) {
                Arrays.fill(out, Double.NaN);
                return;
            }
        }
        machine.next(bar, out);
    }

    /**
     * Takes the next bars of a history, and writes what is said on each. Whoever cannot hold whole columns of many
     * indicators takes the bars block by block, into the same few arrays again and again.
     *
     * @param bars the history
     * @param from the first bar to take
     * @param to the bar after the last one to take
     * @param columns where to write: for each output at least {@code to - from} values, of which the first is of the
     *     first bar
     * @throws IllegalArgumentException if there are no such bars, not as many columns as outputs, or one is too short
     */
    public void update(Bars bars, int from, int to, double[][] columns) {
        Require.that(
                0 <= from && from <= to && to <= bars.size(),
                "from and to must be in [0, " + bars.size() + "] and rise, were " + from + " and " + to);
        Require.that(columns.length == out.length, "columns must be " + out.length + ", were " + columns.length);
        for (double[] column : columns) {
            Require.that(
                    column.length >= to - from,
                    "columns must have room for " + (to - from) + " bars, had for " + column.length);
        }
        for (int t = from; t < to; t++) {
            bars.show(t, shown);
            update(shown);
            for (int k = 0; k < out.length; k++) {
                columns[k][t - from] = out[k];
            }
        }
    }

    /**
     * Returns what was said on the last bar.
     *
     * @param output which of the indicator's outputs, from 0
     * @return the value, NaN before the first bar, while warming up and where it is undefined
     */
    public double value(int output) {
        return out[output];
    }
}
