package io.mts1b.quantkit.indicators;

import io.mts1b.quantkit.statistics.WindowComoments;

/** The line of least squares through the last n values against their times. */
final class TimeRegression {

    private final WindowComoments moments;
    private double time;

    TimeRegression(int n) {
        moments = new WindowComoments(n);
    }

    /** Takes a value; returns whether there are n. NaN is passed over and returns false. */
    boolean next(double value) {
        if (Double.isNaN(value)) {
            return false;
        }
        time++;
        return moments.next(time, value);
    }

    /** Returns how much it rises per bar. */
    double slope() {
        return moments.slope();
    }

    /** Returns where it stands on the last bar. */
    double end() {
        return moments.meanY() + slope() * (time - moments.meanX());
    }

    /** Returns where it stands one bar before the first. */
    double intercept() {
        return moments.meanY() - slope() * moments.meanX();
    }

    /** Returns the standard deviation of the values, divisor n. */
    double deviation() {
        return Math.sqrt(moments.varianceY());
    }

    /** Returns the share of the variance that the line explains; NaN where nothing varies. */
    double explained() {
        double r = moments.correlation();
        return r * r;
    }
}
