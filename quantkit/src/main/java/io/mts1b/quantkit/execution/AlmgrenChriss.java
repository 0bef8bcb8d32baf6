package io.mts1b.quantkit.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * The model of Almgren and Chriss: selling a position in steps of equal length while the price walks at random and each
 * trade moves it, for good by {@code permanent} per share and for its own step by {@code spread} and {@code temporary} per
 * share and unit of time.
 *
 * <p>Steps of length {@code s = horizon / steps} that leave holdings {@code x[0], ..., x[steps] = 0} by trades {@code n[k]}
 * cost {@code permanent X^2 / 2 + spread sum |n[k]| + (temporary - permanent s / 2) / s sum n[k]^2} on average, with the
 * variance {@code volatility^2 s sum of x[k]^2} over the steps. Reference: R. Almgren and N. Chriss, "Optimal Execution of
 * Portfolio Transactions", Journal of Risk 3(2), 2000, 5-39, equations 4 to 20.
 *
 * @param quantity how much to sell, {@code X}; to buy if negative
 * @param horizon how long it may take, positive
 * @param steps in how many steps, at least 1
 * @param volatility the standard deviation of the price over one unit of time, not negative
 * @param spread what each share costs however slowly it is traded, such as half the spread, not negative
 * @param permanent by how much a share sold lowers the price for good, not negative
 * @param temporary by how much a rate of one share per unit of time lowers the price meanwhile, more than half of
 *     {@code permanent s}
 */
public record AlmgrenChriss(
        double quantity,
        double horizon,
        int steps,
        double volatility,
        double spread,
        double permanent,
        double temporary) {

    /** Validates. */
    public AlmgrenChriss {
        require(Double.isFinite(quantity), "quantity must be finite", quantity);
        require(horizon > 0 && Double.isFinite(horizon), "horizon must be positive", horizon);
        require(steps >= 1, "steps must be at least 1", steps);
        require(volatility >= 0 && Double.isFinite(volatility), "volatility must not be negative", volatility);
        require(spread >= 0 && Double.isFinite(spread), "spread must not be negative", spread);
        require(permanent >= 0 && Double.isFinite(permanent), "permanent must not be negative", permanent);
        require(
                temporary > permanent * horizon / steps / 2 && Double.isFinite(temporary),
                "temporary must be more than half of permanent times the length of a step",
                temporary);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + value);
        }
    }

    /**
     * Returns the schedule with the least {@code cost + riskAversion variance}:
     * {@code x[k] = X sinh(kappa (T - k s)) / sinh(kappa T)}.
     *
     * @param riskAversion the price of a unit of variance, not negative; zero trades evenly
     * @return the schedule
     * @throws IllegalArgumentException if the aversion is negative or not finite
     */
    public Schedule schedule(double riskAversion) {
        require(riskAversion >= 0 && Double.isFinite(riskAversion), "risk aversion must not be negative", riskAversion);
        double kappa = kappa(riskAversion);
        List<Double> holdings = new ArrayList<>();
        for (int k = 0; k <= steps; k++) {
            double left = (double) (steps - k) / steps;
            holdings.add(quantity * (kappa == 0 ? left : ratioOfSines(kappa * horizon * left, kappa * horizon)));
        }
        return schedule(holdings);
    }

    /**
     * Returns the urgency: the rate at which the best schedule trades at first. Its inverse is the time in which a position
     * shrinks to the part {@code 1 / e}.
     *
     * @param riskAversion the price of a unit of variance, not negative
     * @return {@code kappa} per unit of time, with {@code 2 (cosh(kappa s) - 1) / s^2 = riskAversion volatility^2 /
     *     (temporary - permanent s / 2)}
     */
    public double kappa(double riskAversion) {
        double step = step();
        double half = riskAversion * volatility * volatility / adjustedTemporary() * step * step / 2;
        // acosh(1 + h), without loss where h is small.
        return StrictMath.log1p(half + Math.sqrt(half * (half + 2))) / step;
    }

    /**
     * Returns the frontier: one best schedule for each risk aversion.
     *
     * @param riskAversions the prices of a unit of variance, none negative
     * @return as many schedules
     * @throws IllegalArgumentException if an aversion is negative or not finite
     */
    public List<Schedule> frontier(double... riskAversions) {
        List<Schedule> schedules = new ArrayList<>();
        for (double riskAversion : riskAversions) {
            schedules.add(schedule(riskAversion));
        }
        return List.copyOf(schedules);
    }

    private double step() {
        return horizon / steps;
    }

    private double adjustedTemporary() {
        return temporary - permanent * step() / 2;
    }

    /** Returns {@code sinh a / sinh b} for {@code 0 <= a <= b}, which does not overflow. */
    private static double ratioOfSines(double a, double b) {
        return StrictMath.exp(a - b) * StrictMath.expm1(-2 * a) / StrictMath.expm1(-2 * b);
    }

    private Schedule schedule(List<Double> holdings) {
        List<Double> trades = new ArrayList<>();
        double sizes = 0;
        double squares = 0;
        double exposed = 0;
        for (int k = 1; k <= steps; k++) {
            double trade = holdings.get(k - 1) - holdings.get(k);
            trades.add(trade);
            sizes += Math.abs(trade);
            squares += trade * trade;
            exposed += holdings.get(k) * holdings.get(k);
        }
        double cost = permanent * quantity * quantity / 2 + spread * sizes + adjustedTemporary() / step() * squares;
        return new Schedule(holdings, trades, cost, volatility * volatility * step() * exposed);
    }

    /**
     * A way to trade a position.
     *
     * @param holdings what is left after each step, the whole position first and nothing last
     * @param trades what is sold in each step
     * @param expectedCost what is lost on average against the price at the start
     * @param variance the variance of that loss
     */
    public record Schedule(List<Double> holdings, List<Double> trades, double expectedCost, double variance) {

        /** Copies. */
        public Schedule {
            holdings = List.copyOf(holdings);
            trades = List.copyOf(trades);
        }
    }
}
