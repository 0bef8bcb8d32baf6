package io.mts1b.quantkit.options;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * What an option is worth and how that moves, by differences of a formula for its value: for models without formulas for their
 * slopes.
 *
 * <p>Differences of the fourth order, {@code f' = (8 (f(x + h) - f(x - h)) - (f(x + 2h) - f(x - 2h))) / 12h}, with steps of a
 * hundredth of what the value varies over: the spread {@code S v sqrt T} for the spot, {@code v / sqrt T} and {@code 1 / T},
 * whichever is less, for rate and yield, and a hundredth of themselves for time and volatility. Of smooth values of ten digits
 * and more that leaves about eight digits of a slope and seven of a curvature. Where two formulas meet, as at the boundary of
 * early exercise, curvatures are those of neither; values that are themselves piecewise linear, as those of trees, have none.
 * Reference: M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, table 25.2.
 *
 * @param value the value
 * @param delta {@code dV/dS}
 * @param gamma {@code d2V/dS2}
 * @param vega {@code dV/dv}, for a change of one
 * @param theta {@code -dV/dT}, per year
 * @param rho {@code dV/dr}, for a change of one
 * @param dividendRho {@code dV/dq}, for a change of one
 */
public record Sensitivities(
        double value, double delta, double gamma, double vega, double theta, double rho, double dividendRho) {

    private static final double STEP = 0.01;

    /**
     * Takes the differences.
     *
     * @param terms the option, of positive time and volatility
     * @param model what an option is worth, such as {@code AmericanOption::bjerksundStensland2002}
     * @return the value and its slopes
     * @throws IllegalArgumentException if the time or the volatility is zero, or the model refuses terms that are near
     */
    public static Sensitivities of(BlackScholes terms, ToDoubleFunction<BlackScholes> model) {
        Checks.positive("years", terms.years());
        Checks.positive("volatility", terms.volatility());
        double spot = terms.spot();
        double root = Math.sqrt(terms.years());
        double value = model.applyAsDouble(terms);
        double step = STEP * spot * Math.min(terms.volatility() * root, 1);
        double rates = STEP * Math.min(terms.volatility() / root, 1 / terms.years());
        DoubleUnaryOperator bySpot = x -> model.applyAsDouble(at(terms, x, terms.years(), terms.volatility()));
        return new Sensitivities(
                value,
                slope(bySpot, spot, step),
                curvature(bySpot, spot, step, value),
                slope(
                        x -> model.applyAsDouble(at(terms, spot, terms.years(), x)),
                        terms.volatility(),
                        STEP * terms.volatility()),
                -slope(
                        x -> model.applyAsDouble(at(terms, spot, x, terms.volatility())),
                        terms.years(),
                        STEP * terms.years()),
                slope(x -> model.applyAsDouble(in(terms, x, terms.yield())), terms.rate(), rates),
                slope(x -> model.applyAsDouble(in(terms, terms.rate(), x)), terms.yield(), rates));
    }

    private static double slope(DoubleUnaryOperator f, double x, double h) {
        if (x >= 0 && x < 2 * h) {
            // What is not negative stays so.
            return (48 * f.applyAsDouble(x + h)
                            - 36 * f.applyAsDouble(x + 2 * h)
                            + 16 * f.applyAsDouble(x + 3 * h)
                            - 3 * f.applyAsDouble(x + 4 * h)
                            - 25 * f.applyAsDouble(x))
                    / (12 * h);
        }
        double near = f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
        double far = f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h);
        return (8 * near - far) / (12 * h);
    }

    private static double curvature(DoubleUnaryOperator f, double x, double h, double value) {
        double near = f.applyAsDouble(x + h) - 2 * value + f.applyAsDouble(x - h);
        double far = f.applyAsDouble(x + 2 * h) - 2 * value + f.applyAsDouble(x - 2 * h);
        return (16 * near - far) / (12 * h * h);
    }

    private static BlackScholes at(BlackScholes o, double spot, double years, double volatility) {
        return new BlackScholes(o.right(), spot, o.strike(), years, o.rate(), o.yield(), volatility);
    }

    private static BlackScholes in(BlackScholes o, double rate, double yield) {
        return new BlackScholes(o.right(), o.spot(), o.strike(), o.years(), rate, yield, o.volatility());
    }
}
