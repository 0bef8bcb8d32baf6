package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CompoundReturnTest {

    /** By hand: up 44 % and down nothing is 20 % a period, and over half a year 1.44^2 - 1 a year. */
    @Test
    void matches_a_hand_worked_series() {
        CompoundReturn found = CompoundReturn.of(new double[] {0.44, 0});

        assertThat(found).isEqualTo(new CompoundReturn(1.44, 2));
        assertThat(found.total()).isCloseTo(0.44, within(1e-15));
        assertThat(found.perPeriod()).isCloseTo(0.2, within(1e-15));
        assertThat(found.annualized(new PeriodsPerYear(4))).isCloseTo(1.0736, within(1e-14));
    }

    @Test
    void keeps_the_digits_of_what_is_left_after_a_great_loss() {
        double[] crash = RandomReturns.constant(-0.9, 20);

        assertThat(CompoundReturn.of(crash).perPeriod()).isCloseTo(-0.9, within(1e-15));
        assertThat(CompoundReturn.of(new double[] {-1, 5}).annualized(PeriodsPerYear.MONTHS))
                .isEqualTo(-1);
    }

    @Test
    void refuses_what_cannot_be_compounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> CompoundReturn.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> CompoundReturn.of(new double[] {-1.1}));
        assertThatIllegalArgumentException().isThrownBy(() -> CompoundReturn.of(new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> CompoundReturn.of(new double[] {1e300, 1e300}));
        assertThatIllegalArgumentException().isThrownBy(() -> new CompoundReturn(-0.1, 1));
    }
}
