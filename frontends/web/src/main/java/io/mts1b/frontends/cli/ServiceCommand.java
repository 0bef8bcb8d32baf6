package io.mts1b.frontends.cli;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.logging.Logging;
import io.mts1b.platform.logging.LoggingSettings;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.platform.service.Prompt;
import io.mts1b.platform.service.ServiceHost;
import io.mts1b.platform.service.ServiceProvider;
import io.mts1b.platform.service.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs services in this process, until it is told to end. */
@Command(
        name = "service",
        description = "Run services in this process until it is stopped; they are ready when their pages are printed.")
final class ServiceCommand implements Callable<Integer> {

    private static final Duration TIME_TO_DRAIN = Duration.ofSeconds(20);

    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "The services; --list says which there are.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "List the services.")
    private boolean list;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder of all services of this machine; default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(names = "--file", paramLabel = "FILE", description = "The YAML file of the configuration.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of the configuration, such as bus.servers=nats://localhost:4222.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--until-eof",
            description = "Stop when standard input ends, as it does when a parent process dies.")
    private boolean untilEof;

    @Option(
            names = "--yes",
            paramLabel = "WORDS",
            description =
                    "What is typed where somebody is asked, such as 'live kraken'; one for each question, in order.")
    private List<String> answers = new ArrayList<>();

    ServiceCommand(Console console) {
        this.console = console;
    }

    /** A service that there is. */
    record Listed(String name, List<String> needs, String description) {}

    /** What is printed when the services are ready. */
    record Up(List<String> services, String pages) {}

    @Override
    public Integer call() throws Exception {
        List<ServiceProvider> installed = Services.installed();
        if (list) {
            return list(installed);
        }
        List<String> known = installed.stream().map(ServiceProvider::name).toList();
        if (names.isEmpty() || !known.containsAll(names)) {
            return console.refuse("NAME must be of " + String.join(", ", known) + ", was "
                    + (names.isEmpty() ? "not given" : String.join(", ", names)));
        }
        Configuration configuration = Configuration.load(
                Configuration.installedSections(),
                ConfigurationSources.of(
                        Optional.ofNullable(file), ConfigurationSources.environmentOfProcess(), settings));
        try (Logging _ = Logging.start(configuration.section(LoggingSettings.class), Redaction.standard())) {
            return run(
                    installed.stream()
                            .filter(service -> names.contains(service.name()))
                            .toList(),
                    configuration);
        }
    }

    /** A service that is started again without anybody there has its answers beforehand. */
    private Prompt prompt() {
        Deque<String> beforehand = new ArrayDeque<>(answers);
        return question -> beforehand.isEmpty() ? console.ask(question) : beforehand.remove();
    }

    private int list(List<ServiceProvider> installed) {
        List<Listed> all = installed.stream()
                .map(one -> new Listed(one.name(), one.needs(), one.description()))
                .toList();
        int width = all.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        console.print(
                all,
                all.stream()
                        .map(one ->
                                one.name() + " ".repeat(width + 2 - one.name().length()) + one.description())
                        .collect(Collectors.joining("\n")));
        return ExitCode.DONE;
    }

    private int run(List<ServiceProvider> services, Configuration configuration) throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped), "stop"));
        try {
            ServiceHost host = ServiceHost.start(
                    names.size() == 1 ? names.getFirst() : "mts", services, data, configuration, prompt());
            String pages = host.monitoring().toString();
            console.print(
                    new Up(host.services(), pages),
                    String.join(", ", host.services()) + " ready, watched at " + pages + " ; stop with Ctrl-C.");
            if (untilEof) {
                Thread.ofVirtual().start(() -> awaitEof(stop));
            }
            stop.await();
            host.drain(TIME_TO_DRAIN);
            return ExitCode.DONE;
        } finally {
            stopped.countDown();
        }
    }

    /** Asks the services to stop when the process is told to end, and lets it end when they have. */
    private static void await(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEof(CountDownLatch stop) {
        try {
            while (console.in().read() >= 0) {
                // What is said is of no concern, only that somebody is there.
            }
        } catch (IOException e) {
            // As good as an end.
        }
        stop.countDown();
    }
}
