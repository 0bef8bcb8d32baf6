package io.mts1b.quantkit.indicators;

/**
 * How far the phase of a price's dominant cycle moves per bar: Hilbert transform, homodyne discriminator, phase.
 *
 * <p>Reference: J. Ehlers, "MAMA: The Mother of Adaptive Moving Averages", Technical Analysis of Stocks and
 * Commodities 19(9), 2001; "Rocket Science for Traders", 2001, chapter 7.
 */
final class MesaPhase {

    /** Bars before anything is filtered; until then all quantities are zero. */
    private static final int IDLE = 6;

    private final LastValues prices = filled(4);
    private final LastValues smooth = filled(7);
    private final LastValues detrended = filled(7);
    private final LastValues inPhase = filled(7);
    private final LastValues quadrature = filled(7);
    private double inPhase2;
    private double quadrature2;
    private double real;
    private double imaginary;
    private double period;
    private double phase;
    private int seen;

    private static LastValues filled(int n) {
        LastValues values = new LastValues(n);
        for (int i = 0; i < n; i++) {
            values.next(0);
        }
        return values;
    }

    /** Takes a price; returns how many degrees the phase went back, at least 1. */
    double next(double price) {
        prices.next(price);
        if (++seen <= IDLE) {
            smooth.next(0);
            detrended.next(0);
            inPhase.next(0);
            quadrature.next(0);
            return 1;
        }
        double gain = 0.075 * period + 0.54;
        smooth.next((4 * prices.ago(0) + 3 * prices.ago(1) + 2 * prices.ago(2) + prices.ago(3)) / 10);
        detrended.next(hilbert(smooth, gain));
        quadrature.next(hilbert(detrended, gain));
        inPhase.next(detrended.ago(3));
        advance(inPhase.ago(0) - hilbert(quadrature, gain), quadrature.ago(0) + hilbert(inPhase, gain));
        double before = phase;
        phase = inPhase.ago(0) == 0 ? 0 : StrictMath.toDegrees(StrictMath.atan(quadrature.ago(0) / inPhase.ago(0)));
        return Math.max(before - phase, 1);
    }

    private static double hilbert(LastValues x, double gain) {
        return (0.0962 * x.ago(0) + 0.5769 * x.ago(2) - 0.5769 * x.ago(4) - 0.0962 * x.ago(6)) * gain;
    }

    private void advance(double inPhaseNow, double quadratureNow) {
        double i2 = 0.2 * inPhaseNow + 0.8 * inPhase2;
        double q2 = 0.2 * quadratureNow + 0.8 * quadrature2;
        real = 0.2 * (i2 * inPhase2 + q2 * quadrature2) + 0.8 * real;
        imaginary = 0.2 * (i2 * quadrature2 - q2 * inPhase2) + 0.8 * imaginary;
        inPhase2 = i2;
        quadrature2 = q2;
        double found = imaginary == 0 || real == 0 ? 0 : 2 * Math.PI / StrictMath.atan(imaginary / real);
        found = Math.min(found, 1.5 * period);
        found = Math.max(found, 0.67 * period);
        found = Math.min(Math.max(found, 6), 50);
        period = 0.2 * found + 0.8 * period;
    }
}
