package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * A primal-dual interior point method with a predictor and a corrector.
 *
 * <p>Reference: S. Mehrotra, "On the Implementation of a Primal-Dual Interior Point Method", SIAM Journal on Optimization
 * 2(4), 1992, 575-601; S. J. Wright, "Primal-Dual Interior-Point Methods", SIAM, 1997. A step that would make the
 * conditions of a problem that is not quadratic worse is halved.
 */
final class InteriorPoint {

    private static final int MAX_STEPS = 200;

    /** Better than this is not to be had in double precision. */
    private static final double GOAL = 1e-15;

    /** Good enough to stop as soon as steps do not gain much any more. */
    private static final double FINE = 1e-11;

    /** How many steps without progress end the search. */
    private static final int PATIENCE = 25;

    private static final int PATIENCE_WHEN_FINE = 2;

    private static final int HALVINGS = 12;

    /** A step this short is made anew, with products aimed at this part of their mean. */
    private static final double SHORT = 0.1;

    private static final double CENTRING = 0.5;

    /** By which part of itself a variable of smooth functions may shrink or grow in one step. */
    private static final double MOST_SHRINKING = 0.7;

    private static final double MOST_GROWTH = 2;

    private final ConvexProgram program;
    private final List<Losses> losses;
    private final Conditions conditions;
    private final ArrowMatrix matrix;
    private final double[] x;
    private final boolean curved;
    private final double scale;

    InteriorPoint(ConvexProgram program) {
        this.program = program;
        losses = program.losses();
        conditions = program.conditions();
        x = program.start();
        int core = program.size() - program.chain();
        matrix = new ArrowMatrix(program.chain(), core + program.conditionCount(), core);
        curved = !conditions.allLinear() || !program.smooth().isEmpty();
        scale = 1 + Vectors.largest(program.costs());
    }

    Solution run() {
        double mu = 1;
        for (Losses one : losses) {
            one.start(x, mu);
        }
        conditions.start(x, mu);
        Solution best = measured();
        int stale = 0;
        for (int step = 1; step <= MAX_STEPS && stale < patience(best) && best.worst() > GOAL; step++) {
            double residual = advance();
            if (Double.isNaN(residual)) {
                break;
            }
            Solution now = measured();
            double bar = best.worst() <= FINE ? best.worst() / 2 : best.worst();
            stale = now.worst() < bar ? 0 : stale + 1;
            best = now.worst() < best.worst() ? now : best;
        }
        return best;
    }

    private static int patience(Solution best) {
        return best.worst() <= FINE ? PATIENCE_WHEN_FINE : PATIENCE;
    }

    /** Takes one step, and returns how much the conditions are missed by, or NaN if there was no step to take. */
    private double advance() {
        double before = missed();
        assemble();
        double mu = complementarity(0) / Math.max(products(), 1);
        direction(0, false);
        double affine = complementarity(longestStep()) / Math.max(products(), 1);
        double ratio = mu > 0 ? affine / mu : 0;
        double[] dx = direction(ratio * ratio * ratio * mu, true);
        double step = Math.min(longestStep(), longestStep(dx));
        if (step < SHORT || complementarity(step) > complementarity(0)) {
            // The correction leads astray, perhaps in a circle: step towards the mean of the products alone.
            dx = direction(CENTRING * mu, false);
            step = Math.min(longestStep(), longestStep(dx));
        }
        if (!(step > 0) || !Double.isFinite(Vectors.largest(dx))) {
            return Double.NaN;
        }
        move(dx, step);
        double after = missed();
        for (int k = 0; curved && k < HALVINGS && !(after <= Math.max(before, GOAL) * 1.5); k++) {
            step /= 2;
            move(dx, -step);
            after = missed();
        }
        return after;
    }

    private void assemble() {
        matrix.clear();
        double[] curvatures = program.curvatures();
        for (int i = 0; i < curvatures.length; i++) {
            matrix.add(i, i, curvatures[i]);
        }
        for (ConvexProgram.DenseForm form : program.forms()) {
            matrix.addForm(form.from(), form.matrix(), form.scale());
        }
        for (ConvexProgram.Priced one : program.smooth()) {
            one.function().addCurvature(x, one.price(), matrix);
        }
        conditions.addTo(x, matrix);
        for (Losses one : losses) {
            one.linearize(0, false);
            one.addCurvature(matrix);
        }
        matrix.factor();
    }

