package io.mts1b.quantkit.options;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.Arrays;
import java.util.List;

/** European options as QuantLib lists them, from the books of Haug and others. */
public final class OptionsGoldens {

    private static final String FILE = "quantlib_european_options.csv";

    /** What the last rows list instead of values. */
    private static final List<String> SENSITIVITIES =
            List.of("delta", "delta", "elasticity", "gamma", "gamma", "vega", "vega", "rho", "dividend rho");

    private OptionsGoldens() {}

    public static Sheet sheet() {
        Sheet sheet = new Sheet(
                FILE,
                "The list is printed to four digits, and held to its own tolerances. From each of our values the volatility"
                        + " is found again.");
        List<String> lines = Goldens.lines(FILE);
        int sensitivities = 0;
        for (String line : lines.subList(1, lines.size())) {
            double[] n = Arrays.stream(line.split(",", -1))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            OptionRight right = line.startsWith("Option::Call") ? OptionRight.CALL : OptionRight.PUT;
            BlackScholes option = new BlackScholes(right, n[1], n[0], n[4], n[3], n[2], n[5]);
            String name = line.substring(8, line.lastIndexOf(',', line.lastIndexOf(',') - 1))
                    .replace(',', ' ');
            if (n[7] == 0) {
                String figure = SENSITIVITIES.get(sensitivities++);
                sheet.number(name + ": " + figure, n[6], sensitivity(option, figure), Tolerance.absolute(5.1e-5));
            } else {
                sheet.number(name + ": value", n[6], option.value(), Tolerance.absolute(n[7]));
                double implied = ImpliedVolatility.of(option.value(), option).orElseThrow();
                sheet.number(name + ": implied volatility", n[5], implied, Tolerance.FORMULA);
            }
        }
        return sheet;
    }

    private static double sensitivity(BlackScholes option, String figure) {
        return switch (figure) {
            case "delta" -> option.delta();
            case "elasticity" -> option.delta() * option.spot() / option.value();
            case "gamma" -> option.gamma();
            case "vega" -> option.vega();
            case "rho" -> option.rho();
            case "dividend rho" -> option.dividendRho();
            default -> throw new IllegalArgumentException("no sensitivity is called " + figure);
        };
    }
}
