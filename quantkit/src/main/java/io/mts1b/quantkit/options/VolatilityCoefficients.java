package io.mts1b.quantkit.options;

/** What the solvers for volatilities approximate functions by; polynomials with the highest power first. */
final class VolatilityCoefficients {

    static final double WIDE_MILLS_CENTRE = 3;

    static final double WIDE_MILLS_WIDTH = 5;

    /**
     * The Mills ratio {@code M(x) = N(-x) / n(x) = p(t) / (x + 5)} with {@code t = (x - 3) / (x + 5)}, for {@code x >= -1}
     * within 2e-16: as {@link Coefficients#MILLS}, of degree 27.
     */
    static final double[] WIDE_MILLS = {
        1.012050621271989e-09,
        7.416815083785114e-09,
        -3.380142443288233e-09,
        -7.618493665148856e-08,
        -3.889424876867957e-08,
        3.9952225071313814e-07,
        4.743315197022618e-07,
        -1.464918523502914e-06,
        -3.0710567951759133e-06,
        4.32690243532177e-06,
        1.6003457273483356e-05,
        -1.1578828137759267e-05,
        -7.822768995142383e-05,
        3.8151026549953826e-05,
        0.0003887195231376834,
        -0.00025705987781858396,
        -0.001985784351395861,
        0.002787561871306874,
        0.008979018685492755,
        -0.030436531204901564,
        -0.0016152377775705787,
        0.22852289206586343,
        -0.7899415257463142,
        1.6661728137107354,
        -2.587923693541104,
        3.150561792224924,
        -3.081940257979341,
        2.4367223896808263
    };

    static final double MILLS_FALL_CENTRE = 3.5;

    static final double MILLS_FALL_WIDTH = 4.5;

    /**
     * How the Mills ratio {@code M} falls, {@code -M'(x) = 1 - x M(x) = p(t) / (x + 4.5)^2} with {@code t = (x - 3.5) / (x
     * + 4.5)}, for {@code x >= -0.5} within 7e-16: Chebyshev's approximation of degree 27, computed with 60 digits.
     */
    static final double[] MILLS_FALL = {
        4.434122318612648e-09,
        -2.241626510425434e-08,
        -7.26056780163524e-08,
        1.9175003142341018e-07,
        5.763055412564514e-07,
        -6.816953080382962e-07,
        -3.07857243625749e-06,
        5.421900582436147e-07,
        1.286384857310807e-05,
        8.412967296404447e-06,
        -4.632335984323367e-05,
        -6.973352791898453e-05,
        0.00015751796935213462,
        0.00039504890143086924,
        -0.0005806752966973914,
        -0.0020135620459537295,
        0.0028336574295258457,
        0.009796807380137768,
        -0.0197982297286468,
        -0.03961513260149395,
        0.16424166696123116,
        -0.024068256224268166,
        -1.0556111324176307,
        3.499552858047939,
        -6.6291715782051766,
        8.623263757588411,
        -7.8181051781942115,
        4.288819751117878
    };

    /**
     * The distance {@code y} from the money, in spreads, at which {@code n(y) / y - N(-y)} is {@code 1 / (u sqrt(2 pi))}: {@code
     * y = u p(u) / q(u)} within 1.5e-4, least squares.
     */
    static final double[] NEAR_TOP = {0, 0.2510237, 1.46934283, 1};

    static final double[] NEAR_BOTTOM = {0.13827953, 1.60645655, 2.72171493, 1};

    /** The same as {@code p(t) / q(t)} of {@code t = sqrt(-2 log(n(y) / y - N(-y)))}, within 7e-4. */
    static final double[] FAR_TOP = {0.23769651066155228, -0.15719636180161994, -0.3759033411725284, 0.9652742649784842
    };

    static final double[] FAR_BOTTOM = {0, 0.23690699842525167, -0.08920583601423247, 1};

    /** The quantile {@code t - p(t) / q(t)} of {@link io.mts1b.quantkit.statistics.Normal#quantile}'s first guess. */
    static final double[] QUANTILE_TOP = {0, 0.010328, 0.802853, 2.515517};

    static final double[] QUANTILE_BOTTOM = {0.001308, 0.189269, 1.432788, 1};

    /** Points of Gauss and Legendre on [-1, 1], and half their weights. */
    static final double[] POINTS = {
        -0.9491079123427585,
        -0.7415311855993945,
        -0.4058451513773972,
        0,
        0.4058451513773972,
        0.7415311855993945,
        0.9491079123427585
    };

    static final double[] WEIGHTS = {
        0.06474248308443487,
        0.13985269574463832,
        0.19091502525255946,
        0.2089795918367347,
        0.19091502525255946,
        0.13985269574463832,
        0.06474248308443487
    };

    private VolatilityCoefficients() {}
}
