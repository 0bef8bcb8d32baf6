package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RobustCovarianceTest {

    @Test
    void agrees_with_the_sample_where_nothing_is_wrong() {
        ForAll.cases(5, random -> {
            double[][] returns = Panels.returns(random, 6, 4000);
            SymmetricMatrix sample = SampleCovariance.of(returns, Observations.COMPLETE);

            SymmetricMatrix found = RobustCovariance.of(returns).covariance();

            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    double scale = Math.sqrt(sample.get(i, i) * sample.get(j, j));
                    assertThat(found.get(i, j)).isCloseTo(sample.get(i, j), within(0.06 * scale));
                }
            }
        });
    }

    @Test
    void a_tenth_of_wild_rows_does_no_harm() {
        ForAll.cases(5, random -> {
            double[][] returns = Panels.returns(random, 6, 2000);
            double[][] spoilt = Arrays.stream(returns).map(double[]::clone).toArray(double[][]::new);
            for (int t = 0; t < 2000; t += 10) {
                for (double[] column : spoilt) {
                    column[t] = random.nextDouble(-5, 5);
                }
            }
            SymmetricMatrix clean = SampleCovariance.of(returns, Observations.COMPLETE);

            RobustCovariance found = RobustCovariance.of(spoilt);

            assertThat(found.rejected()).isGreaterThanOrEqualTo(200);
            for (int i = 0; i < 6; i++) {
                assertThat(found.covariance().get(i, i) / clean.get(i, i)).isBetween(0.7, 1.4);
                assertThat(SampleCovariance.of(spoilt, Observations.COMPLETE).get(i, i) / clean.get(i, i))
                        .isGreaterThan(100);
            }
        });
    }

    @Test
    void moves_with_the_scale_and_the_order_of_the_assets() {
        ForAll.cases(10, random -> {
            double[][] returns = Panels.returns(random, 5, 200);
            int[] order = Panels.permutation(random, 5);

            SymmetricMatrix one = RobustCovariance.of(returns).covariance();
            SymmetricMatrix other = RobustCovariance.of(Panels.scaled(Panels.reordered(returns, order), 1024))
                    .covariance();

            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    assertThat(other.get(i, j) / 1024 / 1024).isCloseTo(one.get(order[i], order[j]), within(1e-15));
                }
            }
        });
    }

    @Test
    void refuses_what_hardly_moves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustCovariance.of(new double[][] {{0, 0, 0, 0, 1}}))
                .withMessage("asset 0 must not have the same value in more than half of its rows");
        double[] one = {1, 2, 3, 4, 6};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustCovariance.of(new double[][] {one, one}))
                .withMessage("combination 1 of the assets must not have the same value in more than half of its rows");
    }
}
