package io.mts1b.benchmarks.quant;

/**
 * The formula of Black, Scholes and Merton as one writes it for speed: one option after the other, every shared term once,
 * and the normal distribution by the rational approximation of J. F. Hart, "Computer Approximations", Wiley, 1968.
 */
final class PlainBlackScholes {

    /** The value and five sensitivities. */
    static final int FIGURES = 6;

    private static final double[] ABOVE = {
        3.52624965998911e-2,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };

    private static final double[] BELOW = {
        8.83883476483184e-2,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    private PlainBlackScholes() {}

    static void writeAll(Chain chain, double[][] columns) {
        for (int i = 0; i < chain.size(); i++) {
            write(chain, i, columns);
        }
    }

    /** Writes value, delta, gamma, vega, theta and rho of option {@code i} into as many columns. */
    private static void write(Chain chain, int i, double[][] columns) {
        double spot = chain.spot()[i];
        double years = chain.years()[i];
        double rate = chain.rate()[i];
        double yield = chain.yield()[i];
        double volatility = chain.volatility()[i];
        double sign = chain.sign()[i];
        double root = Math.sqrt(years);
        double spread = volatility * root;
        double d1 = (Math.log(spot / chain.strike()[i]) + (rate - yield) * years) / spread + spread / 2;
        double d2 = d1 - spread;
        double carried = Math.exp(-yield * years);
        double held = spot * carried * cumulative(sign * d1);
        double paid = chain.strike()[i] * Math.exp(-rate * years) * cumulative(sign * d2);
        double density = carried * DENSITY_AT_ZERO * Math.exp(-d1 * d1 / 2);
        columns[0][i] = sign * (held - paid);
        columns[1][i] = sign * held / spot;
        columns[2][i] = density / (spot * spread);
        columns[3][i] = spot * density * root;
        columns[4][i] = -spot * density * volatility / (2 * root) - sign * (rate * paid - yield * held);
        columns[5][i] = sign * years * paid;
    }

    /** Solves for the volatility of option {@code i} by Newton's method from where the value bends. */
    static double impliedVolatility(Chain chain, int i, double price) {
        double root = Math.sqrt(chain.years()[i]);
        double discount = Math.exp(-chain.rate()[i] * chain.years()[i]);
        double carried = Math.exp(-chain.yield()[i] * chain.years()[i]);
        double forward = chain.spot()[i] * carried / discount;
        double sign = chain.sign()[i];
        double moneyness = Math.log(forward / chain.strike()[i]);
        double spread = Math.max(Math.sqrt(2 * Math.abs(moneyness)), 0.1);
        for (int step = 0; step < 50; step++) {
            double d1 = moneyness / spread + spread / 2;
            double value = discount
                    * sign
                    * (forward * cumulative(sign * d1) - chain.strike()[i] * cumulative(sign * (d1 - spread)));
            double vega = discount * forward * DENSITY_AT_ZERO * Math.exp(-d1 * d1 / 2);
            double change = (value - price) / vega;
            spread -= change;
            if (Math.abs(change) < 1e-13) {
                break;
            }
        }
        return spread / root;
    }

    private static double cumulative(double x) {
        double size = Math.abs(x);
        double tail = 0;
        if (size < 37) {
            double density = Math.exp(-size * size / 2);
            tail = size < 7.07106781186547
                    ? density * polynomial(ABOVE, size) / polynomial(BELOW, size)
                    : density * DENSITY_AT_ZERO / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65)))));
        }
        return x > 0 ? 1 - tail : tail;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double one : coefficients) {
            sum = sum * x + one;
        }
        return sum;
    }
}
