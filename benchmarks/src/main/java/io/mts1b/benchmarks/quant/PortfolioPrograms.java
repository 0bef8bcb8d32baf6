package io.mts1b.benchmarks.quant;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** What is asked of us, asked of ojAlgo. */
final class PortfolioPrograms {

    private PortfolioPrograms() {}

    /** Returns the long-only weights of least variance. */
    static double[] minimumVariance(SymmetricMatrix covariance) {
        int n = covariance.size();
        double[][] rows = covariance.toArray();
        ExpressionsBasedModel model = longOnly(n);
        Expression half = model.newExpression("half the variance").weight(0.5);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                half.set(i, j, rows[i][j]);
            }
        }
        return first(model.minimise(), n);
    }

    /** Returns the long-only weights of least conditional value at risk: the linear program of Rockafellar and Uryasev. */
    static double[] minimumShortfall(double[][] returns, double tail) {
        int n = returns.length;
        int days = returns[0].length;
        ExpressionsBasedModel model = longOnly(n);
        model.newVariable("threshold").weight(1);
        for (int t = 0; t < days; t++) {
            model.newVariable("excess" + t).lower(0).weight(1 / (tail * days));
            Expression loss = model.newExpression("loss" + t).lower(0);
            for (int i = 0; i < n; i++) {
                loss.set(i, returns[i][t]);
            }
            loss.set(n, 1);
            loss.set(n + 1 + t, 1);
        }
        return first(model.minimise(), n);
    }

    private static ExpressionsBasedModel longOnly(int assets) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression budget = model.newExpression("budget").level(1);
        for (int i = 0; i < assets; i++) {
            model.newVariable("weight" + i).lower(0);
        }
        for (int i = 0; i < assets; i++) {
            budget.set(i, 1);
        }
        return model;
    }

    private static double[] first(Optimisation.Result result, int count) {
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("ojAlgo found no optimum, but said " + result.getState());
        }
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = result.doubleValue(i);
        }
        return weights;
    }
}
