package io.mts1b.benchmarks.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplesTest {

    /** By hand: 1, 2, 4, 8, 16 has its quartiles at 2 and 8. */
    @Test
    void an_odd_number_has_one_in_the_middle() {
        Samples samples = Samples.of(8, 1, 16, 4, 2);

        assertThat(samples.median()).isEqualTo(4);
        assertThat(samples.spread()).isEqualTo(6);
    }

    /** By hand: of 1, 2, 4, 8 the quartiles stand at 0.75 and 2.25: 1 + 0.75 (2 - 1) and 4 + 0.25 (8 - 4). */
    @Test
    void an_even_number_is_interpolated() {
        Samples samples = Samples.of(4, 8, 2, 1);

        assertThat(samples.median()).isEqualTo(3);
        assertThat(samples.spread()).isEqualTo(5 - 1.75);
    }

    @Test
    void one_value_does_not_spread() {
        assertThat(Samples.of(7).median()).isEqualTo(7);
        assertThat(Samples.of(7).spread()).isZero();
    }

    @Test
    void one_wild_run_of_five_moves_neither() {
        assertThat(Samples.of(1, 2, 3, 4, 1e9).median()).isEqualTo(3);
        assertThat(Samples.of(1, 2, 3, 4, 1e9).spread()).isEqualTo(2);
    }

    @Test
    void none_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of()).withMessage("values must not be empty");
    }

    @Test
    void the_array_given_stays_as_it_is_and_may_change() {
        double[] values = {3, 1, 2};

        Samples samples = Samples.of(values);
        assertThat(values).containsExactly(3, 1, 2);
        Arrays.fill(values, 9);

        assertThat(samples.median()).isEqualTo(2);
    }

    @Test
    void half_of_the_runs_lie_on_either_side() {
        ForAll.cases(random -> {
            double[] values = random.doubles(random.nextInt(1, 20), -100, 100).toArray();

            double median = Samples.of(values).median();

            assertThat(Arrays.stream(values).filter(value -> value <= median).count() * 2)
                    .isGreaterThanOrEqualTo(values.length);
            assertThat(Arrays.stream(values).filter(value -> value >= median).count() * 2)
                    .isGreaterThanOrEqualTo(values.length);
        });
    }
}
