package io.mts1b.quantkit.factors;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Value: what a company has or earns per share, over the price of the share.
 *
 * <p>The raw score is {@code figure per share, as last published / close}; where the close is not positive there is
 * none. With book equity it is book to price, with earnings the earnings yield. The price must be on the same basis of
 * shares as the figure.
 *
 * <p>References: E. Fama and K. French, "The Cross-Section of Expected Stock Returns", Journal of Finance 47(2), 1992,
 * 427-465; S. Basu, "Investment Performance of Common Stocks in Relation to Their Price-Earnings Ratios", Journal of
 * Finance 32(3), 1977, 663-682.
 *
 * @param name the factor's name, such as {@code f_book_to_price}
 * @param perShare the figure per share
 */
public record Value(String name, Releases perShare) implements Factor {

    /** Validates. */
    public Value {
        FactorRegistry.requireName(name);
    }

    @Override
    public int warmup() {
        return 0;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        return Trailing.scores(
                panel,
                a -> Trailing.quotients(
                        perShare.known(panel, a), panel.column(PanelField.CLOSE, a), quotient -> quotient));
    }
}
