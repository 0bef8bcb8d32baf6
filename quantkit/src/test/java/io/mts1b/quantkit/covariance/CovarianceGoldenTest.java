package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.testkit.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Twenty stocks, 1990 to 2018, as PyPortfolioOpt 65cabcee and skfolio c06db840 estimate their covariance. */
@Tag(SharedData.TAG)
class CovarianceGoldenTest {

    /** Of the product of two deviations: an entry may be nothing but cancellation. */
    private static final double RELATIVE = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void estimates_are_those_of_pyportfolioopt(String file) {
        PriceFile prices = PriceFile.read("ppo_stock_prices.csv.gz");
        double[][] returns =
                Returns.simple((file.equals("ppo20_common_window") ? prices.complete() : prices).columns());
        JsonNode golden = Goldens.json("pypfopt/" + file + ".json");
        JsonNode shrinkage = golden.required("shrinkage");

        assertClose(SampleCovariance.of(returns, Observations.PAIRWISE), golden.required("sample_cov"), 252);
        assertClose(Semicovariance.of(returns, 0.000079), golden.required("semicovariance_benchmark_7.9e-05"), 252);
        assertClose(ExponentialCovariance.pairwise(returns, 180), golden.required("exp_cov_span180"), 252);
        assertShrunk(Shrinkage.constantVariance(returns, Observations.PAIRWISE), shrinkage, "constant_variance");
        assertShrunk(Shrinkage.singleFactor(returns, Observations.PAIRWISE), shrinkage, "single_factor");
        assertShrunk(Shrinkage.constantCorrelation(returns, Observations.PAIRWISE), shrinkage, "constant_correlation");
        assertShrunk(Shrinkage.oracleApproximating(returns, Observations.PAIRWISE), shrinkage, "oas");
    }

    @Test
    void estimates_are_those_of_skfolio() {
        double[][] returns = Returns.simple(
                PriceFile.read("ppo_stock_prices.csv.gz").complete().columns());
        int rows = returns[0].length;
        JsonNode golden = Goldens.json("skfolio/ppo20_common_window.json").required("covariance_daily_not_annualised");
        SymmetricMatrix sample = SampleCovariance.of(returns, Observations.COMPLETE);

        assertDaily(sample, golden, "EmpiricalCovariance");
        ShrunkCovariance ledoitWolf = Shrinkage.constantVariance(returns, Observations.COMPLETE);
        assertDaily(ledoitWolf.covariance(), golden, "LedoitWolf");
        assertThat(ledoitWolf.intensity())
                .isCloseTo(golden.required("LedoitWolf").required("shrinkage").doubleValue(), within(1e-14));
        assertDaily(
                Shrinkage.oracleApproximating(returns, Observations.COMPLETE).covariance(), golden, "OAS");
        SymmetricMatrix plain = SampleMoments.covariance(Panel.centred(returns));
        assertDaily(ShrunkCovariance.towardsIdentity(plain, 0.1).covariance(), golden, "ShrunkCovariance_0.1");
        assertDaily(ExponentialCovariance.recursive(returns, 40), golden, "EWCovariance_default");
        assertDaily(
                GerberCovariance.of(returns, 0.5, GerberCovariance.Denominator.ACTIVE_ROWS),
                golden,
                "GerberCovariance_0.5");
        assertDaily(DenoisedCovariance.of(sample, rows).covariance(), golden, "DenoiseCovariance");
        assertDaily(DenoisedCovariance.detoned(sample, 1), golden, "DetoneCovariance");
    }

    private static void assertShrunk(ShrunkCovariance found, JsonNode shrinkage, String target) {
        JsonNode golden = shrinkage.required(target);
        assertThat(found.intensity()).isCloseTo(golden.required("delta").doubleValue(), within(1e-13));
        assertClose(found.covariance(), golden.required("cov"), 252);
    }

    private static void assertDaily(SymmetricMatrix found, JsonNode golden, String estimator) {
        assertClose(found, Goldens.matrix(golden.required(estimator).required("cov")), 1);
    }

    private static void assertClose(SymmetricMatrix found, JsonNode golden, double factor) {
        assertClose(found, Goldens.matrix(golden.required("matrix")), factor);
    }

    private static void assertClose(SymmetricMatrix found, double[][] expected, double factor) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                double scale = Math.sqrt(expected[i][i] * expected[j][j]);
                assertThat(found.get(i, j) * factor).isCloseTo(expected[i][j], within(RELATIVE * scale));
            }
        }
    }
}
