package io.mts1b.quantkit.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final BlackScholes CALL = new BlackScholes(OptionRight.CALL, 60, 65, 0.25, 0.08, 0, 0.30);

    @Test
    void published_values_are_reproduced() {
        // Haug (2007), page 3: 2.1334; gamma and vega as in the tables of the same option by hand.
        assertThat(CALL.value()).isCloseTo(2.1334, within(5e-5));
        double d1 = (Math.log(60 / 65.0) + (0.08 + 0.045) * 0.25) / 0.15;
        double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
        assertThat(CALL.gamma()).isCloseTo(density / (60 * 0.15), within(1e-14));
        assertThat(CALL.vega()).isCloseTo(60 * density * 0.5, within(1e-13));
        // Haug (2007), page 5: a put on a future, 19, 19, 0.75, 0.10, 0.28 is worth 1.7011.
        assertThat(BlackScholes.ofForward(OptionRight.PUT, 19, 19, 0.75, 0.10, 0.28)
                        .value())
                .isCloseTo(1.7011, within(5e-5));
    }

    private static BlackScholes any(RandomGenerator random) {
        return new BlackScholes(
                random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT,
                random.nextDouble(50, 150),
                100,
                random.nextDouble(0.1, 3),
                random.nextDouble(-0.05, 0.1),
                random.nextDouble(-0.02, 0.08),
                random.nextDouble(0.1, 0.8));
    }

    private static BlackScholes moved(
            BlackScholes o, double spot, double years, double rate, double yield, double vol) {
        return new BlackScholes(
                o.right(),
                o.spot() + spot,
                o.strike(),
                o.years() + years,
                o.rate() + rate,
                o.yield() + yield,
                o.volatility() + vol);
    }

    private static double slope(
            BlackScholes up, BlackScholes down, double step, ToDoubleFunction<BlackScholes> figure) {
        return (figure.applyAsDouble(up) - figure.applyAsDouble(down)) / (2 * step);
    }

    @Test
    void sensitivities_are_slopes() {
        ForAll.cases(300, random -> {
            BlackScholes o = any(random);
            double h = 1e-4;
            BlackScholes high = moved(o, h, 0, 0, 0, 0);
            BlackScholes low = moved(o, -h, 0, 0, 0, 0);
            assertThat(o.delta()).isCloseTo(slope(high, low, h, BlackScholes::value), within(1e-7));
            assertThat(o.gamma()).isCloseTo(slope(high, low, h, BlackScholes::delta), within(1e-8));
            assertThat(o.speed()).isCloseTo(slope(high, low, h, BlackScholes::gamma), within(1e-8));
            double k = 1e-5;
            BlackScholes wild = moved(o, 0, 0, 0, 0, k);
            BlackScholes calm = moved(o, 0, 0, 0, 0, -k);
            assertThat(o.vega()).isCloseTo(slope(wild, calm, k, BlackScholes::value), within(1e-5));
            assertThat(o.vanna()).isCloseTo(slope(wild, calm, k, BlackScholes::delta), within(1e-6));
            assertThat(o.volga()).isCloseTo(slope(wild, calm, k, BlackScholes::vega), within(1e-4));
            assertThat(o.zomma()).isCloseTo(slope(wild, calm, k, BlackScholes::gamma), within(1e-6));
            BlackScholes later = moved(o, 0, -k, 0, 0, 0);
            BlackScholes sooner = moved(o, 0, k, 0, 0, 0);
            assertThat(o.theta()).isCloseTo(slope(later, sooner, k, BlackScholes::value), within(1e-5));
            assertThat(o.charm()).isCloseTo(slope(later, sooner, k, BlackScholes::delta), within(1e-6));
            assertThat(o.color()).isCloseTo(slope(later, sooner, k, BlackScholes::gamma), within(1e-6));
            assertThat(o.rho())
                    .isCloseTo(
                            slope(moved(o, 0, 0, k, 0, 0), moved(o, 0, 0, -k, 0, 0), k, BlackScholes::value),
                            within(1e-4));
            assertThat(o.dividendRho())
                    .isCloseTo(
                            slope(moved(o, 0, 0, 0, k, 0), moved(o, 0, 0, 0, -k, 0), k, BlackScholes::value),
                            within(1e-4));
        });
    }

    @Test
    void sensitivities_of_bachelier_are_slopes() {
        ForAll.cases(300, random -> {
            OptionRight right = random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT;
            double[] at = {
                random.nextDouble(-20, 20),
                random.nextDouble(-20, 20),
                random.nextDouble(0.1, 3),
                random.nextDouble(-0.05, 0.1),
                random.nextDouble(2, 30)
            };
            Bachelier o = normal(right, at, 0, 0);
            double h = 1e-4;
            slopes(o.delta(), normal(right, at, 0, h), normal(right, at, 0, -h), h, Bachelier::value);
            slopes(o.gamma(), normal(right, at, 0, h), normal(right, at, 0, -h), h, Bachelier::delta);
            slopes(o.speed(), normal(right, at, 0, h), normal(right, at, 0, -h), h, Bachelier::gamma);
            slopes(-o.theta(), normal(right, at, 2, h), normal(right, at, 2, -h), h, Bachelier::value);
            slopes(-o.charm(), normal(right, at, 2, h), normal(right, at, 2, -h), h, Bachelier::delta);
            slopes(-o.color(), normal(right, at, 2, h), normal(right, at, 2, -h), h, Bachelier::gamma);
            slopes(o.rho(), normal(right, at, 3, h), normal(right, at, 3, -h), h, Bachelier::value);
            slopes(o.vega(), normal(right, at, 4, h), normal(right, at, 4, -h), h, Bachelier::value);
            slopes(o.vanna(), normal(right, at, 4, h), normal(right, at, 4, -h), h, Bachelier::delta);
            slopes(o.volga(), normal(right, at, 4, h), normal(right, at, 4, -h), h, Bachelier::vega);
            slopes(o.zomma(), normal(right, at, 4, h), normal(right, at, 4, -h), h, Bachelier::gamma);
        });
    }

    private static Bachelier normal(OptionRight right, double[] at, int moved, double by) {
        double[] there = at.clone();
        there[moved] += by;
        return new Bachelier(right, there[0], there[1], there[2], there[3], there[4]);
    }

    private static void slopes(
            double figure, Bachelier up, Bachelier down, double step, ToDoubleFunction<Bachelier> of) {
        double slope = (of.applyAsDouble(up) - of.applyAsDouble(down)) / (2 * step);
        assertThat(figure).as("between %s and %s", down, up).isCloseTo(slope, within(2e-6 * (1 + Math.abs(slope))));
    }

    @Test
    void calls_and_puts_keep_parity() {
        ForAll.cases(300, random -> {
            BlackScholes o = any(random);
            BlackScholes call = new BlackScholes(
                    OptionRight.CALL, o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
            BlackScholes put = new BlackScholes(
                    OptionRight.PUT, o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
            double forward = o.spot() * Math.exp(-o.yield() * o.years()) - o.strike() * Math.exp(-o.rate() * o.years());
            assertThat(call.value() - put.value()).isCloseTo(forward, within(1e-11));
            Bachelier normalCall = new Bachelier(OptionRight.CALL, o.spot() - 100, -3, o.years(), o.rate(), 20);
            Bachelier normalPut = new Bachelier(OptionRight.PUT, o.spot() - 100, -3, o.years(), o.rate(), 20);
            assertThat(normalCall.value() - normalPut.value())
                    .isCloseTo(Math.exp(-o.rate() * o.years()) * (o.spot() - 97), within(1e-11));
        });
    }

    @Test
    void prices_that_no_volatility_gives_have_none() {
        assertThat(ImpliedVolatility.of(0, CALL)).isEmpty();
        assertThat(ImpliedVolatility.of(60, CALL)).isEmpty();
        assertThat(ImpliedVolatility.of(-1, CALL)).isEmpty();
        BlackScholes deep = new BlackScholes(OptionRight.CALL, 100, 50, 1, 0, 0, 0.2);
        assertThat(ImpliedVolatility.of(49, deep)).isEmpty();
    }

    @Test
    void at_expiry_an_option_is_worth_its_exercise() {
        BlackScholes in = new BlackScholes(OptionRight.CALL, 110, 100, 0, 0.05, 0, 0.2);
        assertThat(in.value()).isEqualTo(10);
        assertThat(in.delta()).isEqualTo(1);
        assertThat(List.of(
                        in.gamma(), in.vega(), in.vanna(), in.volga(), in.charm(), in.speed(), in.zomma(), in.color()))
                .containsOnly(0.0);
        assertThat(new BlackScholes(OptionRight.PUT, 110, 100, 1, 0.05, 0, 0).value())
                .isZero();
        assertThat(new Bachelier(OptionRight.PUT, -5, 1, 0, 0.1, 3).value()).isEqualTo(6);
    }

    @Test
    void bachelier_at_the_money_by_hand() {
        Bachelier option = new Bachelier(OptionRight.CALL, 2, 2, 4, 0, 3);
        assertThat(option.value()).isCloseTo(6 / Math.sqrt(2 * Math.PI), within(1e-14));
        assertThat(option.delta()).isEqualTo(0.5);
        assertThat(option.vega()).isCloseTo(2 / Math.sqrt(2 * Math.PI), within(1e-14));
        assertThat(option.gamma()).isCloseTo(1 / (6 * Math.sqrt(2 * Math.PI)), within(1e-14));
        assertThat(option.theta()).isCloseTo(-6 / Math.sqrt(2 * Math.PI) / 8, within(1e-14));
    }

    @Test
    void american_options_are_worth_what_is_published() {
        // Barone-Adesi and Whaley (1987), table 1: puts at 80 to 120, strike 100, three months, r 8, q 12 percent, v
        // 20.
        double[] puts = {20.42, 11.25, 4.40, 1.12, 0.18};
        for (int k = 0; k < puts.length; k++) {
            BlackScholes put = new BlackScholes(OptionRight.PUT, 80 + 10 * k, 100, 0.25, 0.08, 0.12, 0.20);
            assertThat(AmericanOption.baroneAdesiWhaley(put)).isCloseTo(puts[k], within(5.1e-3));
            assertThat(AmericanOption.binomial(put, 800))
                    .isCloseTo(AmericanOption.baroneAdesiWhaley(put), within(0.03));
        }
    }

    @Test
    void the_right_to_exercise_early_is_worth_something_or_nothing() {
        ForAll.cases(60, random -> {
            BlackScholes o = any(random);
            double tree = AmericanOption.binomial(o, 150);
            double sign = o.right() == OptionRight.CALL ? 1 : -1;
            assertThat(tree).isGreaterThanOrEqualTo(o.value() - 0.05);
            assertThat(tree).isGreaterThanOrEqualTo(sign * (o.spot() - o.strike()));
            BlackScholes never = new BlackScholes(OptionRight.CALL, o.spot(), 100, o.years(), 0.05, 0, o.volatility());
            assertThat(AmericanOption.baroneAdesiWhaley(never)).isEqualTo(never.value());
            assertThat(AmericanOption.binomial(never, 300)).isCloseTo(never.value(), within(0.05));
        });
    }

    @Test
    void bad_terms_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlackScholes(OptionRight.CALL, 0, 1, 1, 0, 0, 1))
                .withMessage("spot must be positive, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlackScholes(OptionRight.CALL, 1, 1, -1, 0, 0, 1))
                .withMessage("years must not be negative, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlackScholes(OptionRight.CALL, 1, 1, 1, Double.NaN, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bachelier(OptionRight.CALL, 1, 1, 1, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ImpliedVolatility.of(Double.NaN, CALL));
        assertThatIllegalArgumentException().isThrownBy(() -> AmericanOption.binomial(CALL, 0));
        BlackScholes steep = new BlackScholes(OptionRight.CALL, 1, 1, 1, 2, 0, 0.01);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AmericanOption.binomial(steep, 10))
                .withMessageContaining("steps must be more");
    }
}
