package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalLineTest {

    @Test
    void two_assets_turn_where_one_is_left() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0.04}});
        CriticalLine line = CriticalLine.of(covariance, new double[] {0.07, 0.10}, Constraints.longOnly(2));
        assertThat(line.turningPoints()).hasSize(2);
        assertThat(line.minimumVariance().toArray()).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
        assertThat(line.turningPoints().get(1).toArray()).containsExactly(new double[] {0, 1}, within(1e-15));
        assertThat(line.maximumRatio(0.02).toArray()).containsExactly(new double[] {5 / 7.0, 2 / 7.0}, within(1e-14));
        assertThat(line.efficientReturn(0.085).toArray()).containsExactly(new double[] {0.5, 0.5}, within(1e-14));
        assertThat(line.efficientReturn(0).toArray())
                .isEqualTo(line.minimumVariance().toArray());
    }

    @Test
    void every_turning_point_is_the_safest_for_what_it_earns() {
        ForAll.cases(60, random -> {
            int n = 2 + random.nextInt(9);
            double[][] returns = Panels.returns(random, n, 60);
            SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
            double[] expected =
                    Arrays.stream(returns).mapToDouble(Samples::mean).toArray();
            Constraints kept = Constraints.longOnly(n).withBounds(-0.2, 0.9);
            kept = random.nextBoolean() ? kept : kept.withGroup("some", List.of(0), 0.1, 0.6);
            CriticalLine line = CriticalLine.of(covariance, expected, kept);
            MeanRisk optimizer =
                    MeanRisk.of(PortfolioRisk.variance(covariance), kept).withExpectedReturns(expected);
            double before = Double.NEGATIVE_INFINITY;
            for (Weights point : line.turningPoints()) {
                double earned = Vectors.dot(expected, point.toArray());
                assertThat(earned).isGreaterThan(before);
                assertThat(kept.broken(point, 1e-10)).isEmpty();
                before = earned;
                // A hair less is asked for: at the last point nothing but that point earns as much.
                double target = earned - 1e-9 * Vectors.largest(expected);
                assertThat(optimizer.minimumRisk(target).orElseThrow().toArray())
                        .containsExactly(point.toArray(), within(1e-5));
            }
            double riskless = Arrays.stream(expected).min().orElseThrow();
            assertThat(line.maximumRatio(riskless).toArray())
                    .containsExactly(
                            optimizer.maximumRatio(riskless).orElseThrow().toArray(), within(1e-6));
        });
    }

    @Test
    void what_has_no_line_is_refused() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0.04}});
        double[] expected = {0.01, 0.02};
        Constraints two = Constraints.longOnly(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CriticalLine.of(covariance, expected, Constraints.unbounded(2)))
                .withMessageContaining("bounds must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CriticalLine.of(covariance, expected, two.withGrossExposure(1)))
                .withMessageContaining("limits must be linear");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CriticalLine.of(covariance, expected, two.withBounds(0, 0.4)))
                .withMessageContaining("[budget, upper bounds]");
        CriticalLine line = CriticalLine.of(covariance, expected, two);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.maximumRatio(0.03))
                .withMessageContaining("expected returns must exceed the riskless");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.efficientReturn(0.03))
                .withMessageContaining("return must be at most 0.02");
    }
}
