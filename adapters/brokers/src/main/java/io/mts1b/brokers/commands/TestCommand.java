package io.mts1b.brokers.commands;

import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.BrokersSection;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpSection;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts brokers test --broker B}. */
@Command(
        name = "test",
        description =
                "Looks whether an account can be traded, by six checks, and sends no order. Without a configuration it "
                        + "looks at a venue on paper, in this process.")
final class TestCommand extends AnsweringCommand {

    private static final int DETAIL = 24;

    private final InstantSource clock;
    private final Map<String, String> environment;

    @Option(names = "--broker", required = true, description = "kraken, coinbase, alpaca or ibkr.")
    private String broker = "";

    @Option(names = "--url", paramLabel = "URL", description = "Where requests go, instead of where they usually do.")
    private @Nullable URI url;

    @Option(
            names = "--pair",
            paramLabel = "INSTRUMENT",
            description = "Whose book is looked at; without it the first that the venue on paper has.")
    private @Nullable String pair;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration, in YAML.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of it, such as brokers.kraken.mode=live or brokers.kraken.key=env:KRAKEN_KEY.")
    private List<String> arguments = new ArrayList<>();

    TestCommand(Console console, InstantSource clock, Map<String, String> environment) {
        super(console);
        this.clock = clock;
        this.environment = environment;
    }

    /** What is printed to programs. */
    record Tested(String broker, String mode, boolean passed, List<Check> checks) {}

    @Override
    protected Answer answer() {
        Protocol.Trading protocol = Protocol.trading(broker);
        Configuration configuration = configuration();
        BrokerSettings settings = protocol.settings(configuration.section(BrokersSettings.class));
        if (url != null) {
            settings = settings.at(url, null);
        }
        Host host = Host.open(configuration.section(HttpSettings.class), clock);
        try (HttpClients _ = host.clients()) {
            InstrumentId looked = pair == null ? protocol.paper().listings().firstKey() : InstrumentId.parse(pair);
            List<Check> checks = protocol.check(settings, host, looked);
            boolean passed = checks.stream().allMatch(Check::passed);
            Tested tested = new Tested(broker, word(settings.mode()), passed, checks);
            return new Answer(tested, text(tested), passed ? ExitCode.DONE : ExitCode.FAILED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration configuration() {
        try {
            return Configuration.load(
                    List.of(new HttpSection(), new BrokersSection()),
                    ConfigurationSources.of(Optional.ofNullable(file), environment, arguments));
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String word(BrokerMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Tested tested) {
        Stream<String> rows = tested.checks().stream()
                .map(check -> row((check.passed() ? "passed  " : "FAILED  ") + check.name(), DETAIL, check.detail()));
        String end =
                tested.broker() + ", " + tested.mode() + ": " + (tested.passed() ? "all passed" : "not all passed");
        return Stream.concat(rows, Stream.of(end)).collect(Collectors.joining("\n"));
    }
}
