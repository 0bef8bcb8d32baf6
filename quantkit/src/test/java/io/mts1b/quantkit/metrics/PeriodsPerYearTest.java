package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsPerYearTest {

    /** By hand: 1 % a month is 12 % simple, 1.01^12 - 1 compounded, and a deviation grows by the root of 12. */
    @Test
    void makes_monthly_figures_annual() {
        assertThat(PeriodsPerYear.MONTHS.scale(0.01)).isEqualTo(0.12);
        assertThat(PeriodsPerYear.MONTHS.scaleByRoot(0.01)).isCloseTo(0.034641016151377546, within(1e-17));
        assertThat(PeriodsPerYear.MONTHS.compound(0.01)).isCloseTo(0.12682503013196977, within(1e-15));
        assertThat(PeriodsPerYear.MONTHS.perPeriod(0.12682503013196977)).isCloseTo(0.01, within(1e-15));
        assertThat(PeriodsPerYear.MONTHS.compound(-1)).isEqualTo(-1);
    }

    @Test
    void per_period_undoes_compound() {
        ForAll.cases(random -> {
            PeriodsPerYear year = new PeriodsPerYear(random.nextDouble(1, 400));
            double annual = random.nextDouble(-0.9, 2);
            assertThat(year.compound(year.perPeriod(annual))).isCloseTo(annual, within(1e-12));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_what_is_no_number_of_periods(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PeriodsPerYear(bad));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_to_compound_what_is_no_return(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> PeriodsPerYear.MONTHS.compound(bad));
        assertThatIllegalArgumentException().isThrownBy(() -> PeriodsPerYear.MONTHS.perPeriod(bad));
    }
}
