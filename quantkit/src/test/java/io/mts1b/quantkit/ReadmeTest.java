package io.mts1b.quantkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.allocation.Allocation;
import io.mts1b.quantkit.allocation.Constraints;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.MeanRisk;
import io.mts1b.quantkit.allocation.PortfolioRisk;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.metrics.Drawdowns;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.quantkit.returns.Returns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The example of the README. */
class ReadmeTest {

    @Test
    void the_example_works() {
        double[][] prices = {{100, 102, 101, 105}, {50, 49, 51, 52}, {20, 21, 20, 22}};
        double[][] returns = Returns.simple(prices);

        HierarchicalRiskParity hrp = new HierarchicalRiskParity(LinkageMethod.WARD, LeafOrder.OPTIMAL);
        Weights weights = hrp.allocate(returns).weights();

        Constraints half = Constraints.longOnly(3).withBounds(0, 0.5).withTurnover(weights, 0.3);
        Allocation safest = MeanRisk.of(PortfolioRisk.conditionalValueAtRisk(returns, 0.05), half)
                .minimumRisk();

        double sharpe = SharpeRatio.of(returns[0]).orElseThrow().annualized(PeriodsPerYear.TRADING_DAYS);
        double worst = Drawdowns.ofLevels(prices[0]).maximum();

        assertThat(Arrays.stream(weights.toArray()).sum()).isCloseTo(1, within(1e-15));
        assertThat(half.broken(safest.orElseThrow(), 1e-9)).isEmpty();
        assertThat(sharpe).isPositive();
        assertThat(worst).isCloseTo(101.0 / 102 - 1, within(1e-15));
    }
}
