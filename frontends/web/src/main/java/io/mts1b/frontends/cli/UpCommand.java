package io.mts1b.frontends.cli;

import io.mts1b.frontends.demo.RefusedRunException;
import io.mts1b.frontends.up.ReportServer;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything there is in one process, and shows it on a page. */
@Command(name = "up", description = "Run the house in one process, and show the report of the main job on a page.")
final class UpCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DemoOptions options = new DemoOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where the page is, on this machine only; default: ${DEFAULT-VALUE}; 0 for any free port.")
    private int port = 8080;

    UpCommand(Console console) {
        this.console = console;
    }

    /** What is printed for programs when the page is up. */
    record Up(String page) {}

    @Override
    public Integer call() throws InterruptedException {
        try (ReportServer server = listen()) {
            String page = server.address().toString();
            console.print(new Up(page), "The page is " + page + " ; stop with Ctrl-C.");
            options.run(new ProgressLines(console.err()));
            // The process ends by a signal; until then the page stands.
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        }
    }

    private ReportServer listen() {
        try {
            return ReportServer.start(options.out(), port);
        } catch (IllegalArgumentException | IOException e) {
            throw new RefusedRunException("cannot listen on port " + port + ": " + e.getMessage());
        }
    }
}
