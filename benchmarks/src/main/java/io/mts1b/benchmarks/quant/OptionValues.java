package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.quantkit.options.EuropeanOptions;
import io.mts1b.quantkit.options.ImpliedVolatility;
import io.mts1b.quantkit.options.ValuesAndGreeks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What options are worth, and what their prices say, on one core. */
public final class OptionValues implements Measurement {

    private static final double TOLERANCE = 1e-9;

    /** What volatilities may differ by where prices say little of them. */
    private static final double SOLVED = 1e-6;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public OptionValues() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring options");
        Chain chain = Chain.of(effort.of(4_096, 1_000));
        int times = effort.of(2_000, 1);
        long count = (long) times * chain.size();
        EuropeanOptions options = chain.options();
        ValuesAndGreeks ours = new ValuesAndGreeks(chain.size());
        double[][] theirs = new double[PlainBlackScholes.FIGURES][chain.size()];
        List<Row> rows = new ArrayList<>(new Contest("plain Java", count, effort)
                .rows(
                        List.of(new Figure("an option's value and Greeks", "ns")),
                        ((Work) () -> {
                                    repeat(times, () -> options.value(ours));
                                    return Near.all(columns(ours), TOLERANCE);
                                })
                                .inNanosEach(count),
                        ((Work) () -> {
                                    repeat(times, () -> PlainBlackScholes.writeAll(chain, theirs));
                                    return Near.all(theirs, TOLERANCE);
                                })
                                .inNanosEach(count)));
        double[] prices = theirs[0];
        double[] found = new double[chain.size()];
        double[] plain = new double[chain.size()];
        int solutions = effort.of(200, 1);
        long solved = (long) solutions * chain.size();
        rows.addAll(new Contest("plain Newton", solved, effort)
                .rows(
                        List.of(new Figure("an implied volatility", "ns")),
                        ((Work) () -> {
                                    repeat(solutions, () -> ImpliedVolatility.of(prices, options, found));
                                    return new Near(found, SOLVED);
                                })
                                .inNanosEach(solved),
                        ((Work) () -> {
                                    repeat(solutions, () -> solvePlainly(chain, prices, plain));
                                    return new Near(plain, SOLVED);
                                })
                                .inNanosEach(solved)));
        return rows;
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static double[][] columns(ValuesAndGreeks all) {
        return new double[][] {all.values(), all.deltas(), all.gammas(), all.vegas(), all.thetas(), all.rhos()};
    }

    private static void solvePlainly(Chain chain, double[] prices, double[] into) {
        Arrays.setAll(into, i -> PlainBlackScholes.impliedVolatility(chain, i, prices[i]));
    }
}
