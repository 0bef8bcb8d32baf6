package io.mts1b.quantkit.costmodels.calibration;

import io.mts1b.quantkit.execution.SquareRootImpact;
import io.mts1b.quantkit.statistics.RobustFit;
import java.util.Objects;
import java.util.Optional;

/**
 * How much of the spread is paid, and how strongly orders move the market, estimated from what they cost.
 *
 * <p>The model is {@code cost = spreadCapture halfSpread + impact volatility participation^exponent / (1 + exponent)}, where
 * cost and half spread are fractions of the price on arrival. The exponent is one half, unless it is estimated too; then
 * {@code impact} is the coefficient of {@link SquareRootImpact}, whose average fill costs two thirds of the move. Costs are
 * divided by volatility first, which is what makes stocks comparable, and fitted by {@link RobustFit}, since some fills meet
 * news.
 *
 * <p>Reference: R. Almgren, C. Thum, E. Hauptmann and H. Li, "Direct Estimation of Equity Market Impact", Risk 18, 2005,
 * 57-62.
 *
 * @param spreadCapture the part of half the spread that was paid: one for who always takes, negative for who was paid it
 * @param impact the coefficient of the law
 * @param exponent the power of the participation; of no error if it was given
 * @param fills how many rows it was estimated from
 * @param residual the robust standard deviation of what is not explained, in units of volatility
 */
public record CostCalibration(Estimate spreadCapture, Estimate impact, Estimate exponent, int fills, double residual) {

    /** The fewest rows from which a standard error means something. */
    public static final int FEWEST_FILLS = 30;

    private static final double SQUARE_ROOT = 0.5;
    private static final double LEAST_EXPONENT = 0.05;
    private static final double MOST_EXPONENT = 1.5;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NARROW = 1e-8;

    /** Validates. */
    public CostCalibration {
        Objects.requireNonNull(spreadCapture, "spreadCapture");
        Objects.requireNonNull(impact, "impact");
        Objects.requireNonNull(exponent, "exponent");
    }

    /**
     * Estimates with the square-root law.
     *
     * @param fills what orders have cost
     * @return the estimates
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST_FILLS} rows, or they do not tell the cost of
     *     the spread and of impact apart
     */
    public static CostCalibration squareRoot(FillCosts fills) {
        RobustFit fit = fit(fills, SQUARE_ROOT);
        return new CostCalibration(
                estimate(fit, 0), estimate(fit, 1), new Estimate(SQUARE_ROOT, 0), fills.rows(), fit.scale());
    }

    /**
     * Estimates the exponent too.
     *
     * @param fills what orders have cost
     * @return the estimates; their errors include that of the exponent
     * @throws IllegalArgumentException as {@link #squareRoot}, or if no exponent in (0.05, 1.5) is best
     */
    public static CostCalibration power(FillCosts fills) {
        double scale = fit(fills, SQUARE_ROOT).scale();
        double exponent = bestExponent(fills, scale > 0 ? scale : 1);
        RobustFit fit = fit(fills, exponent);
        double[] curvature = fills.slopes(exponent);
        for (int t = 0; t < curvature.length; t++) {
            curvature[t] *= fit.coefficient(1);
        }
        // One step of Gauss and Newton from the optimum: it moves nothing, and its errors are those of all three.
        RobustFit all = RobustFit.of(fills.scaledCosts(), fills.scaledSpreads(), fills.powers(exponent), curvature)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "fills must tell the exponent apart from the coefficient, which takes different participations"));
        return new CostCalibration(
                new Estimate(fit.coefficient(0), all.standardError(0)),
                new Estimate(fit.coefficient(1), all.standardError(1)),
                new Estimate(exponent, all.standardError(2)),
                fills.rows(),
                fit.scale());
    }

    private static RobustFit fit(FillCosts fills, double exponent) {
        if (fills.rows() < FEWEST_FILLS) {
            throw new IllegalArgumentException("fills must be at least " + FEWEST_FILLS + ", were " + fills.rows());
        }
        return RobustFit.of(fills.scaledCosts(), fills.scaledSpreads(), fills.powers(exponent))
                .orElseThrow(() -> new IllegalArgumentException(
                        "fills must tell spread and impact apart: half spreads over volatility must be above zero and not"
                                + " in proportion to the power of the participations"));
    }

    private static Estimate estimate(RobustFit fit, int index) {
        return new Estimate(fit.coefficient(index), fit.standardError(index));
    }

    private static double bestExponent(FillCosts fills, double scale) {
        double low = LEAST_EXPONENT;
        double high = MOST_EXPONENT;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftLoss = loss(fills, left, scale);
        double rightLoss = loss(fills, right, scale);
        while (high - low > NARROW) {
            if (leftLoss <= rightLoss) {
                high = right;
                right = left;
                rightLoss = leftLoss;
                left = high - GOLDEN * (high - low);
                leftLoss = loss(fills, left, scale);
            } else {
                low = left;
                left = right;
                leftLoss = rightLoss;
                right = low + GOLDEN * (high - low);
                rightLoss = loss(fills, right, scale);
            }
        }
        if (low == LEAST_EXPONENT || high == MOST_EXPONENT) {
            throw new IllegalArgumentException("fills must have a best exponent in (" + LEAST_EXPONENT + ", "
                    + MOST_EXPONENT + "), had none: impact is too weak, or participations too much alike");
        }
        return (low + high) / 2;
    }

    private static double loss(FillCosts fills, double exponent, double scale) {
        double[] costs = fills.scaledCosts();
        return fit(fills, exponent).loss(costs, scale, fills.scaledSpreads(), fills.powers(exponent));
    }

    /**
     * Returns what an order will cost on average.
     *
     * @param halfSpread half the spread as a fraction of the price
     * @param volatility the standard deviation of returns over the time of the volume
     * @param participation quantity over volume, positive
     * @return the cost as a fraction of the price
     */
    public double cost(double halfSpread, double volatility, double participation) {
        double power = exponent.value();
        return spreadCapture.value() * halfSpread
                + impact.value() * volatility * StrictMath.pow(participation, power) / (1 + power);
    }

    /**
     * Returns the law for {@link io.mts1b.quantkit.costmodels.Impact}.
     *
     * @return the law; empty if the exponent is not one half, or no impact was found
     */
    public Optional<SquareRootImpact> law() {
        return exponent.value() == SQUARE_ROOT && impact.value() > 0
                ? Optional.of(new SquareRootImpact(impact.value()))
                : Optional.empty();
    }
}
