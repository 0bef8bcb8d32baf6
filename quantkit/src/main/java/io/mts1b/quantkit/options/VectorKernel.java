package io.mts1b.quantkit.options;

import static io.mts1b.quantkit.options.Coefficients.EXPONENTIAL;
import static io.mts1b.quantkit.options.Coefficients.FRACTION;
import static io.mts1b.quantkit.options.Coefficients.FRACTION_BITS;
import static io.mts1b.quantkit.options.Coefficients.INTEGER;
import static io.mts1b.quantkit.options.Coefficients.INTEGER_OFFSET;
import static io.mts1b.quantkit.options.Coefficients.LOG2_E;
import static io.mts1b.quantkit.options.Coefficients.LOGARITHM;
import static io.mts1b.quantkit.options.Coefficients.LOG_TWO_HIGH;
import static io.mts1b.quantkit.options.Coefficients.LOG_TWO_LOW;
import static io.mts1b.quantkit.options.Coefficients.MILLS;
import static io.mts1b.quantkit.options.Coefficients.MILLS_CENTRE;
import static io.mts1b.quantkit.options.Coefficients.ROOT_OF_HALF;
import static io.mts1b.quantkit.options.Coefficients.ROUNDER;
import static io.mts1b.quantkit.options.Coefficients.TO_EXPONENT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many options at once as the machine has lanes. */
final class VectorKernel implements OptionKernel {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    /** So many options at a time, as what is in between then stays near the processor. */
    private static final int BLOCK = 256;

    private final OptionKernel rest = new ScalarKernel();

