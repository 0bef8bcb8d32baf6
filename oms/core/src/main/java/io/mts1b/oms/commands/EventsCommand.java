package io.mts1b.oms.commands;

import io.mts1b.foundation.Require;
import io.mts1b.oms.OmsEvent;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.service.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms events}. */
@Command(name = "events", description = "Prints the events of a log, one JSON object a line.")
final class EventsCommand extends LogCommand {

    @Option(names = "--from", defaultValue = "1", description = "The number of the first event to print; 1.")
    private long from;

    @Option(names = "--limit", defaultValue = "1000", description = "How many to print; 1000.")
    private int limit;

    EventsCommand(Console console) {
        super(console);
    }

    /** An event of the log. */
    record Numbered(long number, OmsEvent event) {}

    @Override
    protected Answer answer() {
        Require.that(from > 0, "from must be positive, was " + from);
        Require.that(limit > 0, "limit must be positive, was " + limit);
        List<Numbered> events = new ArrayList<>();
        long[] number = {0};
        forEach(event -> {
            if (++number[0] >= from && events.size() < limit) {
                events.add(new Numbered(number[0], event));
            }
        });
        return Answer.done(
                events,
                events.stream()
                        .map(event -> event.number + " " + Json.write(event.event))
                        .collect(Collectors.joining("\n")));
    }
}
