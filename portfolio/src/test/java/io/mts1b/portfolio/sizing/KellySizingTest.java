package io.mts1b.portfolio.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.portfolio.sizing.SizedWeights.Reason;
import io.mts1b.portfolio.sizing.SizedWeights.Refused;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class KellySizingTest {

    private static final SymmetricMatrix TWO = SymmetricMatrix.of(new double[][] {{0.04, 0.012}, {0.012, 0.09}});

    @Test
    void bets_the_edge_over_the_odds() {
        // Thorp 2006: a coin of 53 percent at even money takes 6 percent; Kelly 1956: p - q.
        assertThat(KellySizing.full().ofBet(0.53, 1)).isCloseTo(0.06, within(1e-15));
        // (0.4 * 3 - 1) / 2
        assertThat(KellySizing.full().ofBet(0.4, 2)).isCloseTo(0.1, within(1e-15));
        assertThat(KellySizing.fractional(0.25).ofBet(0.4, 2)).isCloseTo(0.025, within(1e-15));
        assertThat(KellySizing.full().within(0.05, 1).ofBet(0.4, 2)).isEqualTo(0.05);
        assertThat(KellySizing.full().within(1, 0.04).ofBet(0.4, 2)).isEqualTo(0.04);
        assertThat(KellySizing.full().ofBet(1, 3)).isEqualTo(1);
        assertThat(KellySizing.full().ofBet(0.1, 2)).isZero();
    }

    @Test
    void levers_the_market_as_thorp_did() {
        // Thorp 2006, section 7: drift 11 %, volatility 15 %, riskless 6 %, so 0.05 / 0.0225.
        assertThat(weights(KellySizing.full(), SymmetricMatrix.of(new double[][] {{0.0225}}), 0.11 - 0.06))
                .containsExactly(new double[] {20.0 / 9}, within(1e-14));
    }

    @Test
    void weighs_two_assets_as_worked_by_hand() {
        // The determinant is 0.04 * 0.09 - 0.012^2 = 0.003456, and the numerators are
        // 0.09 * 0.08 - 0.012 * 0.033 = 0.006804 and 0.04 * 0.033 - 0.012 * 0.08 = 0.00036.
        double[] full = {1.96875, 0.00036 / 0.003456};

        assertThat(weights(KellySizing.full(), TWO, 0.08, 0.033)).containsExactly(full, within(1e-13));
        assertThat(weights(KellySizing.fractional(0.5), TWO, 0.08, 0.033))
                .containsExactly(new double[] {full[0] / 2, full[1] / 2}, within(1e-13));
        assertThat(weights(KellySizing.fractional(0.5).clippedTo(0.2), TWO, 0.08, -0.1))
                .containsExactly(new double[] {0.2, -0.2}, within(0.0));
        // Shrunk all the way both variances are their mean 0.065, and nothing is correlated.
        assertThat(weights(KellySizing.full().withShrinkage(1), TWO, 0.065, -0.13))
                .containsExactly(new double[] {1, -2}, within(1e-14));
    }

    /**
     * By hand, with a cap of 1: the first weight is at the cap, and the second solves 0.012 + 0.09 w = 0.033, so it takes
     * up what the cap leaves; to clip would give 0.104. With a cap of 1.1 on both together the
     * slopes 0.08 - 0.04 a - 0.012 b and 0.033 - 0.012 a - 0.09 b would be equal where a = 1.1 - b and
     * 0.036 + 0.028 b = 0.0198 - 0.078 b, which is a b below zero, so all goes to the first.
     */
    @Test
    void fills_the_room_that_caps_leave_as_worked_by_hand() {
        assertThat(weights(KellySizing.full().within(1, 9), TWO, 0.08, 0.033))
                .containsExactly(new double[] {1, 0.021 / 0.09}, within(1e-9));
        assertThat(weights(KellySizing.full().clippedTo(1), TWO, 0.08, 0.033))
                .containsExactly(new double[] {1, 0.00036 / 0.003456}, within(1e-13));
        assertThat(weights(KellySizing.full().within(9, 1.1), TWO, 0.08, 0.033))
                .containsExactly(new double[] {1.1, 0}, within(1e-9));
    }

    @Test
    void capped_weights_agree_with_a_naive_search() {
        ForAll.cases(300, random -> {
            int assets = random.nextInt(1, 8);
            SymmetricMatrix covariance = anyCovariance(random, assets);
            double[] returns = random.doubles(assets, -0.1, 0.1).toArray();
            double fraction = random.nextDouble(0.2, 1);
            double most = random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble(0.05, 1);
            double gross = random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble(0.1, 2);
            KellySizing rule = KellySizing.fractional(fraction).within(most, gross);

            double[] found = weights(rule, covariance, returns);

            assertThat(found)
                    .containsExactly(NaiveGrowth.best(returns, covariance, fraction, most, gross), within(1e-7));
            assertThat(Arrays.stream(found).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(most);
            assertThat(Arrays.stream(found).map(Math::abs).sum()).isLessThanOrEqualTo(gross + 1e-9);
        });
    }

    /** Daily figures are the annual ones over 252, and have the same weights. */
    @Test
    void caps_mean_the_same_at_any_frequency() {
        SymmetricMatrix daily =
                SymmetricMatrix.of(new double[][] {{0.04 / 252, 0.012 / 252}, {0.012 / 252, 0.09 / 252}});
        KellySizing rule = KellySizing.full().within(0.02, 0.03);

        assertThat(weights(rule, daily, 0.08 / 252, 0.033 / 252))
                .containsExactly(weights(rule, TWO, 0.08, 0.033), within(1e-11));
    }

    @Test
    void bets_nothing_without_an_edge() {
        ForAll.cases(random -> {
            double probability = random.nextDouble(0.01, 1);
            int assets = random.nextInt(1, 8);

            assertThat(KellySizing.full().ofBet(probability, 1 / probability - 1))
                    .isCloseTo(0, within(1e-13));
            assertThat(weights(KellySizing.full(), anyCovariance(random, assets), new double[assets]))
                    .containsOnly(0.0);
            assertThat(weights(KellySizing.full().within(0.1, 0.5), anyCovariance(random, assets), new double[assets]))
                    .containsOnly(0.0);
        });
    }

    @Test
    void no_other_weights_grow_faster() {
        ForAll.cases(random -> {
            int assets = random.nextInt(1, 6);
            SymmetricMatrix covariance = anyCovariance(random, assets);
            double[] returns = random.doubles(assets, -0.1, 0.1).toArray();
            double[] best = weights(KellySizing.full(), covariance, returns);
            double[] other = best.clone();
            for (int asset = 0; asset < assets; asset++) {
                other[asset] += random.nextDouble(-1, 1);
            }

            assertThat(growth(other, returns, covariance)).isLessThan(growth(best, returns, covariance) + 1e-12);
        });
    }

    @Test
    void refuses_a_riskless_combination_and_says_what_helps() {
        SymmetricMatrix twins = SymmetricMatrix.of(new double[][] {{0.04, 0.04}, {0.04, 0.04}});

        assertThat(KellySizing.full().ofAssets(new double[] {0.1, 0.2}, twins))
                .isEqualTo(new Refused(
                        Reason.COVARIANCE_NOT_POSITIVE_DEFINITE,
                        "covariance must be positive definite, was not: use a shrinkage above 0.0"));
        assertThat(KellySizing.full().withShrinkage(0.1).within(1, 1).ofAssets(new double[] {0.1, 0.2}, twins))
                .isInstanceOf(Sized.class);
    }

    @Test
    void refuses_what_is_no_bet() {
        KellySizing full = KellySizing.full();

        assertThatThrownBy(() -> full.ofBet(1.1, 1)).hasMessage("probability must be in [0, 1], was 1.1");
        assertThatThrownBy(() -> full.ofBet(0.5, 0)).hasMessage("netOdds must be positive, was 0.0");
        assertThatThrownBy(() -> full.ofAssets(new double[1], TWO))
                .hasMessage("excessReturns must be of 2 assets, were of 1");
        assertThatThrownBy(() -> full.ofAssets(new double[] {0, Double.NaN}, TWO))
                .hasMessage("excess return of asset 1 must be finite, was NaN");
        assertThatThrownBy(() -> KellySizing.fractional(1.5)).hasMessage("fraction must be in (0, 1], was 1.5");
        assertThatThrownBy(() -> full.withShrinkage(-0.1)).hasMessage("shrinkage must be in [0, 1], was -0.1");
        assertThatThrownBy(() -> full.within(1, 0)).hasMessage("maxGross must be positive, was 0.0");
        assertThatThrownBy(() -> new KellySizing(1, 0, 1, 2, KellySizing.Capping.CLIPPED))
                .hasMessage("maxGross must be infinite where weights are clipped, was 2.0");
        assertThatThrownBy(() -> full.within(Double.NaN, 1)).hasMessage("maxWeight must be positive, was NaN");
    }

    @Test
    @Tag(SharedData.TAG)
    void agrees_with_the_goldens_of_football() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(Files.readString(SharedData.path("quant_goldens/odds/football_E0_2019-20_first100.json")))
                .path("rows");
        int bets = 0;
        for (JsonNode row : rows) {
            JsonNode expected = row.path("kelly_full_vs_PinnacleClose_shin_at_B365_odds");
            for (int outcome = 0; outcome < expected.size(); outcome++) {
                double probability =
                        row.at("/books/PinnacleClose/shin/" + outcome).asDouble();
                double netOdds = row.at("/books/B365/odds/" + outcome).asDouble() - 1;

                assertThat(KellySizing.full().ofBet(probability, netOdds))
                        .isCloseTo(expected.get(outcome).asDouble(), within(1e-12));
                bets += expected.get(outcome).asDouble() > 0 ? 1 : 0;
            }
        }
        assertThat(bets).isGreaterThan(10);
    }

    private static double[] weights(KellySizing sizing, SymmetricMatrix covariance, double... returns) {
        Weights weights = ((Sized) sizing.ofAssets(returns, covariance)).weights();
        return weights.toArray();
    }

    private static double growth(double[] weights, double[] returns, SymmetricMatrix covariance) {
        double growth = 0;
        for (int i = 0; i < weights.length; i++) {
            growth += weights[i] * returns[i];
            for (int j = 0; j < weights.length; j++) {
                growth -= weights[i] * weights[j] * covariance.get(i, j) / 2;
            }
        }
        return growth;
    }

    /** A Gram matrix of random vectors, and a little more on its diagonal. */
    private static SymmetricMatrix anyCovariance(RandomGenerator random, int assets) {
        double[][] vectors = new double[assets][];
        double[][] lower = new double[assets][];
        for (int i = 0; i < assets; i++) {
            vectors[i] = random.doubles(assets, -0.3, 0.3).toArray();
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < assets; k++) {
                    lower[i][j] += vectors[i][k] * vectors[j][k];
                }
            }
            lower[i][i] += 0.01;
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
