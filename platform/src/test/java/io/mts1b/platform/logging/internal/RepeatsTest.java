package io.mts1b.platform.logging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final LoggerContext CONTEXT = new LoggerContext();

    static {
        CONTEXT.setMDCAdapter(new LogbackMDCAdapter());
    }

    private final Repeats repeats = new Repeats(2, 1_000);
    private final List<String> forgotten = new ArrayList<>();

    private static LoggingEvent event(long time, String logger, Level level, String text, @Nullable Throwable thrown) {
        LoggingEvent event = new LoggingEvent("x", CONTEXT.getLogger(logger), level, text, thrown, new Object[0]);
        event.setTimeStamp(time);
        return event;
    }

    private long admit(LoggingEvent event) {
        return repeats.admit(
                event, (last, suppressed) -> forgotten.add(last.getFormattedMessage() + " and " + suppressed));
    }

    private long at(long time) {
        return admit(event(time, "a", Level.INFO, "text", null));
    }

    @Test
    void a_few_pass_and_the_rest_is_counted_until_the_window_ends() {
        assertThat(List.of(at(0), at(1), at(2), at(999))).containsExactly(0L, 0L, -1L, -1L);
        assertThat(List.of(at(1_000), at(1_001), at(1_002))).containsExactly(2L, 0L, -1L);
        assertThat(at(5_000)).isEqualTo(1);
        assertThat(at(9_000)).isZero();
    }

    @Test
    void a_clock_that_steps_back_holds_nothing_back_for_ever() {
        assertThat(List.of(at(5_000), at(5_000), at(5_000))).containsExactly(0L, 0L, -1L);
        assertThat(at(10)).isEqualTo(1);
    }

    @Test
    void logger_level_text_and_exception_make_the_kind() {
        at(0);
        at(0);
        assertThat(at(0)).isEqualTo(-1);
        assertThat(admit(event(0, "b", Level.INFO, "text", null))).isZero();
        assertThat(admit(event(0, "a", Level.WARN, "text", null))).isZero();
        assertThat(admit(event(0, "a", Level.INFO, "other", null))).isZero();
        assertThat(admit(event(0, "a", Level.INFO, "text", new IllegalStateException())))
                .isZero();
    }

    @Test
    void what_was_held_back_last_is_told_in_the_end() {
        for (int i = 0; i < 5; i++) {
            at(i);
        }
        List<Long> told = new ArrayList<>();
        repeats.rest((last, suppressed) -> {
            told.add(last.getTimeStamp());
            told.add(suppressed);
        });

        assertThat(told).containsExactly(4L, 2L);
    }

    @Test
    void a_thousand_kinds_are_remembered_and_no_more() {
        at(0);
        at(0);
        for (int i = 0; i < 999; i++) {
            admit(event(0, "a", Level.INFO, "kind " + i, null));
        }
        assertThat(at(0)).as("still known").isEqualTo(-1);
        for (int i = 1_000; i < 2_001; i++) {
            admit(event(0, "a", Level.INFO, "kind " + i, null));
        }
        assertThat(forgotten).as("what was held back").containsExactly("text and 0");
        assertThat(at(0)).as("forgotten").isZero();
    }

    @Test
    void lines_about_other_orders_are_other_lines() {
        for (int i = 0; i < 100; i++) {
            LoggingEvent event = new LoggingEvent(
                    "x", CONTEXT.getLogger("a"), Level.INFO, "order {} submitted", null, new Object[] {i});
            event.setTimeStamp(0);
            assertThat(admit(event)).isZero();
        }
    }

    @Test
    void a_long_text_is_never_held_back() {
        String text = "x".repeat(4_097);
        for (int i = 0; i < 10; i++) {
            assertThat(admit(event(0, "a", Level.INFO, text, null))).isZero();
        }
    }
}
