package io.mts1b.quantkit.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierOptionTest {

    private static final double[] STRIKES = {90, 100, 110};

    private static BlackScholes haug(OptionRight right, double strike, double volatility) {
        return new BlackScholes(right, 100, strike, 0.5, 0.08, 0.04, volatility);
    }

    /** E. G. Haug, "The Complete Guide to Option Pricing Formulas", 2nd edition, table 4-13; its last digits are off by one. */
    @ParameterizedTest
    @CsvSource({
        "CALL, DOWN_AND_OUT,  95, 0.25,  9.0246,  6.7924,  4.8759",
        "CALL, DOWN_AND_OUT, 100, 0.25,  3.0000,  3.0000,  3.0000",
        "CALL, UP_AND_OUT,   105, 0.25,  2.6789,  2.3580,  2.3453",
        "CALL, DOWN_AND_IN,   95, 0.25,  7.7627,  4.0109,  2.0576",
        "CALL, DOWN_AND_IN,  100, 0.25, 13.8333,  7.8494,  3.9795",
        "CALL, UP_AND_IN,    105, 0.25, 14.1112,  8.4482,  4.5910",
        "CALL, DOWN_AND_OUT,  95, 0.30,  8.8334,  7.0285,  5.4137",
        "CALL, DOWN_AND_OUT, 100, 0.30,  3.0000,  3.0000,  3.0000",
        "CALL, UP_AND_OUT,   105, 0.30,  2.6341,  2.4389,  2.4315",
        "CALL, DOWN_AND_IN,   95, 0.30,  9.0093,  5.1370,  2.8517",
        "CALL, DOWN_AND_IN,  100, 0.30, 14.8816,  9.2045,  5.3043",
        "CALL, UP_AND_IN,    105, 0.30, 15.2098,  9.7278,  5.8350",
        "PUT,  DOWN_AND_OUT,  95, 0.25,  2.2798,  2.2947,  2.6252",
        "PUT,  DOWN_AND_OUT, 100, 0.25,  3.0000,  3.0000,  3.0000",
        "PUT,  UP_AND_OUT,   105, 0.25,  3.7760,  5.4932,  7.5187",
        "PUT,  DOWN_AND_IN,   95, 0.25,  2.9586,  6.5677, 11.9752",
        "PUT,  DOWN_AND_IN,  100, 0.25,  2.2845,  5.9085, 11.6465",
        "PUT,  UP_AND_IN,    105, 0.25,  1.4653,  3.3721,  7.0846",
        "PUT,  DOWN_AND_OUT,  95, 0.30,  2.4170,  2.4258,  2.6246",
        "PUT,  DOWN_AND_OUT, 100, 0.30,  3.0000,  3.0000,  3.0000",
        "PUT,  UP_AND_OUT,   105, 0.30,  4.2293,  5.8032,  7.5649",
        "PUT,  DOWN_AND_IN,   95, 0.30,  3.8769,  7.7989, 13.3078",
        "PUT,  DOWN_AND_IN,  100, 0.30,  3.3328,  7.2636, 12.9713",
        "PUT,  UP_AND_IN,    105, 0.30,  2.0658,  4.4226,  8.3686"
    })
    void the_table_of_haug_is_reproduced(
            OptionRight right,
            Barrier kind,
            double barrier,
            double volatility,
            double low,
            double middle,
            double high) {
        double[] published = {low, middle, high};
        for (int k = 0; k < STRIKES.length; k++) {
            BarrierOption option = new BarrierOption(haug(right, STRIKES[k], volatility), kind, barrier, 3);
            assertThat(option.value()).as("%s", option).isCloseTo(published[k], within(7e-5));
        }
    }

    private static BarrierOption any(RandomGenerator random) {
        Barrier kind = List.of(Barrier.values()).get(random.nextInt(4));
        BlackScholes terms = new BlackScholes(
                random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT,
                100,
                random.nextDouble(60, 150),
                random.nextDouble(0.1, 3),
                random.nextDouble(0, 0.1),
                random.nextDouble(-0.02, 0.08),
                random.nextDouble(0.1, 0.6));
        double away = random.nextDouble(0.01, 0.5);
        return new BarrierOption(
                terms, kind, 100 * Math.exp(kind.up() ? away : -away), random.nextInt(2) * random.nextDouble(5));
    }

    private static Barrier other(Barrier kind) {
        return switch (kind) {
            case DOWN_AND_IN -> Barrier.DOWN_AND_OUT;
            case UP_AND_IN -> Barrier.UP_AND_OUT;
            case DOWN_AND_OUT -> Barrier.DOWN_AND_IN;
            case UP_AND_OUT -> Barrier.UP_AND_IN;
        };
    }

    @Test
    void what_comes_to_life_and_what_ends_are_the_option_together() {
        ForAll.cases(1_000, random -> {
            BarrierOption one = any(random);
            BarrierOption with = new BarrierOption(one.terms(), one.kind(), one.barrier(), 0);
            BarrierOption without = new BarrierOption(one.terms(), other(one.kind()), one.barrier(), 0);
            double whole = one.terms().value();
            assertThat(with.value() + without.value()).as("%s", one).isCloseTo(whole, within(1e-11));
            assertThat(with.value()).isBetween(0.0, whole + 1e-11);
        });
    }

    @Test
    void calls_and_puts_mirror_each_other() {
        // A put on S is a call struck at S on K, as seen from the asset: the barrier is mirrored, and rate and yield
        // change places.
        ForAll.cases(1_000, random -> {
            BarrierOption one = any(random);
            BlackScholes o = one.terms();
            BlackScholes mirror = BjerksundStenslandTest.mirror(o);
            Barrier kind = switch (one.kind()) {
                case DOWN_AND_IN -> Barrier.UP_AND_IN;
                case UP_AND_IN -> Barrier.DOWN_AND_IN;
                case DOWN_AND_OUT -> Barrier.UP_AND_OUT;
                case UP_AND_OUT -> Barrier.DOWN_AND_OUT;
            };
            BarrierOption other = new BarrierOption(mirror, kind, o.spot() * o.strike() / one.barrier(), 0);
            assertThat(other.value())
                    .as("%s", one)
                    .isCloseTo(new BarrierOption(o, one.kind(), one.barrier(), 0).value(), within(1e-10));
        });
    }

    @Test
    void a_tree_whose_nodes_lie_on_the_barrier_agrees() {
        ForAll.cases(40, random -> {
            BarrierOption option = any(random);
            assertThat(option.value()).as("%s", option).isCloseTo(tree(option, 400), within(0.03));
        });
    }

    /** A trinomial tree in logarithms with the barrier on a node; P. Ritchken, Journal of Derivatives 3(2), 1995. */
    private static double tree(BarrierOption option, int least) {
        BlackScholes o = option.terms();
        double away = Math.abs(Math.log(option.barrier() / o.spot()));
        double wide = o.volatility() * Math.sqrt(3 * o.years() / least);
        int toBarrier = Math.max((int) Math.ceil(away / wide), 1);
        double dx = away / toBarrier;
        int steps = (int) Math.ceil(3 * o.volatility() * o.volatility() * o.years() / (dx * dx));
        double dt = o.years() / steps;
        double drift = (o.rate() - o.yield() - o.volatility() * o.volatility() / 2) * dt;
        double square = (o.volatility() * o.volatility() * dt + drift * drift) / (dx * dx);
        double up = (square + drift / dx) / 2;
        double down = (square - drift / dx) / 2;
        double discount = Math.exp(-o.rate() * dt);
        double[] values = new double[2 * steps + 1];
        for (int k = steps; k >= 0; k--) {
            double[] next = new double[2 * steps + 1];
            for (int j = -k; j <= k; j++) {
                int barrier = option.kind().up() ? toBarrier : -toBarrier;
                boolean reached = option.kind().up() ? j >= barrier : j <= barrier;
                double price = o.spot() * Math.exp(j * dx);
                BlackScholes here = new BlackScholes(
                        o.right(), price, o.strike(), (steps - k) * dt, o.rate(), o.yield(), o.volatility());
                if (reached) {
                    next[j + steps] = option.kind().in() ? (j == barrier ? here.value() : 0) : option.rebate();
                } else if (k == steps) {
                    next[j + steps] = option.kind().in() ? option.rebate() : here.value();
                } else {
                    next[j + steps] = discount
                            * (up * values[j + 1 + steps]
                                    + down * values[j - 1 + steps]
                                    + (1 - up - down) * values[j + steps]);
                }
            }
            values = next;
        }
        return values[steps];
    }

    @Test
    void a_price_at_the_barrier_or_beyond_has_reached_it() {
        BlackScholes terms = haug(OptionRight.CALL, 100, 0.25);
        BarrierOption in = new BarrierOption(terms, Barrier.UP_AND_IN, 90, 3);
        BarrierOption out = new BarrierOption(terms, Barrier.DOWN_AND_OUT, 100, 3);
        assertThat(in.reached()).isTrue();
        assertThat(in.value()).isEqualTo(terms.value());
        assertThat(in.sensitivities().delta()).isEqualTo(terms.delta());
        assertThat(out.value()).isEqualTo(3);
        assertThat(out.sensitivities()).isEqualTo(new Sensitivities(3, 0, 0, 0, 0, 0, 0));
        // Coming to the barrier, an option becomes what it will be there.
        BarrierOption near = new BarrierOption(terms, Barrier.DOWN_AND_OUT, 100 - 1e-9, 3);
        assertThat(near.value()).isCloseTo(3, within(1e-8));
        assertThat(near.sensitivities().delta()).isNotZero().isFinite();
        BarrierOption far = new BarrierOption(terms, Barrier.UP_AND_OUT, 1e9, 3);
        assertThat(far.value()).isCloseTo(terms.value(), within(1e-12));
        assertThat(far.sensitivities().gamma()).isCloseTo(terms.gamma(), within(1e-8));
    }

    @Test
    void slopes_are_those_of_finer_differences() {
        ForAll.cases(200, random -> {
            BarrierOption option = any(random);
            BlackScholes o = option.terms();
            Sensitivities slopes = option.sensitivities();
            double h = 1e-4;
            assertThat(slopes.delta())
                    .as("%s", option)
                    .isCloseTo((moved(option, h, 0) - moved(option, -h, 0)) / (2 * h), within(1e-6));
            assertThat(slopes.vega())
                    .isCloseTo((moved(option, 0, 1e-5) - moved(option, 0, -1e-5)) / 2e-5, within(1e-4));
            // What Black, Scholes and Merton start from holds for every option while it lives.
            double drift = (o.rate() - o.yield()) * o.spot() * slopes.delta();
            double spread = o.volatility() * o.volatility() * o.spot() * o.spot() * slopes.gamma() / 2;
            assertThat(slopes.theta() + drift + spread).isCloseTo(o.rate() * slopes.value(), within(2e-3));
        });
    }

    private static double moved(BarrierOption option, double spot, double volatility) {
        BlackScholes o = option.terms();
        BlackScholes moved = new BlackScholes(
                o.right(), o.spot() + spot, o.strike(), o.years(), o.rate(), o.yield(), o.volatility() + volatility);
        return new BarrierOption(moved, option.kind(), option.barrier(), option.rebate()).value();
    }

    @Test
    void a_barrier_that_is_watched_now_and_then_lies_further_away() {
        BlackScholes terms = new BlackScholes(OptionRight.CALL, 100, 100, 0.2, 0.1, 0, 0.3);
        int looks = 50;
        for (double barrier : new double[] {85, 91, 95}) {
            BarrierOption option = new BarrierOption(terms, Barrier.DOWN_AND_OUT, barrier, 0);
            double[] simulated = simulate(option, looks, 200_000);
            double seldom = option.watchedEvery(terms.years() / looks).value();
            assertThat(seldom).isGreaterThan(option.value());
            assertThat(seldom).isCloseTo(simulated[0], within(4 * simulated[1] + 0.003));
        }
        BarrierOption option = new BarrierOption(terms, Barrier.UP_AND_OUT, 120, 1);
        assertThat(option.watchedEvery(0)).isEqualTo(option);
        assertThat(option.watchedEvery(0.004).barrier())
                .isCloseTo(120 * Math.exp(0.5826 * 0.3 * Math.sqrt(0.004)), within(1e-4));
    }

    /** Returns the mean and its error. */
    private static double[] simulate(BarrierOption option, int looks, int paths) {
        SplittableRandom random = new SplittableRandom(1997);
        BlackScholes o = option.terms();
        double dt = o.years() / looks;
        double drift = (o.rate() - o.yield() - o.volatility() * o.volatility() / 2) * dt;
        double spread = o.volatility() * Math.sqrt(dt);
        double level = Math.log(option.barrier() / o.spot());
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < paths; k++) {
            double x = 0;
            boolean alive = true;
            for (int i = 0; i < looks && alive; i++) {
                x += drift + spread * random.nextGaussian();
                alive = x > level;
            }
            double paid = alive ? Math.max(o.spot() * Math.exp(x) - o.strike(), 0) : 0;
            sum += paid;
            squares += paid * paid;
        }
        double discount = Math.exp(-o.rate() * o.years());
        double mean = sum / paths;
        return new double[] {discount * mean, discount * Math.sqrt((squares / paths - mean * mean) / paths)};
    }

    @Test
    void what_makes_no_sense_is_refused() {
        BlackScholes terms = haug(OptionRight.CALL, 100, 0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarrierOption(terms, Barrier.UP_AND_IN, 0, 0))
                .withMessage("barrier must be positive, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarrierOption(terms, Barrier.UP_AND_IN, 120, -1))
                .withMessage("rebate must not be negative, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarrierOption(terms, Barrier.UP_AND_IN, 120, 0).watchedEvery(0.6))
                .withMessage("interval must be at most the 0.5 years to expiry, was 0.6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarrierOption(
                        new BlackScholes(OptionRight.CALL, 100, 100, 0, 0, 0, 0.2), Barrier.UP_AND_IN, 120, 0))
                .withMessage("years must be positive, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarrierOption(
                        new BlackScholes(OptionRight.CALL, 100, 100, 1, -0.05, -0.05, 0.2), Barrier.UP_AND_OUT, 120, 1))
                .withMessageContaining("rate must not be so negative");
    }
}