    @Override
    public void value(EuropeanOptions options, ValuesAndGreeks into, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            int end = Math.min(to, i + BLOCK);
            int whole = i + LANES.loopBound(end - i);
            if (spreads(options, into, i, whole)) {
                discounts(options, into, i, whole);
                figures(options, into, i, whole);
                rest.value(options, into, whole, end);
            } else {
                rest.value(options, into, i, end);
            }
        }
    }

    /** Puts d1 in place of values and the spread in place of vegas; returns false if an option needs other care. */
    private static boolean spreads(EuropeanOptions o, ValuesAndGreeks into, int from, int to) {
        boolean usual = true;
        for (int i = from; i < to; i += LANES.length()) {
            DoubleVector sign = DoubleVector.fromArray(LANES, o.signs, i);
            DoubleVector spot = DoubleVector.fromArray(LANES, o.spots, i);
            DoubleVector strike = DoubleVector.fromArray(LANES, o.strikes, i);
            DoubleVector years = DoubleVector.fromArray(LANES, o.years, i);
            DoubleVector spread =
                    DoubleVector.fromArray(LANES, o.volatilities, i).mul(years.sqrt());
            DoubleVector ratio = spot.div(strike);
            DoubleVector discounting = DoubleVector.fromArray(LANES, o.rates, i).mul(years);
            DoubleVector carrying = DoubleVector.fromArray(LANES, o.yields, i).mul(years);
            DoubleVector d1 =
                    log(ratio).add(discounting.sub(carrying)).div(spread).add(spread.mul(0.5));
            DoubleVector d2 = d1.sub(spread);
            usual &= spread.compare(VectorOperators.GT, 0)
                    .and(spot.min(strike).compare(VectorOperators.GT, 0))
                    .and(sign.abs().compare(VectorOperators.EQ, 1))
                    .and(ratio.compare(VectorOperators.LT, LARGEST_RATIO))
                    .and(ratio.compare(VectorOperators.GT, 1 / LARGEST_RATIO))
                    .and(d1.abs().max(d2.abs()).compare(VectorOperators.LT, FARTHEST))
                    .and(discounting.abs().max(carrying.abs()).compare(VectorOperators.LT, LARGEST_EXPONENT))
                    .allTrue();
            d1.intoArray(into.values, i);
            spread.intoArray(into.vegas, i);
        }
        return usual;
    }

    /** Puts what is held in place of deltas, its density in that of gammas, and what is paid in that of rhos. */
    private static void discounts(EuropeanOptions o, ValuesAndGreeks into, int from, int to) {
        for (int i = from; i < to; i += LANES.length()) {
            DoubleVector years = DoubleVector.fromArray(LANES, o.years, i);
            DoubleVector carrying = DoubleVector.fromArray(LANES, o.yields, i).mul(years);
            DoubleVector discounting = DoubleVector.fromArray(LANES, o.rates, i).mul(years);
            DoubleVector d1 = DoubleVector.fromArray(LANES, into.values, i);
            DoubleVector held = DoubleVector.fromArray(LANES, o.spots, i).mul(exp(carrying.neg()));
            DoubleVector paid = DoubleVector.fromArray(LANES, o.strikes, i).mul(exp(discounting.neg()));
            held.intoArray(into.deltas, i);
            held.mul(exp(d1.mul(d1).mul(-0.5)).mul(DENSITY_AT_ZERO)).intoArray(into.gammas, i);
            paid.intoArray(into.rhos, i);
        }
    }

    private static void figures(EuropeanOptions o, ValuesAndGreeks into, int from, int to) {
        for (int i = from; i < to; i += LANES.length()) {
            DoubleVector sign = DoubleVector.fromArray(LANES, o.signs, i);
            DoubleVector spot = DoubleVector.fromArray(LANES, o.spots, i);
            DoubleVector years = DoubleVector.fromArray(LANES, o.years, i);
            DoubleVector root = years.sqrt();
            DoubleVector d1 = DoubleVector.fromArray(LANES, into.values, i);
            DoubleVector spread = DoubleVector.fromArray(LANES, into.vegas, i);
            DoubleVector density = DoubleVector.fromArray(LANES, into.gammas, i);
            DoubleVector heldPart = part(sign.mul(d1), DoubleVector.fromArray(LANES, into.deltas, i), density);
            DoubleVector paidPart =
                    part(sign.mul(d1.sub(spread)), DoubleVector.fromArray(LANES, into.rhos, i), density);
            DoubleVector earned = DoubleVector.fromArray(LANES, o.yields, i).mul(heldPart);
            DoubleVector owed = DoubleVector.fromArray(LANES, o.rates, i).mul(paidPart);
            DoubleVector decay = DoubleVector.fromArray(LANES, o.volatilities, i)
                    .mul(0.5)
                    .mul(density)
                    .div(root);
            sign.mul(heldPart.sub(paidPart)).max(0).intoArray(into.values, i);
            sign.mul(heldPart).div(spot).intoArray(into.deltas, i);
            density.div(spot.mul(spot).mul(spread)).intoArray(into.gammas, i);
            density.mul(root).intoArray(into.vegas, i);
            sign.mul(earned.sub(owed)).sub(decay).intoArray(into.thetas, i);
            sign.mul(years).mul(paidPart).intoArray(into.rhos, i);
        }
    }

    private static DoubleVector part(DoubleVector x, DoubleVector whole, DoubleVector density) {
        DoubleVector tail = density.mul(mills(x.abs()));
        return whole.sub(tail).blend(tail, x.compare(VectorOperators.LT, 0));
    }

    static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = x.fma(spread(LOG2_E), spread(ROUNDER));
        DoubleVector k = shifted.sub(ROUNDER).neg();
        DoubleVector r = k.fma(spread(LOG_TWO_LOW), k.fma(spread(LOG_TWO_HIGH), x));
        LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, FRACTION_BITS);
        return polynomial(EXPONENTIAL, r).reinterpretAsLongs().add(power).reinterpretAsDoubles();
    }

    static DoubleVector log(DoubleVector x) {
        LongVector shifted = x.reinterpretAsLongs().add(TO_EXPONENT);
        DoubleVector k = shifted.lanewise(VectorOperators.LSHR, FRACTION_BITS)
                .or(INTEGER)
                .reinterpretAsDoubles()
                .sub(INTEGER_OFFSET);
        DoubleVector m = shifted.and(FRACTION).add(ROOT_OF_HALF).reinterpretAsDoubles();
        DoubleVector f = m.sub(1).div(m.add(1));
        DoubleVector series = f.add(f).mul(polynomial(LOGARITHM, f.mul(f)));
        return k.fma(spread(LOG_TWO_HIGH), k.fma(spread(LOG_TWO_LOW), series));
    }

    static DoubleVector mills(DoubleVector x) {
        DoubleVector inverse = spread(1).div(x.add(MILLS_CENTRE));
        return polynomial(MILLS, x.sub(MILLS_CENTRE).mul(inverse)).mul(inverse);
    }

    static DoubleVector polynomial(double[] coefficients, DoubleVector x) {
        DoubleVector square = x.mul(x);
        DoubleVector odd = spread(coefficients[0]);
        DoubleVector even = spread(coefficients[1]);
        for (int k = 2; k < coefficients.length; k += 2) {
            odd = odd.fma(square, spread(coefficients[k]));
            even = even.fma(square, spread(coefficients[k + 1]));
        }
        return odd.fma(x, even);
    }

    static DoubleVector spread(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
