package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.expectedreturns.CapitalAssetPricing;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.StockWindow;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Views on stocks, as PyPortfolioOpt blends them with what the market implies. */
public final class BlackLittermanGoldens {

    private final StockWindow stocks;
    private final JsonNode golden;
    private final Sheet sheet;

    private BlackLittermanGoldens(StockWindow stocks, Sheet sheet) {
        this.stocks = stocks;
        this.golden = stocks.golden().required("black_litterman");
        this.sheet = sheet;
    }

    public static void compare(StockWindow stocks, Sheet sheet) {
        new BlackLittermanGoldens(stocks, sheet).compare();
    }

    private void compare() {
        SymmetricMatrix covariance = stocks.sample();
        double[] market = CapitalAssetPricing.equalWeightMarket(stocks.returns());
        // The golden made prices of these returns and returns of those prices, which loses the first.
        double[] later = Arrays.copyOfRange(market, 1, market.length);
        double aversion = BlackLitterman.riskAversion(later, PeriodsPerYear.TRADING_DAYS, 0.02);
        double[] capitals = stocks.numbers(golden.required("market_caps"));
        double[] prior = BlackLitterman.marketImplied(covariance, capitals, aversion, 0.02);
        BlackLitterman model = BlackLitterman.of(covariance, prior, 0.05);
        JsonNode byDefault = golden.required("absolute_default_omega");
        JsonNode byIdzorek = golden.required("absolute_idzorek");
        JsonNode relative = golden.required("relative_PQ");
        double[] confidences = Goldens.row(byIdzorek.required("confidences"));

        sheet.number("black_litterman delta", golden.required("delta").doubleValue(), aversion, Tolerance.FORMULA);
        sheet.numbers(
                "black_litterman prior",
                stocks.names(),
                stocks.numbers(golden.required("prior")),
                prior,
                Tolerance.FORMULA);
        errors("absolute_default_omega", model.errors(absolute(), new double[] {0.5, 0.5, 0.5}));
        posterior("absolute_default_omega", model.posterior(absolute()));
        best(byDefault.required("max_sharpe_on_posterior"), model.posterior(absolute()));
        errors("absolute_idzorek", model.errors(absolute(), confidences));
        posterior("absolute_idzorek", model.posterior(absolute(), confidences));
        posterior("relative_PQ", model.posterior(relative(relative)));
    }

    private List<View> absolute() {
        List<View> views = new ArrayList<>();
        for (var view : golden.required("views_absolute").properties()) {
            int asset = stocks.names().indexOf(view.getKey());
            views.add(
                    View.absolute(stocks.names().size(), asset, view.getValue().doubleValue()));
        }
        return views;
    }

    private static List<View> relative(JsonNode given) {
        List<View> views = new ArrayList<>();
        for (int k = 0; k < given.required("P").size(); k++) {
            double expected = given.required("Q").get(k).get(0).doubleValue();
            views.add(View.of(Goldens.row(given.required("P").get(k)), expected));
        }
        return views;
    }

    private void errors(String views, SymmetricMatrix ours) {
        sheet.matrix(
                "black_litterman " + views + " omega",
                k -> "view " + k,
                Goldens.matrix(golden.required(views).required("omega")),
                ours.toArray(),
                Tolerance.FORMULA);
    }

    private void posterior(String views, BlackLitterman.Posterior ours) {
        JsonNode theirs = golden.required(views);
        String name = "black_litterman " + views;
        sheet.numbers(
                name + " posterior_returns",
                stocks.names(),
                stocks.numbers(theirs.required("posterior_returns")),
                ours.expected(),
                Tolerance.FORMULA);
        sheet.matrix(
                name + " posterior_cov",
                stocks.names()::get,
                Goldens.matrix(theirs.required("posterior_cov").required("matrix")),
                ours.covariance().toArray(),
                Tolerance.FORMULA);
        if (theirs.has("bl_weights_delta")) {
            sheet.numbers(
                    name + " bl_weights_delta",
                    stocks.names(),
                    stocks.numbers(theirs.required("bl_weights_delta")),
                    ours.weights().toArray(),
                    Tolerance.FORMULA);
        }
    }

    private void best(JsonNode theirs, BlackLitterman.Posterior posterior) {
        Weights ours = MeanRisk.of(PortfolioRisk.variance(posterior.covariance()), Constraints.longOnly(20))
                .withExpectedReturns(posterior.expected())
                .maximumRatio(0.02)
                .orElseThrow();
        MeanRiskGoldens.optimum(
                sheet,
                stocks,
                "black_litterman max_sharpe_on_posterior",
                theirs,
                ours,
                Tolerance.WEIGHT,
                MeanRiskGoldens.ratio(posterior.covariance(), posterior.expected(), 0.02));
    }
}
