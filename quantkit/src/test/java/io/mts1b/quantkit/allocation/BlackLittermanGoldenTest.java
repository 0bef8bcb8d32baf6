package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.expectedreturns.CapitalAssetPricing;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.testkit.SharedData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Twenty stocks, 1990 to 2018, as PyPortfolioOpt 65cabcee blends views on them. */
@Tag(SharedData.TAG)
class BlackLittermanGoldenTest {

    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    void posteriors_are_those_of_pyportfolioopt(String file) {
        PriceFile all = PriceFile.read("ppo_stock_prices.csv.gz");
        PriceFile prices = file.equals("ppo20_common_window") ? all.complete() : all;
        List<String> names = prices.names();
        JsonNode parent = Goldens.json("pypfopt/" + file + ".json");
        JsonNode golden = parent.required("black_litterman");
        SymmetricMatrix covariance =
                SymmetricMatrix.of(Goldens.matrix(parent.required("sample_cov").required("matrix")));
        double[] market = CapitalAssetPricing.equalWeightMarket(Returns.simple(prices.columns()));
        // The golden made prices of these returns and returns of those prices, which loses the first.
        double[] later = Arrays.copyOfRange(market, 1, market.length);

        double aversion = BlackLitterman.riskAversion(later, PeriodsPerYear.TRADING_DAYS, 0.02);
        double[] prior = BlackLitterman.marketImplied(
                covariance, Goldens.numbers(golden.required("market_caps"), names), aversion, 0.02);
        BlackLitterman model = BlackLitterman.of(covariance, prior, 0.05);
        List<View> absolute = new ArrayList<>();
        for (var view : golden.required("views_absolute").properties()) {
            absolute.add(View.absolute(
                    20, names.indexOf(view.getKey()), view.getValue().doubleValue()));
        }
        List<View> relative = new ArrayList<>();
        JsonNode given = golden.required("relative_PQ");
        for (int k = 0; k < given.required("P").size(); k++) {
            relative.add(View.of(
                    Goldens.row(given.required("P").get(k)),
                    given.required("Q").get(k).get(0).doubleValue()));
        }
        double[] confidences = Goldens.row(golden.required("absolute_idzorek").required("confidences"));

        assertThat(aversion).isCloseTo(golden.required("delta").doubleValue(), within(ROUNDING));
        assertThat(prior).containsExactly(Goldens.numbers(golden.required("prior"), names), within(ROUNDING));
        assertPosterior(model.posterior(absolute), golden.required("absolute_default_omega"), names);
        assertPosterior(model.posterior(absolute, confidences), golden.required("absolute_idzorek"), names);
        assertPosterior(model.posterior(relative), given, names);
    }

    private static void assertPosterior(BlackLitterman.Posterior found, JsonNode golden, List<String> names) {
        assertThat(found.expected())
                .containsExactly(Goldens.numbers(golden.required("posterior_returns"), names), within(ROUNDING));
        double[][] covariance = Goldens.matrix(golden.required("posterior_cov").required("matrix"));
        for (int i = 0; i < covariance.length; i++) {
            assertThat(found.covariance().toArray()[i]).containsExactly(covariance[i], within(ROUNDING));
        }
        if (golden.has("bl_weights_delta")) {
            double[] expected = Goldens.numbers(golden.required("bl_weights_delta"), names);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found.weights().get(i)).isCloseTo(expected[i], within(1e-10 * Math.abs(expected[i])));
            }
        }
    }
}
