package io.mts1b.quantkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStatisticsTest {

    /** By hand, for 10, 20, 30, 40: rank 3 p, so a quarter lies three quarters of the way from 10 to 20. */
    @ParameterizedTest
    @CsvSource({"0, 10", "0.25, 17.5", "0.5, 25", "1, 40"})
    void quantile_interpolates_between_neighbours(double probability, double expected) {
        assertThat(OrderStatistics.quantile(new double[] {30, 10, 40, 20}, probability))
                .isEqualTo(expected);
    }

    @Test
    void quantile_agrees_with_sorting() {
        ForAll.cases(random -> {
            double[] values = sample(random);
            double[] original = values.clone();
            double probability = random.nextDouble();

            double found = OrderStatistics.quantile(values, probability);

            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double rank = (sorted.length - 1) * probability;
            int below = (int) Math.floor(rank);
            int above = (int) Math.ceil(rank);
            assertThat(found)
                    .isCloseTo(sorted[below] + (sorted[above] - sorted[below]) * (rank - below), within(1e-12));
            assertThat(values).containsExactly(original);
        });
    }

    @Test
    void smallest_agrees_with_sorting() {
        ForAll.cases(random -> {
            double[] values = sample(random);
            int count = random.nextInt(1, values.length + 1);

            double[] found = OrderStatistics.smallest(values, count);

            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(found).containsExactly(Arrays.copyOf(sorted, count));
        });
    }

    @Test
    void answers_the_same_whatever_was_asked_before_and_however_values_came() {
        ForAll.cases(200, random -> {
            double[] values = longSample(random);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            OrderStatistics asked = OrderStatistics.of(values);
            OrderStatistics inOrder = OrderStatistics.of(sorted);
            for (int question = 0; question < 10; question++) {
                double probability = random.nextDouble();
                int count = random.nextInt(1, values.length + 1);

                assertThat(asked.quantile(probability))
                        .isEqualTo(OrderStatistics.quantile(values, probability))
                        .isEqualTo(inOrder.quantile(probability));
                assertThat(asked.smallest(count)).containsExactly(Arrays.copyOf(sorted, count));
            }
            assertThat(asked.size()).isEqualTo(values.length);
        });
    }

    /** A selection that took a square number of steps would need hours here. */
    @Test
    void takes_linear_time_on_values_in_any_shape() {
        int n = 2_000_000;
        double[] rising = IntStream.range(0, n).asDoubleStream().toArray();
        double[] organ =
                IntStream.range(0, n).mapToDouble(i -> Math.min(i, n - i)).toArray();
        double[] equal = new double[n];
        double[] waves = IntStream.range(0, n).mapToDouble(i -> i % 1000).toArray();
        for (double[] values : new double[][] {rising, organ, equal, waves}) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            OrderStatistics asked = OrderStatistics.of(values);
            for (int tenth = 0; tenth < 10; tenth++) {
                int count = 1 + tenth * (n / 10);
                assertThat(asked.smallest(count)[count - 1]).isEqualTo(sorted[count - 1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refuses_what_is_no_probability(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderStatistics.quantile(new double[] {1}, bad));
    }

    @Test
    void refuses_more_than_there_is() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderStatistics.quantile(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderStatistics.smallest(new double[] {1}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderStatistics.smallest(new double[] {1}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderStatistics.smallest(new double[] {Double.NaN}, 1));
    }

    /** Long enough that a sample of the sample is taken. */
    private static double[] longSample(RandomGenerator random) {
        int n = random.nextInt(1, 3_000);
        return switch (random.nextInt(4)) {
            case 0 -> random.ints(n, 0, 4).asDoubleStream().toArray();
            case 1 -> random.doubles(n).sorted().toArray();
            case 2 -> IntStream.range(0, n).mapToDouble(i -> Math.min(i, n - i)).toArray();
            default -> random.doubles(n, -1, 1).toArray();
        };
    }

    /** Few distinct values, already sorted ones, and anything. */
    private static double[] sample(RandomGenerator random) {
        int n = random.nextInt(1, 60);
        return switch (random.nextInt(3)) {
            case 0 -> random.ints(n, 0, 4).asDoubleStream().toArray();
            case 1 -> random.doubles(n).sorted().toArray();
            default -> random.doubles(n, -1, 1).toArray();
        };
    }
}
