package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Arrays;
import java.util.List;

/** The returns of instruments over the same periods: one row per period, one column per instrument. Immutable. */
public final class ReturnHistory {

    private final List<InstrumentId> instruments;
    private final double[][] returns;

    /**
     * Takes a history.
     *
     * @param instruments whose returns the columns are, none twice
     * @param returns simple returns, shape periods by instruments, at least 2 periods, each finite and above -1
     * @throws IllegalArgumentException if it is anything else, naming row and column
     */
    public ReturnHistory(List<InstrumentId> instruments, double[][] returns) {
        this.instruments = List.copyOf(instruments);
        Require.that(
                this.instruments.stream().distinct().count() == instruments.size(),
                "instruments must not come twice, was " + instruments);
        Require.that(returns.length >= 2, "returns must have at least 2 periods, had " + returns.length);
        this.returns = new double[returns.length][];
        for (int row = 0; row < returns.length; row++) {
            Require.that(
                    returns[row].length == instruments.size(),
                    "row " + row + " must have " + instruments.size() + " returns, had " + returns[row].length);
            for (int column = 0; column < returns[row].length; column++) {
                double one = returns[row][column];
                Require.that(
                        Double.isFinite(one) && one > -1,
                        "return of " + instruments.get(column) + " in row " + row + " must be above -1, was " + one);
            }
            this.returns[row] = returns[row].clone();
        }
    }

    /**
     * Returns how many periods there are.
     *
     * @return the number of rows
     */
    public int periods() {
        return returns.length;
    }

    int column(InstrumentId instrument) {
        int column = instruments.indexOf(instrument);
        Require.that(column >= 0, "history must have returns of " + instrument + ", has " + instruments);
        return column;
    }

    double[] row(int period) {
        return returns[period];
    }

    double[] means() {
        double[] means = new double[instruments.size()];
        for (double[] row : returns) {
            Arrays.setAll(means, column -> means[column] + row[column] / returns.length);
        }
        return means;
    }
}
