package io.mts1b.oms.commands;

import io.mts1b.foundation.Require;
import io.mts1b.oms.simulation.BrokenInvariantException;
import io.mts1b.oms.simulation.Outcome;
import io.mts1b.oms.simulation.Simulation;
import io.mts1b.oms.simulation.SimulationPlan;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms soak}, also {@code mts soak}. */
@Command(
        name = "soak",
        description = "Trades in virtual time over a line that lies, with kills in between, once for each seed.")
final class SoakCommand extends AnsweringCommand {

    private static final int SHOWN = 40;
    private static final int STEP = 500;

    @Option(names = "--seeds", defaultValue = "500", description = "How many seeds; 500 if it is missing.")
    private int seeds = STEP;

    @Option(names = "--from", defaultValue = "0", description = "The first seed; 0 if it is missing.")
    private long from;

    SoakCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(
            long from,
            int seeds,
            long events,
            long fills,
            long kills,
            @Nullable Long failedSeed,
            @Nullable String broken,
            List<String> lastEvents) {}

    @Override
    protected Answer answer() {
        Require.that(seeds > 0, "seeds must be positive, was " + seeds);
        long events = 0;
        long fills = 0;
        long kills = 0;
        for (int i = 0; i < seeds; i++) {
            long seed = from + i;
            try {
                Outcome outcome = Simulation.run(seed, SimulationPlan.STANDARD);
                events += outcome.events();
                fills += outcome.fills();
                kills += outcome.processes() - 1L;
            } catch (BrokenInvariantException e) {
                return failed(seed, i, e);
            }
            if ((i + 1) % STEP == 0) {
                console().err().println((i + 1) + " of " + seeds + " seeds");
                console().err().flush();
            }
        }
        Report report = new Report(from, seeds, events, fills, kills, null, null, List.of());
        return Answer.done(
                report,
                seeds + " seeds from " + from + ": " + events + " events, " + fills + " fills, " + kills
                        + " kills; log and venue agree");
    }

    private Answer failed(long seed, int before, BrokenInvariantException e) {
        List<String> last = e
                .log()
                .subList(Math.max(0, e.log().size() - SHOWN), e.log().size())
                .stream()
                .map(event -> new String(Json.bytes(event), StandardCharsets.UTF_8))
                .toList();
        Report report = new Report(from, before, 0, 0, 0, seed, e.getMessage(), last);
        return new Answer(
                report,
                String.join("\n", last) + "\n" + e.getMessage() + "\nagain: mts soak --seeds 1 --from " + seed,
                ExitCode.FAILED);
    }
}
