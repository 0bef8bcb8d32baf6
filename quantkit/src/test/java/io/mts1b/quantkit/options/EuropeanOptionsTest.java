package io.mts1b.quantkit.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EuropeanOptionsTest {

    private static final double MOST = 1e-12;

    /** From deep in to far out of the money, from a day to thirty years; odd, so that some lanes are left over. */
    private static EuropeanOptions wide() {
        SplittableRandom random = new SplittableRandom(4);
        int count = 10_007;
        double[][] columns = new double[7][count];
        for (int i = 0; i < count; i++) {
            columns[0][i] = random.nextBoolean() ? 1 : -1;
            columns[1][i] = StrictMath.exp(random.nextDouble(-5, 9));
            columns[2][i] = columns[1][i] * StrictMath.exp(random.nextDouble(-1, 1));
            columns[3][i] = random.nextDouble(0.003, 30);
            columns[4][i] = random.nextDouble(-0.02, 0.15);
            columns[5][i] = random.nextDouble(-0.02, 0.15);
            columns[6][i] = random.nextDouble(0.05, 1.5);
        }
        return of(columns);
    }

    private static EuropeanOptions of(double[]... columns) {
        return EuropeanOptions.of(columns[0], columns[1], columns[2], columns[3])
                .in(columns[4], columns[5], columns[6]);
    }

    private static EuropeanOptions one(double... terms) {
        return of(IntStream.range(0, 7)
                .mapToObj(k -> IntStream.range(0, 9).mapToDouble(_ -> terms[k]).toArray())
                .toArray(double[][]::new));
    }

    private static ValuesAndGreeks valued(OptionKernel kernel, EuropeanOptions options) {
        ValuesAndGreeks into = new ValuesAndGreeks(options.size());
        kernel.value(options, into, 0, options.size());
        return into;
    }

    @Test
    void columns_say_what_single_options_say() {
        EuropeanOptions options = wide();
        ValuesAndGreeks all = new ValuesAndGreeks(options.size());

        options.value(all);

        for (int i = 0; i < options.size(); i++) {
            BlackScholes option = options.get(i);
            double carried = option.spot() * StrictMath.exp(-option.yield() * option.years());
            double discounted = option.strike() * StrictMath.exp(-option.rate() * option.years());
            double whole = carried + discounted;
            assertThat(all.values()[i]).as("%s", option).isCloseTo(option.value(), within(MOST * whole));
            assertThat(all.thetas()[i]).as("%s", option).isCloseTo(option.theta(), within(MOST * whole));
            close(all.deltas()[i], option.delta(), option);
            close(all.gammas()[i], option.gamma(), option);
            close(all.vegas()[i], option.vega(), option);
            close(all.rhos()[i], option.rho(), option);
        }
    }

    private static void close(double value, double expected, BlackScholes option) {
        assertThat(value).as("%s", option).isCloseTo(expected, within(MOST * Math.abs(expected)));
    }

    @Test
    void vectors_come_to_the_same_bits_as_one_option_after_the_other() {
        EuropeanOptions options = wide();

        ValuesAndGreeks vectors = valued(new VectorKernel(), options);
        ValuesAndGreeks scalars = valued(new ScalarKernel(), options);

        assertThat(OptionKernel.FASTEST).isInstanceOf(VectorKernel.class);
        assertThat(vectors.values()).isEqualTo(scalars.values());
        assertThat(vectors.deltas()).isEqualTo(scalars.deltas());
        assertThat(vectors.gammas()).isEqualTo(scalars.gammas());
        assertThat(vectors.vegas()).isEqualTo(scalars.vegas());
        assertThat(vectors.thetas()).isEqualTo(scalars.thetas());
        assertThat(vectors.rhos()).isEqualTo(scalars.rhos());
    }

    @Test
    void the_options_of_the_book_are_worth_what_it_says() {
        // J. C. Hull, "Options, Futures, and Other Derivatives", 8th edition, Pearson, 2012, example 14.6.
        ValuesAndGreeks call = valued(OptionKernel.FASTEST, one(1, 42, 40, 0.5, 0.1, 0, 0.2));
        ValuesAndGreeks put = valued(OptionKernel.FASTEST, one(-1, 42, 40, 0.5, 0.1, 0, 0.2));

        assertThat(call.values()).containsOnly(call.values()[0]);
        assertThat(call.values()[0]).isCloseTo(4.76, within(0.005));
        assertThat(put.values()[0]).isCloseTo(0.81, within(0.005));
    }

    @Test
    void what_is_certain_or_out_of_reach_is_left_to_the_formula() {
        double[][] terms = {
            {1, 100, 90, 0, 0.05, 0, 0.2},
            {-1, 100, 110, 1, 0.05, 0, 0},
            {1, 100, 1e9, 0.01, 0.05, 0, 0.05},
            {-1, 1e-200, 1e200, 1, 0, 0, 0.2},
            {1, 100, 100, 1_000, -0.9, 0, 0.2}
        };
        for (double[] one : terms) {
            EuropeanOptions options = one(one);
            ValuesAndGreeks all = valued(OptionKernel.FASTEST, options);
            assertThat(all.values()).containsOnly(options.get(0).value());
            assertThat(all.thetas()).containsOnly(options.get(0).theta());
        }
    }

    @Test
    void refuses_terms_that_are_out_of_range_and_columns_that_do_not_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(1, -100, 90, 1, 0.05, 0, 0.2).value(new ValuesAndGreeks(9)))
                .withMessageContaining("spot must be positive, was -100.0 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(0, 100, 90, 1, 0.05, 0, 0.2).value(new ValuesAndGreeks(9)))
                .withMessageContaining("sign must be 1 or -1, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(1, 100, 90, 1, Double.NaN, 0, 0.2).value(new ValuesAndGreeks(9)))
                .withMessageContaining("rate must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide().value(new ValuesAndGreeks(9)))
                .withMessageContaining("values must hold 10007 values, held 9");
        assertThatIllegalArgumentException().isThrownBy(() -> new ValuesAndGreeks(-1));
    }
}
