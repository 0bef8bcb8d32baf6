package io.mts1b.quantkit.indicators;

import java.util.Arrays;

/**
 * Pivot points: pp, supports s1 to s4 and resistances r1 to r4 from the window before; NaN in the first window, and
 * for levels that the type does not have.
 */
final class PivotLevels {

    private final String type;
    private final DateWindow window;
    private final double[] levels = new double[9];
    private double open = Double.NaN;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private double close;

    PivotLevels(String type, DateWindow window) {
        this.type = type;
        this.window = window;
        Arrays.fill(levels, Double.NaN);
    }

    void next(CurrentBar bar, double[] out) {
        if (window.begins(bar.epochDay)) {
            if (!Double.isNaN(open)) {
                set(bar.open);
            }
            open = bar.open;
            high = bar.high;
            low = bar.low;
        }
        high = Math.max(high, bar.high);
        low = Math.min(low, bar.low);
        close = bar.close;
        System.arraycopy(levels, 0, out, 0, levels.length);
    }

    private void set(double nextOpen) {
        double range = high - low;
        double middle = (high + low + close) / 3;
        switch (type) {
            case "fibonacci" -> steps(middle, 0.382 * range, 0.618 * range, range, Double.NaN);
            case "camarilla" -> {
                steps(close, 1.1 / 12 * range, 1.1 / 6 * range, 1.1 / 4 * range, 1.1 / 2 * range);
                levels[0] = middle;
            }
            case "woodie" -> classic((high + low + 2 * nextOpen) / 4, range);
            case "demark" -> {
                double x = close < open
                        ? high + 2 * low + close
                        : close > open ? 2 * high + low + close : high + low + 2 * close;
                levels[0] = x / 4;
                levels[1] = x / 2 - high;
                levels[5] = x / 2 - low;
            }
            default -> classic(middle, range);
        }
    }

    private void classic(double pivot, double range) {
        levels[0] = pivot;
        levels[1] = pivot * 2 - high;
        levels[2] = pivot - range;
        levels[3] = low - 2 * (high - pivot);
        levels[5] = pivot * 2 - low;
        levels[6] = pivot + range;
        levels[7] = high + 2 * (pivot - low);
    }

    private void steps(double pivot, double... apart) {
        levels[0] = pivot;
        for (int i = 0; i < apart.length; i++) {
            levels[1 + i] = pivot - apart[i];
            levels[5 + i] = pivot + apart[i];
        }
    }
}
