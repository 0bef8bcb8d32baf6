package io.mts1b.quantkit.options;

import static io.mts1b.quantkit.options.Coefficients.LOGARITHM;
import static io.mts1b.quantkit.options.VectorKernel.exp;
import static io.mts1b.quantkit.options.VectorKernel.log;
import static io.mts1b.quantkit.options.VectorKernel.polynomial;
import static io.mts1b.quantkit.options.VectorKernel.spread;
import static io.mts1b.quantkit.options.VolatilityCoefficients.FAR_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.FAR_TOP;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MIDDLE_WEIGHT;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MILLS_FALL;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MILLS_FALL_CENTRE;
import static io.mts1b.quantkit.options.VolatilityCoefficients.MILLS_FALL_WIDTH;
import static io.mts1b.quantkit.options.VolatilityCoefficients.NEAR_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.NEAR_TOP;
import static io.mts1b.quantkit.options.VolatilityCoefficients.POINTS;
import static io.mts1b.quantkit.options.VolatilityCoefficients.QUANTILE_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.QUANTILE_TOP;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WEIGHTS;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WIDE_MILLS;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WIDE_MILLS_CENTRE;
import static io.mts1b.quantkit.options.VolatilityCoefficients.WIDE_MILLS_WIDTH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many volatilities at once as the machine has lanes; each lane stops by itself. */
final class VectorVolatilities implements VolatilityKernel {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    /** So many options at a time, as what is in between then stays near the processor. */
    private static final int BLOCK = 256;

    private final VolatilityKernel rest = new ScalarVolatilities();

    /** What is known of a block of options; where no volatility is sought, that of some option that has one. */
    private static final class Block {
        /** NaN where there is no volatility. */
        final double[] roots = new double[BLOCK];

        final double[] moneyness = new double[BLOCK];
        final double[] gaps = new double[BLOCK];
        final double[] shares = new double[BLOCK];
        final double[] targets = new double[BLOCK];
        final double[] exponents = new double[BLOCK];
        final double[] sides = new double[BLOCK];
        final double[] spreads = new double[BLOCK];
        final double[] widths = new double[BLOCK];
        final double[] misses = new double[BLOCK];
    }

    @Override
    public int solve(double[] prices, EuropeanOptions options, double[] into, int from, int to) {
        Block block = new Block();
        int found = 0;
        for (int i = from; i < to; i += BLOCK) {
            int end = Math.min(to, i + BLOCK);
            int count = LANES.loopBound(end - i);
            if (read(prices, options, i, block, count)) {
                startBelow(block, count);
                startAbove(block, count);
                iterate(block, count);
                found += write(block, count, into, i) + rest.solve(prices, options, into, i + count, end);
            } else {
                found += rest.solve(prices, options, into, i, end);
            }
        }
        return found;
    }

    /** Puts what is out of the money in place of targets and the smaller of held and paid in that of shares. */
    private static boolean read(double[] prices, EuropeanOptions o, int from, Block block, int count) {
        boolean usual = true;
        for (int k = 0; k < count; k += LANES.length()) {
            int i = from + k;
            DoubleVector sign = DoubleVector.fromArray(LANES, o.signs, i);
            DoubleVector spot = DoubleVector.fromArray(LANES, o.spots, i);
            DoubleVector strike = DoubleVector.fromArray(LANES, o.strikes, i);
            DoubleVector years = DoubleVector.fromArray(LANES, o.years, i);
            DoubleVector price = DoubleVector.fromArray(LANES, prices, i);
            DoubleVector discounting = DoubleVector.fromArray(LANES, o.rates, i).mul(years);
            DoubleVector carrying = DoubleVector.fromArray(LANES, o.yields, i).mul(years);
            DoubleVector held = spot.mul(exp(carrying.neg()));
            DoubleVector paid = strike.mul(exp(discounting.neg()));
            DoubleVector low = held.min(paid);
            DoubleVector high = held.max(paid);
            usual &= sign.abs()
                    .compare(VectorOperators.EQ, 1)
                    .and(spot.min(strike).min(years).compare(VectorOperators.GT, 0))
                    .and(years.max(price.abs()).compare(VectorOperators.LE, Double.MAX_VALUE))
                    .and(discounting.abs().max(carrying.abs()).compare(VectorOperators.LT, LARGEST_EXPONENT))
                    .and(low.compare(VectorOperators.GE, Double.MIN_NORMAL))
                    .and(high.compare(VectorOperators.LE, LARGEST))
                    .allTrue();
            DoubleVector outside = price.sub(sign.mul(held.sub(paid)).max(0));
            VectorMask<Double> found =
                    outside.compare(VectorOperators.GT, 0).and(low.sub(outside).compare(VectorOperators.GT, 0));
            spread(Double.NaN).blend(years.sqrt(), found).intoArray(block.roots, k);
            low.mul(UPPER).blend(outside, found).intoArray(block.targets, k);
            low.intoArray(block.shares, k);
            high.intoArray(block.gaps, k);
        }
        return usual;
    }

