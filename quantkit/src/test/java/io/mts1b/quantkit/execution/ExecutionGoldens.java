package io.mts1b.quantkit.execution;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.execution.AlmgrenChriss.Schedule;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Schedules of Almgren and Chriss (2000), by the closed form. */
public final class ExecutionGoldens {

    private static final String FILE = "execution/almgren_chriss.json";

    private ExecutionGoldens() {}

    public static Sheet sheet() {
        Sheet sheet = new Sheet(
                FILE,
                "Almgren and Chriss (2000), equations 16 to 20. What is left after the last step is nothing, which is why"
                        + " holdings are measured by the largest.");
        int number = 0;
        for (JsonNode one : Goldens.json(FILE).required("cases")) {
            compare("case " + number++ + " ", one, sheet);
        }
        return sheet;
    }

    private static void compare(String name, JsonNode golden, Sheet sheet) {
        JsonNode p = golden.required("params");
        AlmgrenChriss model = new AlmgrenChriss(
                p.required("X").doubleValue(),
                p.required("T").doubleValue(),
                p.required("N").intValue(),
                p.required("sigma").doubleValue(),
                p.required("epsilon").doubleValue(),
                p.required("gamma").doubleValue(),
                p.required("eta").doubleValue());
        double aversion = p.required("lambda").doubleValue();
        double step = model.horizon() / model.steps();
        double kappa = model.kappa(aversion);
        double half = StrictMath.sinh(kappa * step / 2);
        double squared = 4 * half * half / (step * step);
        Schedule found = model.schedule(aversion);

        number(sheet, name, golden, "kappa", kappa);
        number(sheet, name, golden, "kappa_tilde_sq", squared);
        number(sheet, name, golden, "eta_tilde", aversion * model.volatility() * model.volatility() / squared);
        number(sheet, name, golden, "half_life_1_over_kappa", 1 / kappa);
        number(sheet, name, golden, "expected_cost", found.expectedCost());
        number(sheet, name, golden, "variance", found.variance());
        number(sheet, name, golden, "utility_E_plus_lambda_V", found.expectedCost() + aversion * found.variance());
        numbers(sheet, name, golden, "holdings_x0_to_xN", found.holdings());
        numbers(sheet, name, golden, "trades_n1_to_nN", found.trades());
    }

    private static void number(Sheet sheet, String prefix, JsonNode golden, String name, double ours) {
        sheet.number(prefix + name, golden.required(name).doubleValue(), ours, Tolerance.FORMULA);
    }

    private static void numbers(Sheet sheet, String prefix, JsonNode golden, String name, List<Double> ours) {
        sheet.numbers(
                prefix + name,
                k -> "step " + k,
                Goldens.row(golden.required(name)),
                ours.stream().mapToDouble(x -> x).toArray(),
                Tolerance.FORMULA.floor(1e-3));
    }
}
