package io.mts1b.oms.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.oms.OmsEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final int SEEDS = Integer.getInteger("mts.soak.seeds", 500);

    @Test
    void log_and_venue_agree_in_the_end_whatever_the_line_did() {
        int flattened = 0;
        int stopped = 0;
        int restated = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Outcome outcome = Simulation.run(seed, SimulationPlan.STANDARD);
            flattened += outcome.flattened();
            stopped += outcome.stopped();
            restated += outcome.restated();
        }
        assertThat(flattened).isGreaterThan(SEEDS / 4);
        assertThat(stopped).isGreaterThan(SEEDS);
        assertThat(restated).isGreaterThan(SEEDS);
    }

    @Test
    void issuers_do_all_that_issuers_do() {
        Set<Class<?>> done = new LinkedHashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            for (OmsEvent event : Simulation.log(seed, SimulationPlan.STANDARD)) {
                if (event instanceof OmsEvent.CorporateActionApplied(var action, var _, var _)) {
                    done.add(action.getClass());
                }
            }
        }
        assertThat(done).containsExactlyInAnyOrder(CorporateAction.class.getPermittedSubclasses());
    }

    @Test
    void a_seed_is_a_run() {
        Outcome first = Simulation.run(7, SimulationPlan.STANDARD);

        assertThat(Simulation.run(7, SimulationPlan.STANDARD)).isEqualTo(first);
        assertThat(first.processes()).isGreaterThan(1);
        assertThat(first.fills()).isGreaterThan(20);
        assertThat(Simulation.run(8, SimulationPlan.STANDARD).hash()).isNotEqualTo(first.hash());
    }
}
