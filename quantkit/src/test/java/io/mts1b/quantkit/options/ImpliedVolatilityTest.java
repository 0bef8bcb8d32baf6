package io.mts1b.quantkit.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImpliedVolatilityTest {

    /** Twenty units in the last place, where the price tells that much. */
    private static final double PRECISE = 20 * 0x1p-53;

    /**
     * Strikes of calls at spot 1 and no rates, prices, and the spreads of exactly these prices, computed with 60 digits.
     */
    private static final double[][] CALLS = {
        {1.0, 3.98942280401416e-07, 1e-06},
        {1.0, 0.0003989422637788383, 0.001},
        {1.0, 0.11923538474048503, 0.3},
        {1.0, 0.3829249225480262, 0.9999999999999999},
        {1.0, 0.8663855974622838, 2.9999999999999996},
        {1.0, 0.9999999980268247, 12.00000000004094},
        {1.0000001, 3.509353510254572e-07, 1e-06},
        {1.0000001, 7.474598282777597e-33, 1e-08},
        {1.01, 1.2272611257308477e-10, 0.002},
        {1.01, 1.4246107956429589e-246, 0.0003},
        {1.1, 1.518685448655164e-129, 0.004},
        {1.1, 0.009539473918572261, 0.1},
        {1.1, 0.3165608885145703, 0.9},
        {2.0, 1.4097591849960821e-266, 0.02},
        {2.0, 0.0014926346037059334, 0.3},
        {2.0, 0.2699794500715898, 1.2},
        {2.0, 0.9999107231166543, 8.000000000000039},
        {20.0, 2.6275676182977983e-199, 0.1},
        {20.0, 0.18434583358594045, 2.0},
        {10000.0, 1.3518902072188774e-297, 0.25},
        {10000.0, 0.29669463679772723, 4.0},
        {10000.0, 0.9999972704301221, 11.00000000000545},
        {1e+20, 1.0674236853867612e-266, 1.3},
        {1e+20, 0.2347278287234747, 9.0},
        {1e+20, 0.9999999946599165, 16.99999999930533},
        {1e+100, 3.380172376075546e-228, 6.5},
        {1e+100, 0.9994165368336435, 25.000000000000014},
        {1e+300, 1.2778202694903797e-133, 20.0},
        {1e+300, 0.4220867684463594, 37.0},
        {1e+300, 0.9999999685937742, 42.99999999980079}
    };

    private static BlackScholes call(double strike) {
        return new BlackScholes(OptionRight.CALL, 1, strike, 1, 0, 0, 0);
    }

    private static double of(double price, BlackScholes terms) {
        return ImpliedVolatility.of(price, terms).orElseThrow();
    }

    @Test
    void volatilities_known_to_sixty_digits_are_found_to_the_last_of_ours() {
        for (double[] call : CALLS) {
            assertThat(of(call[1], call(call[0])))
                    .as("strike %s, price %s", call[0], call[1])
                    .isCloseTo(call[2], within(PRECISE * call[2]));
        }
    }

    @Test
    void every_price_below_the_most_has_the_volatility_that_bisection_finds() {
        ForAll.cases(4_000, random -> {
            double x = random.nextBoolean() ? random.nextDouble(0, 700) : StrictMath.exp(random.nextDouble(-30, 1));
            double low = StrictMath.exp(-x / 2);
            double high = StrictMath.exp(x / 2);
            double logShare = random.nextInt(3) == 0
                    ? StrictMath.log(random.nextDouble(1e-12, 1 - 1e-12))
                    : -StrictMath.exp(random.nextDouble(-12, 5.5));
            double price = low * StrictMath.exp(logShare);
            boolean call = random.nextBoolean();
            BlackScholes terms = call
                    ? new BlackScholes(OptionRight.CALL, low, high, 1, 0, 0, 0)
                    : new BlackScholes(OptionRight.PUT, high, low, 1, 0, 0, 0);
            double expected = SlowImpliedVolatility.spread(low, high, price);
            // A rounding of the price, and of the strikes in their ratio, moves the volatility by this part of it.
            double known = SlowImpliedVolatility.conditioning(low, high, price, expected) * 0x1p-53;
            assertThat(of(price, terms))
                    .as("%s at %s", terms, price)
                    .isCloseTo(expected, within(expected * (40 * 0x1p-53 + 8 * known)));
        });
    }

    @Test
    void spreads_from_a_millionth_to_fifty_come_back() {
        ForAll.cases(4_000, random -> {
            double spread = StrictMath.exp(random.nextDouble(StrictMath.log(1e-6), StrictMath.log(50)));
            double strike = StrictMath.exp(spread * random.nextDouble(0, 1) * Math.min(37, 690 / spread));
            double price = SlowImpliedVolatility.value(1, strike, spread);
            if (price > Double.MIN_NORMAL && price < 1) {
                double known = SlowImpliedVolatility.conditioning(1, strike, price, spread) * 0x1p-53;
                assertThat(of(price, call(strike)))
                        .as("strike %s spread %s", strike, spread)
                        .isCloseTo(spread, within(spread * (40 * 0x1p-53 + 100 * known)));
            }
        });
    }

    @Test
    void the_smallest_and_the_largest_prices_have_volatilities_that_grow_with_them() {
        for (double strike : new double[] {1, 1 + 0x1p-52, 1.5, 1e10, 1e150, 1e300}) {
            double last = 0;
            for (double price = Double.MIN_VALUE; price < 1; price = Math.max(price * 1.37, Math.nextUp(price))) {
                double found = of(price, call(strike));
                assertThat(found).as("strike %s price %s", strike, price).isGreaterThan(last * (1 - 1e-15));
                last = found;
            }
            assertThat(of(Math.nextDown(1.0), call(strike))).isBetween(last, 60.0);
        }
    }

    @Test
    void columns_come_to_the_same_bits_as_single_options_and_mark_what_has_no_volatility() {
        int count = 10_007;
        SplittableRandom random = new SplittableRandom(5);
        double[][] columns = new double[8][count];
        for (int i = 0; i < count; i++) {
            columns[0][i] = random.nextBoolean() ? 1 : -1;
            columns[1][i] = StrictMath.exp(random.nextDouble(-5, 9));
            columns[2][i] = columns[1][i] * StrictMath.exp(random.nextDouble(-1, 1) * random.nextInt(0, 40));
            columns[3][i] = random.nextDouble(0.003, 30);
            columns[4][i] = random.nextDouble(-0.02, 0.15);
            columns[5][i] = random.nextDouble(-0.02, 0.15);
            columns[6][i] = Double.NaN;
            columns[7][i] = Math.min(columns[1][i], columns[2][i])
                    * (random.nextInt(20) == 0
                            ? random.nextDouble(-1, 3)
                            : StrictMath.exp(-random.nextDouble(0, random.nextInt(1, 700))));
        }
        EuropeanOptions options = EuropeanOptions.of(columns[0], columns[1], columns[2], columns[3])
                .in(columns[4], columns[5], columns[6]);
        double[] prices = columns[7].clone();
        double[] scalars = new double[count];

        int one = new ScalarVolatilities().solve(prices, options, scalars, 0, count);
        int many = ImpliedVolatility.of(prices, options, prices);

        assertThat(VolatilityKernel.FASTEST).isInstanceOf(VectorVolatilities.class);
        assertThat(prices).isEqualTo(scalars);
        assertThat(many).isEqualTo(one).isBetween(count / 3, count - 1);
        assertThat((int) Arrays.stream(prices).filter(v -> v > 0).count()).isEqualTo(many);
        assertThat((int) Arrays.stream(prices).filter(Double::isNaN).count()).isEqualTo(count - many);
        System.arraycopy(prices, 0, columns[6], 0, count);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.value(new ValuesAndGreeks(count)))
                .withMessageContaining("volatility must not be negative, was NaN at index");
    }

    @Test
    void values_of_columns_give_their_volatilities_back() {
        int count = 1_000;
        double[][] c = new double[7][count];
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < count; i++) {
            c[0][i] = random.nextBoolean() ? 1 : -1;
            c[1][i] = random.nextDouble(80, 120);
            c[2][i] = random.nextDouble(80, 120);
            c[3][i] = random.nextDouble(0.25, 2);
            c[4][i] = random.nextDouble(0, 0.06);
            c[5][i] = random.nextDouble(0, 0.03);
            c[6][i] = random.nextDouble(0.15, 0.6);
        }
        EuropeanOptions options = EuropeanOptions.of(c[0], c[1], c[2], c[3]).in(c[4], c[5], c[6]);
        ValuesAndGreeks all = new ValuesAndGreeks(count);
        options.value(all);
        double[] found = new double[count];

        assertThat(ImpliedVolatility.of(all.values(), options, found)).isEqualTo(count);

        for (int i = 0; i < count; i++) {
            double known = 1e-14 * c[1][i] / all.vegas()[i];
            assertThat(found[i]).isCloseTo(c[6][i], within(1e-14 + known));
            assertThat(found[i]).isEqualTo(of(all.values()[i], options.get(i)));
        }
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name_and_row() {
        double[] ones = {1, 1};
        double[] none = {0, 0};
        EuropeanOptions options =
                EuropeanOptions.of(ones, new double[] {1, 2}, ones, ones).in(none, none, none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedVolatility.of(new double[] {0.1, Double.NaN}, options, new double[2]))
                .withMessage("price must be finite, was NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedVolatility.of(ones, options, new double[3]))
                .withMessageContaining("volatilities must hold 2 values, held 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedVolatility.of(
                        ones, EuropeanOptions.of(ones, ones, ones, none).in(none, none, none), new double[2]))
                .withMessage("years must be positive, was 0.0 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedVolatility.of(
                        ones, EuropeanOptions.of(none, ones, ones, ones).in(none, none, none), new double[2]))
                .withMessageContaining("sign must be 1 or -1, was 0.0 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, new BlackScholes(OptionRight.CALL, 1, 1, 800, 1, 0, 0)))
                .withMessage("rate and yield times years must be within 700.0, were 800.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, new BlackScholes(OptionRight.CALL, 1, 1e-300, 600, 1, 0, 0)))
                .withMessageContaining("spot and strike must be normal numbers when discounted");
        assertThatIllegalArgumentException().isThrownBy(() -> of(Double.POSITIVE_INFINITY, call(1)));
    }

    @Test
    void normal_volatilities_known_to_sixty_digits_are_found_to_the_last_of_ours() {
        double[][] rows = {
            {1.0, 398.44247987255625, 1000.0},
            {1.0, 3.5093533120471467, 10.0},
            {2.0, 0.10006919658140317, 1.7},
            {0.01, 1.069233106766563e-10, 0.002},
            {5.0, 3.737280127294664e-25, 0.5},
            {3.0, 1.631956734091483e-200, 0.1},
            {100.0, 9.286324719914847e-281, 2.8},
            {0.001, 8.33154705876863e-05, 0.001},
            {0.0, 0.14760864374853008, 0.37}
        };
        for (double[] row : rows) {
            Bachelier terms = new Bachelier(OptionRight.CALL, 0, row[0], 1, 0, 0);
            assertThat(ImpliedVolatility.of(row[1], terms).orElseThrow())
                    .as("distance %s", row[0])
                    .isCloseTo(row[2], within(PRECISE * row[2]));
        }
    }

    @Test
    void normal_volatilities_come_back_from_what_options_are_worth() {
        ForAll.cases(2_000, random -> {
            double forward = random.nextDouble(-5, 5);
            double strike = random.nextDouble(-5, 5);
            double years = random.nextDouble(0.1, 9);
            double rate = random.nextDouble(-0.05, 0.1);
            double volatility = StrictMath.exp(random.nextDouble(0, 6));
            Bachelier option = new Bachelier(
                    random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT,
                    forward,
                    strike,
                    years,
                    rate,
                    volatility);
            double known = 1e-14 * (1 + option.value()) / option.vega();
            if (known < 1e-3) {
                assertThat(ImpliedVolatility.of(option.value(), option).orElseThrow())
                        .isCloseTo(volatility, within(1e-14 * volatility + known));
            }
        });
        Bachelier inside = new Bachelier(OptionRight.CALL, 3, 1, 1, 0, 0);
        assertThat(ImpliedVolatility.of(2, inside)).isEmpty();
        assertThat(ImpliedVolatility.of(-1, inside)).isEmpty();
        // At the money a spread of s is worth s / sqrt(2 pi).
        Bachelier at = new Bachelier(OptionRight.PUT, -2, -2, 4, 0, 0);
        assertThat(ImpliedVolatility.of(3 / Math.sqrt(2 * Math.PI), at).orElseThrow())
                .isCloseTo(1.5, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> ImpliedVolatility.of(Double.NaN, at));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpliedVolatility.of(1, new Bachelier(OptionRight.PUT, 1, 1, 0, 0, 0)));
    }
}
