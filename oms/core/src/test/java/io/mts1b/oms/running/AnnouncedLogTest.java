package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.Desk;
import io.mts1b.oms.MemoryLog;
import io.mts1b.oms.OmsEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a log to be told, and when it is. */
class AnnouncedLogTest {

    private static final Order ORDER = Desk.order("o-1", Side.BUY, 1).build();
    private static final OmsEvent TOLD = new OmsEvent.OrderReceived(ORDER);
    private static final OmsEvent UNTOLD = Desk.marked(Desk.TODAY, "100", "5000");

    private final List<OmsEvent> events = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private boolean open;

    /** Notes all that it is asked and told, but for what is open. */
    private final class Notes implements AnnouncedLog.Listener {

        @Override
        public boolean hears(OmsEvent event) {
            return event.equals(TOLD);
        }

        @Override
        public void take(AnnouncedLog.Entry entry) {
            assertThat(entry.event()).isEqualTo(TOLD);
            heard.add("told " + entry.number());
        }

        @Override
        public void reached(long number) {
            heard.add("reached " + number);
        }
    }

    private AnnouncedLog log(long told) {
        return new AnnouncedLog(new MemoryLog(events, () -> heard.add("durable")), told, () -> open, new Notes());
    }

    @Test
    void what_needs_no_telling_moves_on_how_far_it_is_once_it_is_durable() {
        AnnouncedLog log = log(0);
        log.append(UNTOLD);
        log.append(TOLD);
        log.append(UNTOLD);
        assertThat(heard).isEmpty();
        log.flush();
        log.append(UNTOLD);
        log.save(List.of());

        assertThat(heard).containsExactly("durable", "told 2", "reached 3", "durable", "reached 4");
    }

    @Test
    void what_an_earlier_process_did_not_tell_is_told_with_the_first_that_is_written() {
        events.addAll(List.of(TOLD, TOLD, UNTOLD, TOLD, UNTOLD));
        List<OmsEvent> replayed = new ArrayList<>();
        AnnouncedLog log = log(1);
        log.replay(3, replayed::add);
        assertThat(replayed).containsExactly(TOLD, UNTOLD);
        open = true;
        log.append(TOLD);
        log.close();

        assertThat(heard).containsExactly("durable", "told 2", "told 4", "told 6", "reached 6");
    }

    @Test
    void a_log_that_was_never_open_tells_nothing() {
        events.addAll(List.of(TOLD, UNTOLD));
        AnnouncedLog log = log(0);
        log.replay(0, _ -> {});
        log.close();

        assertThat(heard).containsExactly("durable");
    }
}
