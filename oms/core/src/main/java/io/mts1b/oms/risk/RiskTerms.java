package io.mts1b.oms.risk;

import io.mts1b.foundation.Require;
import io.mts1b.riskengine.portfoliorisk.ReturnHistory;
import io.mts1b.riskengine.portfoliorisk.StressScenario;
import io.mts1b.riskengine.portfoliorisk.TailModel;
import java.util.List;
import java.util.Objects;

/**
 * How risk is measured.
 *
 * @param history the returns of every underlying
 * @param model how the periods to come are imagined
 * @param tail which fraction of the periods is worse, in (0, 1)
 * @param scenarios what is tried besides, each with a name of its own
 */
public record RiskTerms(ReturnHistory history, TailModel model, double tail, List<StressScenario> scenarios) {

    /** Validates, and copies. */
    public RiskTerms {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(model, "model");
        Require.that(tail > 0 && tail < 1, "tail must be in (0, 1), was " + tail);
        scenarios = List.copyOf(scenarios);
        Require.that(
                scenarios.stream().map(StressScenario::name).distinct().count() == scenarios.size(),
                "scenarios must differ by name");
    }
}
