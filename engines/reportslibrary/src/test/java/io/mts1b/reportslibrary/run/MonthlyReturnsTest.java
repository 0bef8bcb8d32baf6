package io.mts1b.reportslibrary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.reportslibrary.SimulatedRun;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.reportslibrary.run.MonthlyReturns.YearReturns;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyReturnsTest {

    @Test
    void measures_from_the_last_value_before_a_month_to_its_own_last() {
        MonthlyReturns returns = MonthlyReturns.of(TinyRun.equity());

        assertThat(returns.years()).hasSize(1);
        YearReturns year = returns.years().getFirst();
        assertThat(year.year()).isEqualTo(2024);
        assertThat(year.months().keySet()).containsExactly(Month.JANUARY, Month.FEBRUARY, Month.MARCH);
        assertThat(year.months().get(Month.JANUARY)).isEqualTo(1100 / 1000.0 - 1);
        assertThat(year.months().get(Month.FEBRUARY)).isEqualTo(1089 / 1100.0 - 1);
        assertThat(year.months().get(Month.MARCH)).isZero();
        assertThat(year.total().orElseThrow()).isCloseTo(0.089, within(1e-15));
        assertThat(returns.best()).hasValue(1100 / 1000.0 - 1);
        assertThat(returns.worst()).hasValue(1089 / 1100.0 - 1);
    }

    @Test
    void crosses_years_and_skips_months_without_sessions() {
        MonthlyReturns returns = MonthlyReturns.of(List.of(
                row(2022, 12, 30, "100"), row(2023, 1, 31, "110"), row(2023, 3, 1, "121"), row(2024, 2, 1, "242")));

        assertThat(returns.years()).extracting(YearReturns::year).containsExactly(2022, 2023, 2024);
        // The only session of the first month is what the next one starts from.
        assertThat(returns.years().get(0).months()).isEmpty();
        assertThat(returns.years().get(0).total()).isEmpty();
        assertThat(returns.years().get(1).months())
                .isEqualTo(Map.of(Month.JANUARY, 110 / 100.0 - 1, Month.MARCH, 121 / 110.0 - 1));
        assertThat(returns.years().get(1).total().orElseThrow()).isCloseTo(0.21, within(1e-15));
        assertThat(returns.years().get(2).months()).isEqualTo(Map.of(Month.FEBRUARY, 1.0));
    }

    @Test
    void gives_no_return_to_a_fund_without_money() {
        MonthlyReturns returns = MonthlyReturns.of(
                List.of(row(2024, 1, 2, "100"), row(2024, 1, 31, "0"), row(2024, 2, 29, "-5"), row(2024, 3, 1, "50")));

        assertThat(returns.years())
                .singleElement()
                .satisfies(year -> assertThat(year.months()).isEmpty());
        assertThat(returns.best()).isEmpty();
        assertThat(returns.worst()).isEmpty();
    }

    @Test
    void compounds_to_the_return_of_the_whole_run() {
        RunResults results = SimulatedRun.of(3, 800, 5);
        double growth = 1;
        for (YearReturns year : MonthlyReturns.of(results.equity()).years()) {
            growth *= 1 + year.total().orElse(0);
        }

        double start = results.equity().getFirst().nav().toReal();
        assertThat(growth).isCloseTo(results.equity().getLast().nav().toReal() / start, within(1e-12));
    }

    private static EquityRow row(int year, int month, int day, String nav) {
        return TinyRun.equity(LocalDate.of(year, month, day), nav, nav, "0");
    }
}
