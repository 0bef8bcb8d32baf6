package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.oms.Desk;
import io.mts1b.oms.LineState;
import io.mts1b.oms.OmsEvent;
import io.mts1b.platform.health.Health;
import org.junit.jupiter.api.Test;

/** Which lines make the process not ready. */
class VenueWatchTest {

    private static final BrokerId HERE = new BrokerId("here");
    private static final BrokerId GONE = new BrokerId("gone");

    private final VenueWatch watch = new VenueWatch();

    private void line(BrokerId broker, LineState state) {
        watch.take(new OmsEvent.LineChanged(broker, state, "as told", Desk.NOW));
    }

    @Test
    void a_line_that_is_expected_is_waited_for_and_missed() {
        assertThat(watch.health()).isEqualTo(Health.up());
        watch.expect(HERE);
        assertThat(watch.health()).isEqualTo(Health.down("{here=not connected yet}"));
        line(HERE, LineState.UP);
        assertThat(watch.health()).isEqualTo(Health.up());
        line(HERE, LineState.DOWN);
        assertThat(watch.health()).isEqualTo(Health.down("{here=the line is DOWN: as told}"));
    }

    @Test
    void nobody_waits_for_a_broker_that_is_no_longer_configured() {
        watch.expect(HERE);
        line(GONE, LineState.DOWN);
        line(HERE, LineState.UP);
        assertThat(watch.health()).isEqualTo(Health.up());
    }
}
