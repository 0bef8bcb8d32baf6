package io.mts1b.quantkit.costmodels.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.execution.SquareRootImpact;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CostCalibrationTest {

    private static final double CAPTURE = 0.6;
    private static final double IMPACT = 0.9;

    /** Orders whose cost is known but for noise, in units of volatility. */
    private static final class Orders {

        private final double[] costs;
        private final double[] halfSpreads;
        private final double[] volatilities;
        private final double[] participations;

        Orders(RandomGenerator random, int count, double exponent, double noise, double outliers) {
            costs = new double[count];
            halfSpreads = random.doubles(count, 1e-4, 2e-3).toArray();
            volatilities = random.doubles(count, 0.01, 0.04).toArray();
            participations = random.doubles(count, -9, -1).map(StrictMath::exp).toArray();
            for (int t = 0; t < count; t++) {
                double error = noise * random.nextGaussian();
                if (random.nextDouble() < outliers) {
                    error += 3 * random.nextDouble();
                }
                costs[t] = expected(t, exponent) + error * volatilities[t];
            }
        }

        double expected(int t, double exponent) {
            return CAPTURE * halfSpreads[t]
                    + IMPACT * volatilities[t] * StrictMath.pow(participations[t], exponent) / (1 + exponent);
        }

        FillCosts fills() {
            return FillCosts.of(costs, halfSpreads, volatilities, participations);
        }
    }

    @Test
    void without_noise_the_truth_is_found() {
        CostCalibration found = CostCalibration.squareRoot(new Orders(new SplittableRandom(1), 100, 0.5, 0, 0).fills());

        assertThat(found.spreadCapture().value()).isCloseTo(CAPTURE, within(1e-10));
        assertThat(found.impact().value()).isCloseTo(IMPACT, within(1e-10));
        assertThat(found.impact().standardError()).isLessThan(1e-10);
        assertThat(found.exponent()).isEqualTo(new Estimate(0.5, 0));
        assertThat(found.fills()).isEqualTo(100);
        assertThat(found.law().orElseThrow().of(0.02, 1, 100))
                .isCloseTo(new SquareRootImpact(IMPACT).of(0.02, 1, 100), within(1e-12));
    }

    /** The average fill of the law of execution costs what the calibration predicts. */
    @Test
    void a_prediction_is_that_of_the_law() {
        CostCalibration found =
                new CostCalibration(new Estimate(0, 0), new Estimate(1, 0), new Estimate(0.5, 0), 100, 1);

        assertThat(found.cost(0.001, 0.02, 0.01))
                .isCloseTo(new SquareRootImpact(1).averageCost(0.02, 1, 100), within(1e-15));
    }

    @Test
    void orders_never_seen_are_predicted_but_for_their_noise() {
        CostCalibration found =
                CostCalibration.squareRoot(new Orders(new SplittableRandom(2), 5_000, 0.5, 0.2, 0.05).fills());
        Orders others = new Orders(new SplittableRandom(3), 1_000, 0.5, 0.2, 0);

        assertThat(found.residual()).isBetween(0.19, 0.25);
        double explained = 0;
        double total = 0;
        for (int t = 0; t < 1_000; t++) {
            double predicted = found.cost(others.halfSpreads[t], others.volatilities[t], others.participations[t]);
            double truth = others.expected(t, 0.5);
            explained += (predicted - truth) * (predicted - truth);
            total += truth * truth;
        }
        // The error of the prediction is a small part of what was to be predicted.
        assertThat(explained / total).isLessThan(0.01);
    }

    /** Of 300 intervals of 95 %, 285 should hold the truth; fewer than 270 would be one chance in a thousand. */
    @Test
    void intervals_hold_the_truth_as_often_as_they_say() {
        int captured = 0;
        int impacted = 0;
        for (int seed = 0; seed < 300; seed++) {
            CostCalibration found =
                    CostCalibration.squareRoot(new Orders(new SplittableRandom(seed), 200, 0.5, 0.3, 0).fills());
            captured += holds(found.spreadCapture(), CAPTURE);
            impacted += holds(found.impact(), IMPACT);
        }
        assertThat(captured).isBetween(270, 298);
        assertThat(impacted).isBetween(270, 298);
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.lower(0.95) <= truth && truth <= estimate.upper(0.95) ? 1 : 0;
    }

    @Test
    void the_exponent_is_found_with_its_error() {
        for (double exponent : new double[] {0.4, 0.5, 0.6}) {
            CostCalibration found =
                    CostCalibration.power(new Orders(new SplittableRandom(7), 4_000, exponent, 0.05, 0.02).fills());

            assertThat(found.exponent().value()).isCloseTo(exponent, within(0.05));
            assertThat(found.exponent().lower(0.999)).isLessThan(exponent);
            assertThat(found.exponent().upper(0.999)).isGreaterThan(exponent);
            assertThat(found.impact().lower(0.999)).isLessThan(IMPACT);
            assertThat(found.impact().upper(0.999)).isGreaterThan(IMPACT);
            assertThat(found.law()).isEmpty();
        }
    }

    @Test
    void scaling_costs_scales_what_is_found() {
        ForAll.cases(50, random -> {
            Orders orders = new Orders(random, 100, 0.5, 0.2, 0.05);
            double factor = random.nextDouble(0.1, 10);
            double[] scaled = orders.costs.clone();
            for (int t = 0; t < scaled.length; t++) {
                scaled[t] *= factor;
            }
            CostCalibration plain = CostCalibration.squareRoot(orders.fills());
            CostCalibration more = CostCalibration.squareRoot(
                    FillCosts.of(scaled, orders.halfSpreads, orders.volatilities, orders.participations));

            assertThat(more.impact().value() / plain.impact().value()).isCloseTo(factor, within(1e-5 * factor));
            assertThat(more.spreadCapture().standardError()
                            / plain.spreadCapture().standardError())
                    .isCloseTo(factor, within(1e-3 * factor));
        });
    }

    @Test
    void what_cannot_be_told_is_refused() {
        assertThatThrownBy(
                        () -> CostCalibration.squareRoot(new Orders(new SplittableRandom(1), 29, 0.5, 0.1, 0).fills()))
                .hasMessage("fills must be at least 30, were 29");
        double[] same = new double[50];
        Arrays.fill(same, 0.01);
        assertThatThrownBy(() -> CostCalibration.squareRoot(FillCosts.of(same, same, same, same)))
                .hasMessageStartingWith("fills must tell spread and impact apart");
        assertThatThrownBy(() -> CostCalibration.squareRoot(FillCosts.of(same, new double[50], same, same)))
                .hasMessageStartingWith("fills must tell spread and impact apart");
        double[] spreads = new SplittableRandom(1).doubles(50, 0.001, 0.01).toArray();
        assertThatThrownBy(() -> CostCalibration.power(FillCosts.of(spreads, spreads, same, same)))
                .hasMessageContaining("exponent");
        assertThatThrownBy(() -> FillCosts.of(same, same, same, new double[50]))
                .hasMessage("participations must be positive, was 0.0 at index 0");
        assertThatThrownBy(() -> FillCosts.of(same, same, new double[50], same))
                .hasMessage("volatilities must be positive, was 0.0 at index 0");
        assertThatThrownBy(() -> FillCosts.of(same, new double[3], same, same))
                .hasMessage("halfSpreads must hold 50 values, held 3");
        assertThatThrownBy(() -> new Estimate(1, 1).lower(1))
                .hasMessage("confidence must be strictly between 0 and 1, was 1.0");
    }
}
