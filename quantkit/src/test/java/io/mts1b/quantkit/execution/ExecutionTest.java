package io.mts1b.quantkit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.execution.AlmgrenChriss.Schedule;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    @Test
    void no_other_schedule_costs_less() {
        ForAll.cases(200, random -> {
            int steps = random.nextInt(2, 8);
            AlmgrenChriss model = new AlmgrenChriss(1_000, 2, steps, random.nextDouble(), 0.01, 1e-4, 0.01);
            double aversion = random.nextDouble();
            Schedule best = model.schedule(aversion);
            // Move a share from one step to another: the cost of both kinds cannot fall.
            double step = 2.0 / steps;
            double before = objective(best.holdings(), step, model, aversion);
            for (int k = 1; k < steps; k++) {
                for (double shares : new double[] {-1, 1}) {
                    List<Double> moved = new ArrayList<>(best.holdings());
                    moved.set(k, moved.get(k) + shares);
                    assertThat(objective(moved, step, model, aversion)).isGreaterThan(before);
                }
            }
        });
    }

    private static double objective(List<Double> holdings, double step, AlmgrenChriss model, double aversion) {
        double cost = 0;
        for (int k = 1; k < holdings.size(); k++) {
            double trade = holdings.get(k - 1) - holdings.get(k);
            cost += model.spread() * Math.abs(trade)
                    + (model.temporary() / step - model.permanent() / 2) * trade * trade;
            cost += aversion * model.volatility() * model.volatility() * step * holdings.get(k) * holdings.get(k);
        }
        return cost;
    }

    @Test
    void without_aversion_trades_are_even_and_with_much_of_it_at_once() {
        AlmgrenChriss model = new AlmgrenChriss(-100, 4, 4, 0.5, 0.02, 0, 0.1);
        assertThat(model.schedule(0).trades()).containsExactly(-25.0, -25.0, -25.0, -25.0);
        // By hand: 0.02 * 100 + 0.1 * 4 * 25^2, and 0.25 * (75^2 + 50^2 + 25^2).
        assertThat(model.schedule(0).expectedCost()).isCloseTo(252, within(1e-12));
        assertThat(model.schedule(0).variance()).isCloseTo(2187.5, within(1e-10));
        Schedule urgent = model.schedule(1e12);
        assertThat(urgent.trades().getFirst()).isCloseTo(-100, within(1e-6));
        List<Schedule> frontier = model.frontier(0, 0.1, 1);
        assertThat(frontier.get(0).expectedCost()).isLessThan(frontier.get(1).expectedCost());
        assertThat(frontier.get(1).variance()).isGreaterThan(frontier.get(2).variance());
    }

    @Test
    void shortfall_is_the_difference_to_the_paper_portfolio() {
        // Wanted 1000 at 50, arrived at 50.1, bought 600 at 50.2 and 200 at 50.4, ended at 51, paid 8.
        ImplementationShortfall found =
                ImplementationShortfall.of(1000, 50, 50.1, 51, new double[] {600, 200}, new double[] {50.2, 50.4}, 8);
        assertThat(found.delay()).isCloseTo(80, within(1e-9));
        assertThat(found.trading()).isCloseTo(120, within(1e-9));
        assertThat(found.opportunity()).isCloseTo(200, within(1e-9));
        // Paper earns 1000; reality 800 * 51 - 600 * 50.2 - 200 * 50.4 - 8 = 592.
        assertThat(found.total()).isCloseTo(1000 - 592, within(1e-9));
        ImplementationShortfall sold =
                ImplementationShortfall.of(-10, 50, 50, 49, new double[] {-10}, new double[] {49.5}, 0);
        assertThat(sold.total()).isCloseTo(5, within(1e-12));
    }

    @Test
    void a_quarter_of_the_size_moves_half_as_far() {
        SquareRootImpact law = new SquareRootImpact(0.8);
        assertThat(law.of(0.02, 10_000, 1_000_000)).isCloseTo(0.8 * 0.02 * 0.1, within(1e-15));
        assertThat(law.of(0.02, 2_500, 1_000_000) / law.of(0.02, 10_000, 1_000_000))
                .isCloseTo(0.5, within(1e-15));
    }

    @Test
    void bad_input_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlmgrenChriss(1, 0, 1, 1, 0, 0, 1))
                .withMessage("horizon must be positive, was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlmgrenChriss(1, 1, 1, 1, 0, 2, 1))
                .withMessageContaining("temporary must be more than half of permanent");
        AlmgrenChriss model = new AlmgrenChriss(1, 1, 1, 1, 0, 0, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> model.schedule(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SquareRootImpact(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SquareRootImpact(1).of(1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImplementationShortfall.of(1, 1, 1, 1, new double[] {2}, new double[] {1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImplementationShortfall.of(1, 1, 1, 1, new double[] {-1}, new double[] {1}, 0));
    }
}
