package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.quantkit.options.BlackScholes;
import io.mts1b.quantkit.options.ImpliedVolatility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
        Chain chain = Chain.of(effort.of(1_000_000, 1_000));
        int count = chain.size();
        double[][] columns = new double[PlainBlackScholes.FIGURES][count];
        double[][] theirs = new double[PlainBlackScholes.FIGURES][count];
        List<Row> rows = new ArrayList<>(new Contest("plain Java", count, effort)
                .rows(
                        List.of(new Figure("an option's value and Greeks", "ns")),
                        comparing(columns, () -> write(chain, columns)).inNanosEach(count),
                        comparing(
                                        theirs,
                                        () -> IntStream.range(0, count)
                                                .forEach(i -> PlainBlackScholes.write(chain, i, theirs)))
                                .inNanosEach(count)));
        double[] prices = theirs[0];
        rows.addAll(new Contest("plain Newton", count, effort)
                .rows(
                        List.of(new Figure("an implied volatility", "ns")),
                        ((Work) () -> new Near(solve(chain, prices), SOLVED)).inNanosEach(count),
                        ((Work) () -> new Near(solvePlainly(chain, prices), SOLVED)).inNanosEach(count)));
        return rows;
    }

    private static Work comparing(double[][] columns, Runnable work) {
        return () -> {
            work.run();
            return Near.all(columns, TOLERANCE);
        };
    }

    private static void write(Chain chain, double[][] columns) {
        for (int i = 0; i < chain.size(); i++) {
            BlackScholes option = chain.option(i);
            columns[0][i] = option.value();
            columns[1][i] = option.delta();
            columns[2][i] = option.gamma();
            columns[3][i] = option.vega();
            columns[4][i] = option.theta();
            columns[5][i] = option.rho();
        }
    }

    private static double[] solve(Chain chain, double[] prices) {
        double[] found = new double[prices.length];
        Arrays.setAll(
                found, i -> ImpliedVolatility.of(prices[i], chain.option(i)).orElse(Double.NaN));
        return found;
    }

    private static double[] solvePlainly(Chain chain, double[] prices) {
        double[] found = new double[prices.length];
        Arrays.setAll(found, i -> PlainBlackScholes.impliedVolatility(chain, i, prices[i]));
        return found;
    }
}
