package io.mts1b.quantkit.factors;

import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Quality: how much a company makes of what it has.
 *
 * <p>The raw score is {@code figure / base}, both as last published; where the base is not positive there is none.
 * With gross profits over total assets it is the gross profitability of the paper; with earnings over book equity the
 * return on equity.
 *
 * <p>Reference: R. Novy-Marx, "The Other Side of Value: The Gross Profitability Premium", Journal of Financial
 * Economics 108(1), 2013, 1-28.
 *
 * @param name the factor's name, such as {@code f_gross_profitability}
 * @param figure what is made
 * @param base what it is made of
 */
public record Quality(String name, Releases figure, Releases base) implements Factor {

    /** Validates. */
    public Quality {
        FactorRegistry.requireName(name);
    }

    @Override
    public int warmup() {
        return 0;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(
                panel, a -> Trailing.quotients(figure.known(panel, a), base.known(panel, a), quotient -> quotient));
    }
}