    private double[] direction(double mu, boolean corrected) {
        double[] right = new double[matrix.size()];
        double[] gradient = gradient();
        for (int i = 0; i < gradient.length; i++) {
            right[i] = -gradient[i];
        }
        for (Losses one : losses) {
            one.linearize(mu, corrected);
            one.addPull(right);
        }
        conditions.addPull(mu, corrected, right);
        double[] solution = matrix.solve(right);
        for (Losses one : losses) {
            one.step(solution);
        }
        conditions.step(solution);
        return solution;
    }

    private double[] gradient() {
        double[] gradient = new double[x.length];
        double[] costs = program.costs();
        double[] curvatures = program.curvatures();
        for (int i = 0; i < x.length; i++) {
            gradient[i] = costs[i] + curvatures[i] * x[i];
        }
        for (ConvexProgram.DenseForm form : program.forms()) {
            double[] part = Arrays.copyOfRange(x, form.from(), form.from() + form.matrix().length);
            for (int i = 0; i < part.length; i++) {
                gradient[form.from() + i] += form.scale() * Vectors.dot(form.matrix()[i], part);
            }
        }
        for (ConvexProgram.Priced one : program.smooth()) {
            one.function().addGradient(x, one.price(), gradient);
        }
        for (Losses one : losses) {
            one.addGradient(gradient);
        }
        conditions.addGradient(x, gradient);
        return gradient;
    }

    private double primal() {
        double largest = conditions.largestGap();
        for (Losses one : losses) {
            largest = Math.max(largest, one.largestGap());
        }
        return largest;
    }

    private double missed() {
        return Math.max(primal(), Vectors.largest(gradient()) / scale);
    }

    private double complementarity(double step) {
        double sum = conditions.complementarityAfter(step);
        for (Losses one : losses) {
            sum += one.complementarityAfter(step);
        }
        return sum;
    }

    private int products() {
        int count = conditions.products();
        for (Losses one : losses) {
            count += one.products();
        }
        return count;
    }

    private double longestStep() {
        double longest = conditions.longestStep();
        for (Losses one : losses) {
            longest = Math.min(longest, one.longestStep());
        }
        return longest;
    }

    private double longestStep(double[] dx) {
        double longest = 1;
        for (int i : program.positive()) {
            // The curvature of what is positive changes with its size: a step must not change that size much.
            double change = dx[i] / x[i];
            longest = Math.min(longest, change < 0 ? MOST_SHRINKING / -change : MOST_GROWTH / change);
        }
        return longest;
    }

    private void move(double[] dx, double step) {
        Vectors.addScaled(x, step, dx, x.length);
        for (Losses one : losses) {
            one.move(step);
            one.measure(x);
        }
        conditions.move(step);
        conditions.measure(x);
    }

    private Solution measured() {
        double gap = conditions.complementarityAfter(0);
        for (Losses one : losses) {
            gap += one.complementarity();
        }
        return new Solution(x, objective(), primal(), Vectors.largest(gradient()) / scale, gap);
    }

    private double objective() {
        double sum = 0;
        double[] costs = program.costs();
        double[] curvatures = program.curvatures();
        for (int i = 0; i < x.length; i++) {
            sum += (costs[i] + curvatures[i] * x[i] / 2) * x[i];
        }
        for (ConvexProgram.DenseForm form : program.forms()) {
            double[] part = Arrays.copyOfRange(x, form.from(), form.from() + form.matrix().length);
            sum += form.scale() / 2 * Vectors.dot(part, Vectors.multiply(form.matrix(), part));
        }
        for (ConvexProgram.Priced one : program.smooth()) {
            sum += one.price() * one.function().value(x);
        }
        for (Losses one : losses) {
            sum += one.cost();
        }
        return sum;
    }
}
