package io.mts1b.quantkit.indicators;

import java.util.Arrays;
import java.util.List;

/**
 * An indicator that was started: takes bars one by one and answers on each.
 *
 * <p>Confined to one thread. Taking a bar allocates nothing.
 */
public final class IndicatorStream {

    private final Machine machine;
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
     * Returns what was said on the last bar.
     *
     * @param output which of the indicator's outputs, from 0
     * @return the value, NaN before the first bar, while warming up and where it is undefined
     */
    public double value(int output) {
        return out[output];
    }
}
