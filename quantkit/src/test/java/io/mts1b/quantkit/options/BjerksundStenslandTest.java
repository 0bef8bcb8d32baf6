package io.mts1b.quantkit.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.statistics.Normal;
import io.mts1b.testkit.ForAll;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BjerksundStenslandTest {

    /** E. G. Haug, "Option Pricing Formulas", McGraw-Hill, 1998, page 27 and its code, as listed in the tests of QuantLib. */
    @Test
    void figures_of_1993_are_reproduced() {
        double[][] rows = {
            {1, 42, 40, 0.75, 0.04, 0.08, 0.35, 5.2704},
            {-1, 36, 40, 1, 0.06, 0, 0.20, 4.4531},
            {1, 100, 100, 1, 0.05, 0.05, 0.0021, 0.08032314},
            {1, 100, 100, 1, 0.05, 0.05, 0.0001, 0.003860656},
            {1, 99.99, 100, 1, 0.05, 0.05, 0.0001, 0.00081},
            {1, 110, 100, 1, 0.05, 0.05, 0.0001, 10.0},
            {-1, 100, 110, 1, 0.05, 0.05, 0.0001, 10.0}
        };
        for (double[] row : rows) {
            OptionRight right = row[0] > 0 ? OptionRight.CALL : OptionRight.PUT;
            BlackScholes terms = new BlackScholes(right, row[1], row[2], row[3], row[4], row[5], row[6]);
            assertThat(AmericanOption.bjerksundStensland1993(terms)).isCloseTo(row[7], within(5.1e-5));
        }
    }

    /** The example of the Financial Instruments Toolbox for optstockbybjs: from 1 January to 1 April 2008. */
    @Test
    void figures_of_2002_are_reproduced() {
        double years = 91 / 366.0;
        BlackScholes call = new BlackScholes(OptionRight.CALL, 90, 100, years, 0.08, 0.04, 0.2);
        BlackScholes put = new BlackScholes(OptionRight.PUT, 120, 100, years, 0.08, 0.04, 0.2);
        assertThat(AmericanOption.bjerksundStensland2002(call)).isCloseTo(0.8420, within(5e-5));
        assertThat(AmericanOption.bjerksundStensland2002(put)).isCloseTo(0.1108, within(5e-5));
    }

    @Test
    void two_boundaries_come_nearer_to_the_truth_than_one() {
        for (double volatility : new double[] {0.2, 0.3, 0.4}) {
            for (double spot = 90; spot <= 120; spot += 10) {
                BlackScholes call = new BlackScholes(OptionRight.CALL, spot, 100, 3, 0.03, 0.07, volatility);
                double one = AmericanOption.bjerksundStensland1993(call);
                double two = AmericanOption.bjerksundStensland2002(call);
                double truth = AmericanOption.binomial(call, 600);
                assertThat(two).isGreaterThan(one).isBetween(truth * 0.985, truth + 0.01);
            }
        }
    }

    private static BlackScholes any(RandomGenerator random) {
        return new BlackScholes(
                random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT,
                random.nextDouble(50, 150),
                100,
                random.nextDouble(0.05, 4),
                random.nextDouble(0, 0.12),
                random.nextDouble(0, 0.12),
                random.nextDouble(0.03, 0.8));
    }

    @Test
    void values_lie_between_what_is_certain_and_what_is_possible() {
        ForAll.cases(2_000, random -> {
            BlackScholes o = any(random);
            double sign = o.right() == OptionRight.CALL ? 1 : -1;
            double one = AmericanOption.bjerksundStensland1993(o);
            double two = AmericanOption.bjerksundStensland2002(o);
            assertThat(one)
                    .as("%s", o)
                    .isGreaterThanOrEqualTo(o.value())
                    .isGreaterThanOrEqualTo(sign * (o.spot() - o.strike()));
            assertThat(two).as("%s", o).isGreaterThanOrEqualTo(one);
            assertThat(two).isLessThanOrEqualTo(o.right() == OptionRight.CALL ? o.spot() : o.strike());
        });
    }

    @Test
    void a_tree_is_never_far_above_and_never_below() {
        ForAll.cases(60, random -> {
            BlackScholes o = any(random);
            if (o.volatility() < 0.1) {
                return;
            }
            double truth = AmericanOption.binomial(o, 500);
            double two = AmericanOption.bjerksundStensland2002(o);
            assertThat(two).as("%s", o).isBetween(truth * 0.985 - 0.03, truth + 0.02);
        });
    }

    /** Spot and strike, and rate and yield, change places. */
    static BlackScholes mirror(BlackScholes o) {
        double received = o.strike();
        double paid = o.spot();
        double earned = o.rate();
        double owed = o.yield();
        return new BlackScholes(
                o.right() == OptionRight.CALL ? OptionRight.PUT : OptionRight.CALL,
                received,
                paid,
                o.years(),
                owed,
                earned,
                o.volatility());
    }

    @Test
    void calls_and_puts_change_places() {
        ForAll.cases(1_000, random -> {
            BlackScholes o = any(random);
            BlackScholes mirror = mirror(o);
            assertThat(AmericanOption.bjerksundStensland1993(mirror))
                    .as("%s", o)
                    .isCloseTo(AmericanOption.bjerksundStensland1993(o), within(1e-10));
            assertThat(AmericanOption.bjerksundStensland2002(mirror))
                    .isCloseTo(AmericanOption.bjerksundStensland2002(o), within(1e-10));
        });
    }

    @Test
    void without_a_yield_a_call_and_without_a_rate_a_put_is_european() {
        BlackScholes call = new BlackScholes(OptionRight.CALL, 90, 100, 2, 0.05, 0, 0.3);
        BlackScholes put = new BlackScholes(OptionRight.PUT, 90, 100, 2, 0, 0.03, 0.3);
        assertThat(AmericanOption.bjerksundStensland1993(call)).isEqualTo(call.value());
        assertThat(AmericanOption.bjerksundStensland2002(call)).isEqualTo(call.value());
        assertThat(AmericanOption.bjerksundStensland1993(put)).isEqualTo(put.value());
        assertThat(AmericanOption.bjerksundStensland2002(put)).isEqualTo(put.value());
        Sensitivities slopes = Sensitivities.of(call, AmericanOption::bjerksundStensland2002);
        assertThat(slopes.gamma()).isCloseTo(call.gamma(), within(1e-8));
        assertThat(slopes.rho()).isCloseTo(call.rho(), within(1e-6));
    }

    @Test
    void where_there_may_be_two_boundaries_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmericanOption.bjerksundStensland1993(
                        new BlackScholes(OptionRight.CALL, 90, 100, 2, -0.01, 0, 0.3)))
                .withMessage("rate must not be negative where the yield is not positive, was -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmericanOption.bjerksundStensland2002(
                        new BlackScholes(OptionRight.PUT, 90, 100, 2, -0.01, -0.02, 0.3)))
                .withMessage("yield must not be negative where the rate is not positive, was -0.02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmericanOption.bjerksundStensland2002(
                        new BlackScholes(OptionRight.PUT, 90, 100, 0, 0.01, 0, 0.3)))
                .withMessage("years must be positive, was 0.0");
    }

    @Test
    void slopes_of_european_options_are_those_of_the_formulas() {
        ForAll.cases(300, random -> {
            BlackScholes o = any(random);
            Sensitivities slopes = Sensitivities.of(o, BlackScholes::value);
            double tolerance = 1e-6;
            assertThat(slopes.value()).isEqualTo(o.value());
            assertThat(slopes.delta()).as("%s", o).isCloseTo(o.delta(), within(tolerance));
            assertThat(slopes.gamma()).as("%s", o).isCloseTo(o.gamma(), within(tolerance));
            assertThat(slopes.vega()).isCloseTo(o.vega(), within(tolerance * 100));
            assertThat(slopes.theta()).isCloseTo(o.theta(), within(tolerance * 100));
            assertThat(slopes.rho()).isCloseTo(o.rho(), within(tolerance * 100));
            assertThat(slopes.dividendRho()).isCloseTo(o.dividendRho(), within(tolerance * 100));
        });
    }

    @Test
    void probabilities_of_two_variables_are_those_of_a_known_integral() {
        // At the origin 1/4 + asin(rho) / (2 pi); without correlation a product; and both signs make up one variable.
        double rho = Math.sqrt((Math.sqrt(5) - 1) / 2);
        assertThat(BivariateNormal.cumulative(0, 0, rho))
                .isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), within(1e-15));
        ForAll.cases(500, random -> {
            double x = random.nextDouble(-6, 6);
            double y = random.nextDouble(-6, 6);
            double sum = BivariateNormal.cumulative(x, y, rho) + BivariateNormal.cumulative(x, -y, -rho);
            assertThat(sum).isCloseTo(Normal.cumulative(x), within(2e-14));
        });
    }
}