    private static void startBelow(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector outside = DoubleVector.fromArray(LANES, block.targets, k);
            DoubleVector low = DoubleVector.fromArray(LANES, block.shares, k);
            DoubleVector high = DoubleVector.fromArray(LANES, block.gaps, k);
            DoubleVector gap = high.sub(low).div(low);
            DoubleVector away = moneyness(low, high, gap);
            DoubleVector share = outside.div(low);
            VectorMask<Double> tiny = share.compare(VectorOperators.LT, TINY);
            DoubleVector lifted = log(outside.mul(LIFT)).sub(log(low));
            DoubleVector logShare = log(share).blend(lifted.sub(LOG_LIFT), tiny);
            VectorMask<Double> upper = share.compare(VectorOperators.GT, UPPER);
            share.blend(1 / LIFT, tiny).blend(low.sub(outside).div(low), upper).intoArray(block.targets, k);
            spread(0).blend(lifted, tiny).intoArray(block.exponents, k);
            spread(1).blend(-1, upper).intoArray(block.sides, k);
            away.neg().intoArray(block.moneyness, k);
            start(away, gap, share, logShare).intoArray(block.spreads, k);
            spread(Double.POSITIVE_INFINITY).intoArray(block.misses, k);
        }
    }

    private static DoubleVector moneyness(DoubleVector low, DoubleVector high, DoubleVector gap) {
        DoubleVector f = gap.div(gap.add(2));
        DoubleVector logs = log(high.sqrt().div(low.sqrt()));
        return logs.add(logs)
                .blend(f.add(f).mul(polynomial(LOGARITHM, f.mul(f))), gap.compare(VectorOperators.LT, NEAR));
    }

    private static DoubleVector start(DoubleVector away, DoubleVector gap, DoubleVector share, DoubleVector logShare) {
        DoubleVector value = share.mul(ROOT_OF_TWO_PI);
        DoubleVector u = gap.div(value);
        DoubleVector bend = polynomial(NEAR_BOTTOM, u).div(polynomial(NEAR_TOP, u));
        DoubleVector near = value.mul(spread(1).blend(away.div(gap), gap.compare(VectorOperators.GT, 0)))
                .mul(bend);
        DoubleVector logValue =
                logShare.sub(away).blend(log(u).neg().sub(LOG_ROOT_OF_TWO_PI), u.compare(VectorOperators.LT, HUGE));
        DoubleVector t = logValue.mul(-2).sqrt();
        DoubleVector far = away.div(polynomial(FAR_TOP, t).div(polynomial(FAR_BOTTOM, t)));
        DoubleVector start = far.blend(near, u.compare(VectorOperators.LT, FAR));
        return start.blend(start.add(start.mul(start.mul(start)).div(24)), start.compare(VectorOperators.LT, 1));
    }

    private static void startAbove(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            VectorMask<Double> upper =
                    DoubleVector.fromArray(LANES, block.sides, k).compare(VectorOperators.LT, 0);
            if (upper.anyTrue()) {
                DoubleVector x = DoubleVector.fromArray(LANES, block.moneyness, k);
                DoubleVector missing = DoubleVector.fromArray(LANES, block.targets, k);
                DoubleVector t = log(missing.mul(PART)).mul(-2).sqrt();
                DoubleVector d = t.sub(polynomial(QUANTILE_TOP, t).div(polynomial(QUANTILE_BOTTOM, t)));
                DoubleVector above = d.add(d.mul(d).sub(x.add(x)).sqrt());
                DoubleVector.fromArray(LANES, block.spreads, k)
                        .blend(above, upper)
                        .intoArray(block.spreads, k);
            }
        }
    }

    private static void iterate(Block block, int count) {
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean moving = false;
            for (int k = 0; k < count; k += LANES.length()) {
                moving |= moving(block, k).anyTrue();
            }
            if (!moving) {
                return;
            }
            average(block, count);
            difference(block, count);
            step(block, count);
        }
    }

    private static VectorMask<Double> moving(Block block, int k) {
        return DoubleVector.fromArray(LANES, block.misses, k).abs().compare(VectorOperators.GE, SOLVED);
    }

    /** Keeps moving spreads within reach, and puts the average fall of those that are narrow in place of widths. */
    private static void average(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            VectorMask<Double> moving = moving(block, k);
            if (!moving.anyTrue()) {
                continue;
            }
            DoubleVector x = DoubleVector.fromArray(LANES, block.moneyness, k);
            VectorMask<Double> lower =
                    DoubleVector.fromArray(LANES, block.sides, k).compare(VectorOperators.GT, 0);
            DoubleVector reach = spread(1).sub(x.add(x)).sqrt();
            DoubleVector old = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector s = old.blend(old.max(reach.sub(1)).blend(old.min(reach.add(1)), lower), moving);
            s.intoArray(block.spreads, k);
            if (narrow(s, lower).anyTrue()) {
                DoubleVector h = x.div(s);
                DoubleVector t = s.mul(0.5);
                DoubleVector sum = fall(h.neg()).mul(MIDDLE_WEIGHT);
                for (int j = 0; j < POINTS.length; j++) {
                    DoubleVector apart = t.mul(POINTS[j]);
                    sum = sum.add(
                            fall(h.neg().sub(apart)).add(fall(apart.sub(h))).mul(WEIGHTS[j]));
                }
                sum.intoArray(block.widths, k);
            }
        }
    }

    private static VectorMask<Double> narrow(DoubleVector s, VectorMask<Double> lower) {
        return lower.and(s.compare(VectorOperators.LE, NARROW));
    }

    private static void difference(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            if (!moving(block, k).anyTrue()) {
                continue;
            }
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector side = DoubleVector.fromArray(LANES, block.sides, k);
            VectorMask<Double> narrow = narrow(s, side.compare(VectorOperators.GT, 0));
            if (!narrow.allTrue()) {
                DoubleVector h =
                        DoubleVector.fromArray(LANES, block.moneyness, k).div(s);
                DoubleVector t = s.mul(0.5);
                DoubleVector w = mills(side.neg().mul(h.add(t)).max(-1)).sub(side.mul(mills(t.sub(h))));
                w.div(s)
                        .blend(DoubleVector.fromArray(LANES, block.widths, k), narrow)
                        .intoArray(block.widths, k);
            }
        }
    }

    private static void step(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            VectorMask<Double> moving = moving(block, k);
            if (!moving.anyTrue()) {
                continue;
            }
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector w = DoubleVector.fromArray(LANES, block.widths, k);
            DoubleVector h = DoubleVector.fromArray(LANES, block.moneyness, k).div(s);
            DoubleVector t = s.mul(0.5);
            DoubleVector d1 = h.add(t);
            DoubleVector target = DoubleVector.fromArray(LANES, block.targets, k);
            DoubleVector miss = log(s.mul(w).div(target.mul(ROOT_OF_TWO_PI)))
                    .sub(d1.mul(d1).mul(0.5))
                    .sub(DoubleVector.fromArray(LANES, block.exponents, k));
            DoubleVector step =
                    step(h, t, DoubleVector.fromArray(LANES, block.sides, k).div(w), miss);
            s.blend(s.add(s.mul(step)), moving).intoArray(block.spreads, k);
            DoubleVector.fromArray(LANES, block.misses, k).blend(miss, moving).intoArray(block.misses, k);
        }
    }

    private static DoubleVector step(DoubleVector h, DoubleVector t, DoubleVector slope, DoubleVector miss) {
        DoubleVector bend = h.mul(h).sub(t.mul(t));
        DoubleVector second = bend.sub(slope);
        DoubleVector third = bend.mul(bend)
                .sub(h.mul(h).mul(3))
                .sub(t.mul(t))
                .sub(slope.mul(3).mul(bend))
                .add(slope.mul(slope).mul(2));
        DoubleVector newton = miss.neg().div(slope);
        DoubleVector top = newton.mul(second.mul(0.5).mul(newton).add(1));
        DoubleVector bottom = newton.mul(second.add(third.mul(newton).div(6))).add(1);
        DoubleVector step = top.div(bottom);
        VectorMask<Double> usual = step.compare(VectorOperators.GT, -0.9).and(step.compare(VectorOperators.LT, 10));
        return newton.max(-0.7).min(2).blend(step, usual);
    }

    private static int write(Block block, int count, double[] into, int from) {
        int found = 0;
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector root = DoubleVector.fromArray(LANES, block.roots, k);
            DoubleVector.fromArray(LANES, block.spreads, k).div(root).intoArray(into, from + k);
            found += root.compare(VectorOperators.GT, 0).trueCount();
        }
        return found;
    }

    private static DoubleVector mills(DoubleVector x) {
        DoubleVector inverse = spread(1).div(x.add(WIDE_MILLS_WIDTH));
        return polynomial(WIDE_MILLS, x.sub(WIDE_MILLS_CENTRE).mul(inverse)).mul(inverse);
    }

    private static DoubleVector fall(DoubleVector x) {
        DoubleVector inverse = spread(1).div(x.add(MILLS_FALL_WIDTH));
        return polynomial(MILLS_FALL, x.sub(MILLS_FALL_CENTRE).mul(inverse))
                .mul(inverse)
                .mul(inverse);
    }
}
