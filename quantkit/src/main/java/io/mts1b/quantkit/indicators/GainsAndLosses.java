package io.mts1b.quantkit.indicators;

/** How much the last values rose and how much they fell, summed or averaged as Wilder does. */
final class GainsAndLosses {

    /** How moves are brought together. */
    private interface Smoothing {
        double next(double value);
    }

    private final Change change = new Change();
    private final Smoothing gains;
    private final Smoothing losses;
    private double gain = Double.NaN;
    private double loss = Double.NaN;

    private GainsAndLosses(Smoothing gains, Smoothing losses) {
        this.gains = gains;
        this.losses = losses;
    }

    /** Sums the last n moves. */
    static GainsAndLosses summed(int n) {
        return new GainsAndLosses(new WindowSum(n)::next, new WindowSum(n)::next);
    }

    /** Averages moves exponentially, starting at the mean of the first n. */
    static GainsAndLosses averaged(int n) {
        return new GainsAndLosses(Exponential.wilder(n)::next, Exponential.wilder(n)::next);
    }

    /** Takes a value; returns whether gains and losses are known. NaN is passed over and returns false. */
    boolean next(double value) {
        double move = change.next(value);
        if (Double.isNaN(move)) {
            return false;
        }
        gain = gains.next(Math.max(move, 0));
        loss = losses.next(Math.max(-move, 0));
        return !Double.isNaN(gain);
    }

    /** Returns gains over gains and losses, NaN where nothing moved or nothing is known. */
    double strength() {
        return Numbers.ratio(gain, gain + loss);
    }

    /** Returns gains less losses over gains and losses, NaN where nothing moved or nothing is known. */
    double balance() {
        return Numbers.ratio(gain - loss, gain + loss);
    }
}
