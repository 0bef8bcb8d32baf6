package io.mts1b.quantkit.options;

import static io.mts1b.quantkit.options.Coefficients.LOGARITHM;
import static io.mts1b.quantkit.options.VectorKernel.exp;
import static io.mts1b.quantkit.options.VectorKernel.log;
import static io.mts1b.quantkit.options.VectorKernel.polynomial;
import static io.mts1b.quantkit.options.VectorKernel.spread;
import static io.mts1b.quantkit.options.VolatilityCoefficients.FAR_BOTTOM;
import static io.mts1b.quantkit.options.VolatilityCoefficients.FAR_TOP;
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
        final double[] latest = new double[BLOCK];
    }

    @Override
    public int solve(double[] prices, EuropeanOptions options, double[] into, int from, int to) {
        Block block = new Block();
        int found = 0;
        for (int i = from; i < to; i += BLOCK) {
            int end = Math.min(to, i + BLOCK);
            int count = LANES.loopBound(end - i);
            discount(options.spots, options.yields, options.years, block.shares, i, count);
            discount(options.strikes, options.rates, options.years, block.gaps, i, count);
            if (read(prices, options, i, block, count)) {
                lift(block, count);
                normalize(block, count);
                startNear(block, count);
                logValues(block, count);
                startFar(block, count);
                startAbove(block, count);
                iterate(block, count);
                found += write(block, count, into, i) + rest.solve(prices, options, into, i + count, end);
            } else {
                found += rest.solve(prices, options, into, i, end);
            }
        }
        return found;
    }

    /** Puts columns times what they are discounted by in place of others. */
    private static void discount(double[] column, double[] rates, double[] years, double[] into, int from, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector exponent =
                    DoubleVector.fromArray(LANES, rates, from + k).mul(DoubleVector.fromArray(LANES, years, from + k));
            DoubleVector.fromArray(LANES, column, from + k)
                    .mul(exp(exponent.neg()))
                    .intoArray(into, k);
        }
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
            DoubleVector held = DoubleVector.fromArray(LANES, block.shares, k);
            DoubleVector paid = DoubleVector.fromArray(LANES, block.gaps, k);
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

    /** Puts the logarithm of the lifted share in place of exponents, where it is tiny. */
    private static void lift(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector outside = DoubleVector.fromArray(LANES, block.targets, k);
            DoubleVector low = DoubleVector.fromArray(LANES, block.shares, k);
            VectorMask<Double> tiny = outside.div(low).compare(VectorOperators.LT, TINY);
            DoubleVector exponent = spread(0);
            if (tiny.anyTrue()) {
                exponent = exponent.blend(log(outside.mul(LIFT)).sub(log(low)), tiny);
            }
            exponent.intoArray(block.exponents, k);
        }
    }

    private static void normalize(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector outside = DoubleVector.fromArray(LANES, block.targets, k);
            DoubleVector low = DoubleVector.fromArray(LANES, block.shares, k);
            DoubleVector high = DoubleVector.fromArray(LANES, block.gaps, k);
            DoubleVector gap = high.sub(low).div(low);
            DoubleVector share = outside.div(low);
            VectorMask<Double> upper = share.compare(VectorOperators.GT, UPPER);
            share.blend(1 / LIFT, share.compare(VectorOperators.LT, TINY))
                    .blend(low.sub(outside).div(low), upper)
                    .intoArray(block.targets, k);
            spread(1).blend(-1, upper).intoArray(block.sides, k);
            moneyness(low, high, gap).neg().intoArray(block.moneyness, k);
            share.intoArray(block.shares, k);
            gap.intoArray(block.gaps, k);
            spread(Double.POSITIVE_INFINITY).intoArray(block.misses, k);
        }
    }

    private static DoubleVector moneyness(DoubleVector low, DoubleVector high, DoubleVector gap) {
        DoubleVector f = gap.div(gap.add(2));
        DoubleVector logs = log(high.sqrt().div(low.sqrt()));
        return logs.add(logs)
                .blend(f.add(f).mul(polynomial(LOGARITHM, f.mul(f))), gap.compare(VectorOperators.LT, NEAR));
    }

    private static void startNear(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector gap = DoubleVector.fromArray(LANES, block.gaps, k);
            DoubleVector value = DoubleVector.fromArray(LANES, block.shares, k).mul(ROOT_OF_TWO_PI);
            DoubleVector u = gap.div(value);
            DoubleVector bend = polynomial(NEAR_BOTTOM, u).div(polynomial(NEAR_TOP, u));
            DoubleVector perGap =
                    DoubleVector.fromArray(LANES, block.moneyness, k).neg().div(gap);
            value.mul(spread(1).blend(perGap, gap.compare(VectorOperators.GT, 0)))
                    .mul(bend)
                    .intoArray(block.spreads, k);
        }
    }

    /** Puts the logarithm of what the option would be worth in the model of Bachelier in place of widths. */
    private static void logValues(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector share = DoubleVector.fromArray(LANES, block.shares, k);
            DoubleVector u = DoubleVector.fromArray(LANES, block.gaps, k).div(share.mul(ROOT_OF_TWO_PI));
            VectorMask<Double> usual = u.compare(VectorOperators.LT, HUGE);
            DoubleVector logs = log(share.blend(u, usual));
            DoubleVector lifted =
                    DoubleVector.fromArray(LANES, block.exponents, k).sub(LOG_LIFT);
            logs.blend(lifted, share.compare(VectorOperators.LT, TINY))
                    .add(DoubleVector.fromArray(LANES, block.moneyness, k))
                    .blend(logs.neg().sub(LOG_ROOT_OF_TWO_PI), usual)
                    .intoArray(block.widths, k);
        }
    }

    private static void startFar(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector u = DoubleVector.fromArray(LANES, block.gaps, k)
                    .div(DoubleVector.fromArray(LANES, block.shares, k).mul(ROOT_OF_TWO_PI));
            DoubleVector t =
                    DoubleVector.fromArray(LANES, block.widths, k).mul(-2).sqrt();
            DoubleVector far = DoubleVector.fromArray(LANES, block.moneyness, k)
                    .neg()
                    .div(polynomial(FAR_TOP, t).div(polynomial(FAR_BOTTOM, t)));
            DoubleVector near = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector start = far.blend(near, u.compare(VectorOperators.LT, FAR));
            start.blend(start.add(start.mul(start.mul(start)).div(24)), start.compare(VectorOperators.LT, 1))
                    .intoArray(block.spreads, k);
        }
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
            keepWithinReach(block, count);
            average(block, count);
            ratio(block, count);
            difference(block, count);
            miss(block, count);
            move(block, count);
        }
    }

    private static VectorMask<Double> moving(Block block, int k) {
        return DoubleVector.fromArray(LANES, block.misses, k).abs().compare(VectorOperators.GE, SOLVED);
    }

    private static void keepWithinReach(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector x = DoubleVector.fromArray(LANES, block.moneyness, k);
            DoubleVector reach = spread(1).sub(x.add(x)).sqrt();
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector kept = s.max(reach.sub(1)).blend(s.min(reach.add(1)), lower(block, k));
            s.blend(kept, moving(block, k)).intoArray(block.spreads, k);
        }
    }

    private static VectorMask<Double> lower(Block block, int k) {
        return DoubleVector.fromArray(LANES, block.sides, k).compare(VectorOperators.GT, 0);
    }

    /** Puts the average fall in place of widths where spreads are narrow. */
    private static void average(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            if (narrow(s, lower(block, k)).and(moving(block, k)).anyTrue()) {
                DoubleVector t = s.mul(0.5);
                DoubleVector toMiddle =
                        DoubleVector.fromArray(LANES, block.moneyness, k).div(s).neg();
                DoubleVector sum = spread(0);
                for (int j = 0; j < POINTS.length; j++) {
                    sum = sum.add(fall(toMiddle.add(t.mul(POINTS[j]))).mul(WEIGHTS[j]));
                }
                sum.intoArray(block.widths, k);
            }
        }
    }

    private static VectorMask<Double> narrow(DoubleVector s, VectorMask<Double> lower) {
        return lower.and(s.compare(VectorOperators.LE, NARROW));
    }

    /** Puts the Mills ratio of d1 in place of the latest misses. */
    private static void ratio(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            if (moving(block, k).andNot(narrow(s, lower(block, k))).anyTrue()) {
                DoubleVector side = DoubleVector.fromArray(LANES, block.sides, k);
                DoubleVector h =
                        DoubleVector.fromArray(LANES, block.moneyness, k).div(s);
                mills(side.neg().mul(h.add(s.mul(0.5))).max(-1)).intoArray(block.latest, k);
            }
        }
    }

    private static void difference(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            VectorMask<Double> narrow = narrow(s, lower(block, k));
            if (moving(block, k).andNot(narrow).anyTrue()) {
                DoubleVector side = DoubleVector.fromArray(LANES, block.sides, k);
                DoubleVector h =
                        DoubleVector.fromArray(LANES, block.moneyness, k).div(s);
                DoubleVector.fromArray(LANES, block.latest, k)
                        .sub(side.mul(mills(s.mul(0.5).sub(h))))
                        .div(s)
                        .blend(DoubleVector.fromArray(LANES, block.widths, k), narrow)
                        .intoArray(block.widths, k);
            }
        }
    }

    private static void miss(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector w = DoubleVector.fromArray(LANES, block.widths, k);
            DoubleVector d1 =
                    DoubleVector.fromArray(LANES, block.moneyness, k).div(s).add(s.mul(0.5));
            DoubleVector target = DoubleVector.fromArray(LANES, block.targets, k);
            log(s.mul(w).div(target.mul(ROOT_OF_TWO_PI)))
                    .sub(d1.mul(d1).mul(0.5))
                    .sub(DoubleVector.fromArray(LANES, block.exponents, k))
                    .intoArray(block.latest, k);
        }
    }

    private static void move(Block block, int count) {
        for (int k = 0; k < count; k += LANES.length()) {
            VectorMask<Double> moving = moving(block, k);
            DoubleVector s = DoubleVector.fromArray(LANES, block.spreads, k);
            DoubleVector h = DoubleVector.fromArray(LANES, block.moneyness, k).div(s);
            DoubleVector slope =
                    DoubleVector.fromArray(LANES, block.sides, k).div(DoubleVector.fromArray(LANES, block.widths, k));
            DoubleVector miss = DoubleVector.fromArray(LANES, block.latest, k);
            DoubleVector step = step(h, s.mul(0.5), slope, miss);
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
