package io.mts1b.platform.service;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusException;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.NatsNetwork;
import io.mts1b.platform.bus.NatsOptions;
import io.mts1b.platform.bus.StreamLog;
import io.mts1b.platform.bus.SubjectPattern;
import io.mts1b.platform.journal.JournalException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mts platform bus tail <pattern>} and {@code mts platform bus log <directory> <stream>}. */
@Command(name = "bus", description = "Listens to the bus.")
final class BusCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    BusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("bus must be run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Missing subcommand: tail or log");
    }

    @Command(name = "tail", description = "Prints what is published on a NATS server from now on, a line of JSON each.")
    int tail(
            @Parameters(paramLabel = "<pattern>", defaultValue = "mts.>", description = "Such as 'mts.v1.oms.>'.")
                    String pattern,
            @Option(
                            names = "--server",
                            defaultValue = "nats://localhost:4222",
                            description = "The address of the server.")
                    String server,
            @Option(names = "--creds", description = "A credentials file.") @Nullable Path credentials,
            @Option(names = "--count", description = "How many events to print.") @Nullable Long count)
            throws InterruptedException {
        NatsOptions anonymous = NatsOptions.of(server);
        NatsOptions options =
                credentials == null ? anonymous : anonymous.withLogin(new NatsOptions.Login.Credentials(credentials));
        LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        try (BusNetwork network = NatsNetwork.open(options);
                Bus bus = network.connect("platform")) {
            bus.tap(SubjectPattern.parse(pattern), lines::add);
            console.err().print("listening to " + pattern + " on " + server + "\n");
            console.err().flush();
            for (long left = count == null ? Long.MAX_VALUE : count; left > 0; left--) {
                print(lines.take());
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | BusException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    @Command(name = "log", description = "Prints what a stream of one process has kept, a line of JSON each.")
    int log(
            @Parameters(paramLabel = "<directory>", description = "The directory of the bus.") Path directory,
            @Parameters(paramLabel = "<stream>", description = "The name of the stream.") String stream,
            @Option(names = "--from", defaultValue = "1", description = "The first event to print.") long from) {
        try (StreamLog log = StreamLog.open(directory, stream, from)) {
            while (log.next()) {
                print(log.event());
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | JournalException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    /** For people and programs alike: an event is JSON already. */
    private void print(String line) {
        console.out().print(line + "\n");
        console.out().flush();
    }
}
