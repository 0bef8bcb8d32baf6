package io.mts1b.quantkit.indicators;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws bars that look like those of a stock, with a benchmark. */
final class RandomBars {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private RandomBars() {}

    static List<LocalDate> dates(int size) {
        return IntStream.range(0, size).mapToObj(START::plusDays).toList();
    }

    static Bars of(RandomGenerator random, int size) {
        return bars(columns(random, size));
    }

    static Bars bars(double[][] columns) {
        return Bars.of(dates(columns[0].length), columns[0], columns[1], columns[2], columns[3], columns[4])
                .against(columns[5]);
    }

    /** Open, high, low, close, volume, benchmark. */
    static double[][] columns(RandomGenerator random, int size) {
        double[][] columns = new double[6][size];
        double price = random.nextDouble(5, 500);
        double market = random.nextDouble(5, 500);
        double wild = random.nextDouble(0.002, 0.05);
        for (int t = 0; t < size; t++) {
            double open = price * (1 + wild * random.nextGaussian() / 3);
            price *= StrictMath.exp(wild * random.nextGaussian());
            market *= StrictMath.exp(0.01 * random.nextGaussian());
            columns[0][t] = open;
            columns[1][t] = Math.max(open, price) * (1 + wild * random.nextDouble());
            columns[2][t] = Math.min(open, price) * (1 - wild * random.nextDouble());
            columns[3][t] = price;
            columns[4][t] = random.nextInt(1, 1_000_000);
            columns[5][t] = market;
        }
        return columns;
    }

    static Bars flat(int size) {
        double[][] columns = new double[6][size];
        for (int k = 0; k < 6; k++) {
            Arrays.fill(columns[k], 0.1);
        }
        return bars(columns);
    }
}
