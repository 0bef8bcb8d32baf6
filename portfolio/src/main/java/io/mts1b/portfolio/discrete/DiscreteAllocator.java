package io.mts1b.portfolio.discrete;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Allocated;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Reason;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns weights into whole lots within cash.
 *
 * <p>The value wanted of an asset is its weight times the cash. Long positions are paid from the cash, and from the
 * proceeds of the short ones if those are reinvested; short positions are never larger together than wanted. Cash
 * that no weight asks for stays cash, and a weight below a millionth counts as zero. Immutable and thread-safe.
 */
public enum DiscreteAllocator {
    /**
     * Buys the whole lots that fit into each target, the largest first; then lot by lot the asset whose part of what
     * is invested lags most behind its weight, of those that can still be paid. Takes microseconds, and is mostly
     * within a lot of the best.
     */
    GREEDY {
        @Override
        Side solve(LotProblem problem) {
            return new Side(problem, problem.greedy(), false);
        }
    },
    /**
     * Minimizes the sum of the distances between the values held and the values wanted and of the money not spent,
     * by branch and bound. Among equally good answers it buys no lot that does not help. The search ends after some
     * seconds; what it returns then says that it is not proven.
     */
    EXACT {
        @Override
        Side solve(LotProblem problem) {
            LotSearch search = new LotSearch(problem);
            return new Side(problem, search.solve(), search.isProven());
        }
    };

    /** The digits of the cash in common units: prices of fewer digits are exact, and sums fit. */
    private static final int DIGITS = 17;

    /** Optimizers leave sums of weights a little above one. */
    private static final double SLACK = 1e-6;

    /** What optimizers leave where they mean zero. */
    private static final double RESIDUE = 1e-6;

    private static final double PRICE_ERROR = 1e-6;

    abstract Side solve(LotProblem problem);

    /**
     * Allocates.
     *
     * @param targets the assets, in any order
     * @param cash the capital that weights are shares of, all of it to be spent
     * @param reinvest whether long positions may be paid with what selling short brings in
     * @return the quantities, or why there are none
     */
    public DiscreteAllocation allocate(List<LotTarget> targets, Decimal cash, boolean reinvest) {
        if (cash.signum() <= 0) {
            return new Refused(Reason.CASH_NOT_POSITIVE, "cash must be positive, was " + cash);
        }
        double longs =
                targets.stream().mapToDouble(t -> Math.max(t.weight(), 0)).sum();
        double shorts =
                targets.stream().mapToDouble(t -> Math.max(-t.weight(), 0)).sum();
        double limit = reinvest ? 1 + shorts : 1;
        if (longs > limit * (1 + SLACK)) {
            return new Refused(
                    Reason.LONGS_ABOVE_CASH, "long weights must sum to at most " + limit + ", summed to " + longs);
        }
        int places = Math.clamp(DIGITS - digits(cash), 0, Decimal.MAX_SCALE);
        long[] costs = new long[targets.size()];
        for (int asset = 0; asset < costs.length; asset++) {
            LotTarget target = targets.get(asset);
            if (!target.price().isPositive()) {
                return new Refused(
                        Reason.PRICE_NOT_POSITIVE,
                        "price of asset " + asset + " must be positive, was " + target.price());
            }
            BigDecimal exact = target.price()
                    .value()
                    .toBigDecimal()
                    .multiply(target.lot().value().toBigDecimal());
            // A lot dearer than all the cash is never bought, however much dearer.
            BigDecimal unit = exact.setScale(places, RoundingMode.UP).movePointRight(places);
            costs[asset] = unit.min(BigDecimal.valueOf(Long.MAX_VALUE / 4)).longValueExact();
            if (unit.movePointLeft(places).doubleValue() > exact.doubleValue() * (1 + PRICE_ERROR)) {
                return new Refused(
                        Reason.PRICE_TOO_SMALL,
                        "price of asset " + asset + " must be worth counting beside " + cash + ", was "
                                + target.price());
            }
        }
        return allocate(targets, costs, cash, places, reinvest);
    }

    private DiscreteAllocation allocate(
            List<LotTarget> targets, long[] costs, Decimal cash, int places, boolean reinvest) {
        BigDecimal capital = cash.toBigDecimal().movePointRight(places);
        double wish = capital.doubleValue();
        double[] wantedShort = wanted(targets, -1, wish);
        double most = Arrays.stream(wantedShort).sum();
        // A unit more than wanted, so that no rounding of the sum costs a lot.
        Side shorts = solve(new LotProblem(costs, wantedShort, (long) Math.ceil(most) + 1, most));
        long units = capital.setScale(0, RoundingMode.DOWN).longValueExact();
        long budget = reinvest ? Math.addExact(units, shorts.cost()) : units;
        Side longs = solve(new LotProblem(costs, wanted(targets, 1, wish), budget, wish));
        List<Decimal> quantities = IntStream.range(0, costs.length)
                .mapToObj(asset -> targets.get(asset).lot().value().times(longs.minus(shorts, asset)))
                .toList();
        return new Allocated(
                quantities,
                new Decimal(budget - longs.cost(), places),
                new Decimal(shorts.cost(), places),
                (longs.deviation() + shorts.deviation()) / StrictMath.pow(10, places),
                longs.proven && shorts.proven);
    }

    private static double[] wanted(List<LotTarget> targets, int sign, double wish) {
        return targets.stream()
                .mapToDouble(target -> sign * target.weight())
                .map(weight -> weight < RESIDUE ? 0 : weight * wish)
                .toArray();
    }

    private static int digits(Decimal cash) {
        BigDecimal exact = cash.toBigDecimal();
        return exact.precision() - exact.scale();
    }

    /** The lots of one side. */
    static final class Side {

        private final LotProblem problem;
        private final long[] counts;
        private final boolean proven;

        Side(LotProblem problem, long[] counts, boolean proven) {
            this.problem = problem;
            this.counts = counts;
            this.proven = proven;
        }

        long cost() {
            return problem.cost(counts);
        }

        double deviation() {
            return problem.deviation(counts);
        }

        Decimal minus(Side other, int asset) {
            return Decimal.of(counts[asset] - other.counts[asset]);
        }
    }
}
