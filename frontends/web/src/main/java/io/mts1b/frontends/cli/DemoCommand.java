package io.mts1b.frontends.cli;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.reportslibrary.run.RunResults;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the main job. */
@Command(
        name = "demo",
        description = "Run the main job: bars, momentum, hierarchical risk parity, orders, seven gates, fills, report.")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DemoOptions options = new DemoOptions();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunResults results = options.run(new ProgressLines(console.err()));
        console.print(results.summary(), SummaryText.of(results, options.out()));
        return ExitCode.DONE;
    }
}
