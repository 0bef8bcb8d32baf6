package io.mts1b.oms.commands;

import io.mts1b.foundation.Require;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.service.Console;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms replay}. */
@Command(name = "replay", description = "Rebuilds the state from a log, and prints its hash.")
final class ReplayCommand extends LogCommand {

    @Option(names = "--until", description = "The number of the last event to take; all if it is missing.")
    private @Nullable Long until;

    ReplayCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(long events, String hash, SortedMap<String, Integer> orders, SortedMap<String, String> doubts) {}

    @Override
    protected Answer answer() {
        long last = until == null ? Long.MAX_VALUE : until;
        Require.that(last >= 0, "until must not be negative, was " + last);
        return withState(state -> report(state, last));
    }

    private Answer report(OmsState state, long last) {
        long[] taken = {0};
        forEach(event -> {
            if (taken[0] < last) {
                state.apply(event);
                taken[0]++;
            }
        });
        SortedMap<String, Integer> orders = new TreeMap<>();
        state.forEachOrder(order -> orders.merge(order.status().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        Report report = new Report(taken[0], state.hash(), orders, Doubts.of(state));
        return Answer.done(
                report,
                row("events", 10, String.valueOf(report.events)) + "\n" + row("orders", 10, orders.toString()) + "\n"
                        + row("hash", 10, report.hash));
    }
}
