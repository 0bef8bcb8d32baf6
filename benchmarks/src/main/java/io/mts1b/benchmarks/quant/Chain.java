package io.mts1b.benchmarks.quant;

import io.mts1b.quantkit.options.EuropeanOptions;

/** Options in columns: {@code sign} is 1 for a call and -1 for a put. */
@SuppressWarnings("ArrayRecordComponent") // columns, that nobody compares
record Chain(
        double[] sign,
        double[] spot,
        double[] strike,
        double[] years,
        double[] rate,
        double[] yield,
        double[] volatility) {

    static Chain of(int count) {
        Market market = new Market();
        double[] sign = market.uniform(count, -1, 1);
        for (int i = 0; i < count; i++) {
            sign[i] = Math.copySign(1, sign[i]);
        }
        return new Chain(
                sign,
                market.uniform(count, 80, 120),
                market.uniform(count, 80, 120),
                market.uniform(count, 0.25, 2),
                market.uniform(count, 0, 0.06),
                market.uniform(count, 0, 0.03),
                market.uniform(count, 0.15, 0.6));
    }

    int size() {
        return spot.length;
    }

    EuropeanOptions options() {
        return EuropeanOptions.of(sign, spot, strike, years).in(rate, yield, volatility);
    }
}
