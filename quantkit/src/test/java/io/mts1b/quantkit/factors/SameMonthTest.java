package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SameMonthTest extends FactorContract {

    @Override
    Factor factor() {
        return new SameMonth("f_month", 2);
    }

    @Override
    @Test
    void scores_something() {
        // Sixty days hold no month of a year before; the two years below do.
        assertThat(factor().scores(panel(new SplittableRandom(1), 2, 60))[0]).containsOnly(Double.NaN);
    }

    @Test
    void ranks_by_the_same_month_of_the_year_before() {
        // 2020-01-01 on: the one doubles through February 2020, the other stands.
        double[][] close = new double[2][500];
        for (int t = 0; t < 500; t++) {
            close[0][t] = t < 31 ? 100 : t < 60 ? 200 : 50;
            close[1][t] = 100;
        }
        double[][] scores = new SameMonth("f_m", 5).scores(of(close));

        // Row 396 is 2021-01-31, the eve of February.
        assertThat(scores[0][395]).isNaN();
        assertThat(scores[0][396]).isEqualTo(1);
        assertThat(scores[1][396]).isEqualTo(-1);
        // From the eve of March on it is March that counts, in which the one fell by three quarters.
        assertThat(scores[0][423]).isEqualTo(1);
        assertThat(scores[0][424]).isEqualTo(-1);
        assertThat(new SameMonth("f_m", 5).scores(of(close).head(397))[0][396]).isCloseTo(1, within(0.0));
        assertThatThrownBy(() -> new SameMonth("f_m", 0)).hasMessage("years must be at least 1, was 0");
    }
}
