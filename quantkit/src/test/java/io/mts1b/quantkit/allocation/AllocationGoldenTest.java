package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.SharedData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Twenty stocks, 1990 to 2018, as PyPortfolioOpt 65cabcee and skfolio c06db840 allocate to them. */
@Tag(SharedData.TAG)
class AllocationGoldenTest {

    private static final double ROUNDING = 1e-13;

    @ParameterizedTest
    @CsvSource({
        "ppo20_common_window, SINGLE", "ppo20_common_window, COMPLETE",
        "ppo20_common_window, AVERAGE", "ppo20_common_window, WARD",
        "ppo20_full_ragged, SINGLE", "ppo20_full_ragged, COMPLETE",
        "ppo20_full_ragged, AVERAGE", "ppo20_full_ragged, WARD"
    })
    void hierarchical_risk_parity_is_that_of_pyportfolioopt(String file, LinkageMethod linkage) {
        PriceFile prices = PriceFile.read("ppo_stock_prices.csv.gz");
        prices = file.equals("ppo20_common_window") ? prices.complete() : prices;
        double[][] returns = Returns.simple(prices.columns());
        JsonNode golden = Goldens.json("pypfopt/" + file + ".json")
                .required("hrp")
                .required(linkage.name().toLowerCase(Locale.ROOT));

        HierarchicalAllocation found = new HierarchicalRiskParity(linkage, LeafOrder.AS_MERGED).allocate(returns);

        double[][] rows = Goldens.matrix(golden.required("linkage"));
        for (int k = 0; k < rows.length; k++) {
            Merge merge = found.tree().merges().get(k);
            assertThat(new double[] {merge.left(), merge.right(), merge.size()})
                    .containsExactly(rows[k][0], rows[k][1], rows[k][3]);
            assertThat(merge.distance()).isCloseTo(rows[k][2], within(ROUNDING));
        }
        assertThat(found.weights().toArray())
                .containsExactly(Goldens.numbers(golden.required("weights"), prices.names()), within(ROUNDING));
        JsonNode performance = golden.required("performance_ret_vol_sharpe_rf0.02");
        assertThat(performance(returns, found.weights())).containsExactly(Goldens.row(performance), within(ROUNDING));
    }

    @Test
    void sample_covariance_is_that_of_pandas_and_skfolio() {
        PriceFile ragged = PriceFile.read("ppo_stock_prices.csv.gz");
        double[][] full = Goldens.matrix(Goldens.json("pypfopt/ppo20_full_ragged.json")
                .required("sample_cov")
                .required("matrix"));
        assertRelativelyClose(SampleCovariance.of(Returns.simple(ragged.columns()), Observations.PAIRWISE), full, 252);

        double[][] common = Goldens.matrix(Goldens.json("skfolio/ppo20_common_window.json")
                .required("covariance_daily_not_annualised")
                .required("EmpiricalCovariance")
                .required("cov"));
        double[][] returns = Returns.simple(ragged.complete().columns());
        assertRelativelyClose(SampleCovariance.of(returns, Observations.COMPLETE), common, 1);
        assertRelativelyClose(SampleCovariance.of(returns, Observations.PAIRWISE), common, 1);
    }

    @Test
    void weights_of_skfolio_are_reproduced() {
        PriceFile prices = PriceFile.read("ppo_stock_prices.csv.gz").complete();
        double[][] returns = Returns.simple(prices.columns());
        JsonNode golden = Goldens.json("skfolio/ppo20_common_window.json").required("weights");
        List<String> names = prices.names();
        SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
        SymmetricMatrix distances = CorrelationDistance.of(Correlation.of(covariance));
        HierarchicalRiskParity ward = new HierarchicalRiskParity(LinkageMethod.WARD, LeafOrder.STEPWISE);

        assertThat(Weights.equal(names.size()).toArray())
                .containsExactly(Goldens.numbers(golden.required("EqualWeighted"), names), within(ROUNDING));
        assertThat(InverseVolatility.allocate(covariance).toArray())
                .containsExactly(Goldens.numbers(golden.required("InverseVolatility"), names), within(ROUNDING));
        assertThat(ward.allocate(covariance).weights().toArray())
                .containsExactly(
                        Goldens.numbers(golden.required("HRP_default_ward_variance"), names), within(ROUNDING));
        assertThat(ward.allocate(distances, PortfolioRisk.conditionalValueAtRisk(returns, 0.05))
                        .weights()
                        .toArray())
                .containsExactly(Goldens.numbers(golden.required("HRP_CVaR"), names), within(ROUNDING));
    }

    /** Annual return, volatility, and Sharpe ratio over two percent. */
    private static double[] performance(double[][] returns, Weights weights) {
        SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.PAIRWISE);
        int[] all = IntStream.range(0, returns.length).toArray();
        double mean = 0;
        for (int asset : all) {
            double[] present =
                    Arrays.stream(returns[asset]).filter(r -> !Double.isNaN(r)).toArray();
            mean += weights.get(asset) * Samples.mean(present);
        }
        double earned = PeriodsPerYear.TRADING_DAYS.scale(mean);
        double volatility = PeriodsPerYear.TRADING_DAYS.scaleByRoot(
                Math.sqrt(PortfolioRisk.variance(covariance).of(all, weights.toArray())));
        return new double[] {earned, volatility, (earned - 0.02) / volatility};
    }

    private static void assertRelativelyClose(SymmetricMatrix found, double[][] expected, double factor) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                assertThat(found.get(i, j) * factor / expected[i][j]).isCloseTo(1, within(1e-12));
            }
        }
    }
}
