package io.mts1b.quantkit.attribution;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.Arrays;
import java.util.List;

/** What a portfolio of two assets earned by two factors, as the regression test of empyrical has it. */
public final class AttributionGoldens {

    private static final String FOLDER = "empyrical_perf_attrib";

    private AttributionGoldens() {}

    private static List<String[]> lines(String name) {
        return Goldens.lines(FOLDER + "/" + name + ".csv.gz").stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String[]> rows(String name) {
        List<String[]> lines = lines(name);
        return lines.subList(1, lines.size());
    }

    private static double[] column(List<String[]> lines, int column) {
        return lines.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[column]))
                .toArray();
    }

    public static Sheet sheet() {
        List<String[]> positions = rows("positions");
        List<String[]> factors = rows("factor_returns");
        double[] returns = column(lines("returns"), 1);
        double[] cash = column(positions, 3);
        double[][] weights = {column(positions, 1), column(positions, 2)};
        double[] invested = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            double whole = weights[0][t] + weights[1][t] + cash[t];
            weights[0][t] /= whole;
            weights[1][t] /= whole;
            invested[t] = 1 - cash[t] / whole;
        }
        double[][] earned = {column(factors, 1), column(factors, 2)};
        FactorAttribution ours = FactorAttribution.of(returns, weights, loadings(), earned);
        double[] common = ours.common();
        double[] specific = ours.specific();
        double[] total = new double[returns.length];
        Arrays.setAll(total, t -> common[t] + specific[t]);
        Tolerance printed = Tolerance.absolute(1e-9);
        Sheet sheet = new Sheet(
                FOLDER,
                "The inputs are printed to twelve digits. Both assets load one on both factors, so that an exposure is what"
                        + " is not cash, and residuals are nothing.");

        sheet.numbers("returns, common and specific", k -> "row " + k, returns, total, printed);
        sheet.numbers("residuals", k -> "row " + k, column(rows("residuals"), 1), specific, printed);
        sheet.numbers("exposure to materials", k -> "row " + k, invested, ours.exposures(0), Tolerance.FORMULA);
        sheet.numbers("exposure to financials", k -> "row " + k, invested, ours.exposures(1), Tolerance.FORMULA);
        return sheet;
    }

    /** One row per factor, one column per asset. */
    private static double[][][] loadings() {
        List<String[]> rows = rows("factor_loadings");
        double[][][] loadings = new double[2][2][];
        for (int f = 0; f < 2; f++) {
            for (int a = 0; a < 2; a++) {
                String ticker = a == 0 ? "19001" : "19002";
                List<String[]> own =
                        rows.stream().filter(cells -> cells[1].equals(ticker)).toList();
                loadings[f][a] = column(own, 2 + f);
            }
        }
        return loadings;
    }
}
