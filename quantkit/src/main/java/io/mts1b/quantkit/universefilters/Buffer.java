package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;

/**
 * Two bars for one figure: what comes in must be at least {@code enter}, what is in stays while it is at least
 * {@code stay}.
 *
 * <p>With both the same there is no buffer. The wider they are apart, the less is traded because assets cross the bar.
 *
 * @param enter the figure to come in
 * @param stay the figure to stay in, at most {@code enter}
 */
public record Buffer(double enter, double stay) {

    /** Validates. */
    public Buffer {
        Require.that(Double.isFinite(enter), "enter must be finite, was " + enter);
        Require.that(stay <= enter, "stay must be at most enter " + enter + ", was " + stay);
    }

    /**
     * Makes one bar.
     *
     * @param least the figure to come in and to stay
     * @return a buffer of no width
     */
    public static Buffer at(double least) {
        return new Buffer(least, least);
    }

    /**
     * Follows a figure.
     *
     * @param figures T figures, oldest first, NaN where unknown; the asset is out there
     * @return T answers
     */
    public boolean[] follow(double[] figures) {
        boolean[] in = new boolean[figures.length];
        boolean held = false;
        for (int t = 0; t < in.length; t++) {
            // Comparisons with NaN are false.
            held = figures[t] >= (held ? stay : enter);
            in[t] = held;
        }
        return in;
    }
}
