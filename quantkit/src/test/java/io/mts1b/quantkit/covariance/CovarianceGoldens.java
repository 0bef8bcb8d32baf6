package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.StockWindow;
import io.mts1b.quantkit.parity.Tolerance;
import tools.jackson.databind.JsonNode;

/** How stocks move together, as PyPortfolioOpt and skfolio estimate it. */
public final class CovarianceGoldens {

    private final Sheet sheet;
    private final StockWindow stocks;
    private final double periods;

    private CovarianceGoldens(Sheet sheet, StockWindow stocks, double periods) {
        this.sheet = sheet;
        this.stocks = stocks;
        this.periods = periods;
    }

    public static void compareWithPyPortfolioOpt(StockWindow stocks, Sheet sheet) {
        double[][] returns = stocks.returns();
        JsonNode golden = stocks.golden();
        CovarianceGoldens annual = new CovarianceGoldens(sheet, stocks, 252);

        annual.compare(golden, "sample_cov", "matrix", SampleCovariance.of(returns, Observations.PAIRWISE));
        annual.compare(golden, "semicovariance_benchmark_7.9e-05", "matrix", Semicovariance.of(returns, 0.000079));
        annual.compare(golden, "exp_cov_span180", "matrix", ExponentialCovariance.pairwise(returns, 180));
        annual.shrunk("constant_variance", Shrinkage.constantVariance(returns, Observations.PAIRWISE));
        annual.shrunk("single_factor", Shrinkage.singleFactor(returns, Observations.PAIRWISE));
        annual.shrunk("constant_correlation", Shrinkage.constantCorrelation(returns, Observations.PAIRWISE));
        annual.shrunk("oas", Shrinkage.oracleApproximating(returns, Observations.PAIRWISE));
    }

    /** Compares daily covariances, of the days on which every stock has a return. */
    public static void compareWithSkfolio(StockWindow stocks, JsonNode answers, Sheet sheet) {
        double[][] returns = stocks.returns();
        int rows = returns[0].length;
        JsonNode golden = answers.required("covariance_daily_not_annualised");
        SymmetricMatrix sample = SampleCovariance.of(returns, Observations.COMPLETE);
        ShrunkCovariance ledoitWolf = Shrinkage.constantVariance(returns, Observations.COMPLETE);
        ShrunkCovariance oracle = Shrinkage.oracleApproximating(returns, Observations.COMPLETE);
        SymmetricMatrix plain = SampleMoments.covariance(Panel.centred(returns));
        CovarianceGoldens daily = new CovarianceGoldens(sheet, stocks, 1);

        daily.compare(golden, "EmpiricalCovariance", "cov", sample);
        daily.compare(golden, "LedoitWolf", "cov", ledoitWolf.covariance());
        daily.intensity("LedoitWolf shrinkage", golden.required("LedoitWolf").required("shrinkage"), ledoitWolf);
        daily.compare(golden, "OAS", "cov", oracle.covariance());
        daily.intensity("OAS shrinkage", golden.required("OAS").required("shrinkage"), oracle);
        daily.compare(
                golden,
                "ShrunkCovariance_0.1",
                "cov",
                ShrunkCovariance.towardsIdentity(plain, 0.1).covariance());
        daily.compare(golden, "EWCovariance_default", "cov", ExponentialCovariance.recursive(returns, 40));
        daily.compare(
                golden,
                "GerberCovariance_0.5",
                "cov",
                GerberCovariance.of(returns, 0.5, GerberCovariance.Denominator.ACTIVE_ROWS));
        daily.compare(
                golden,
                "DenoiseCovariance",
                "cov",
                DenoisedCovariance.of(sample, rows).covariance());
        daily.compare(golden, "DetoneCovariance", "cov", DenoisedCovariance.detoned(sample, 1));
    }

    private void shrunk(String target, ShrunkCovariance ours) {
        JsonNode golden = stocks.golden().required("shrinkage").required(target);
        intensity("shrinkage " + target + " delta", golden.required("delta"), ours);
        compare(
                "shrinkage " + target + " cov",
                Goldens.matrix(golden.required("cov").required("matrix")),
                ours.covariance());
    }

    private void intensity(String golden, JsonNode theirs, ShrunkCovariance ours) {
        sheet.number(golden, theirs.doubleValue(), ours.intensity(), Tolerance.FORMULA);
    }

    private void compare(JsonNode golden, String estimator, String key, SymmetricMatrix ours) {
        compare(estimator, Goldens.matrix(golden.required(estimator).required(key)), ours);
    }

    private void compare(String golden, double[][] theirs, SymmetricMatrix ours) {
        double[][] scaled = ours.toArray();
        for (double[] row : scaled) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= periods;
            }
        }
        sheet.matrix(golden, stocks.names()::get, theirs, scaled, Tolerance.FORMULA);
    }
}
