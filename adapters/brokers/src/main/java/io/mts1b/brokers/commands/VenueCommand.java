package io.mts1b.brokers.commands;

import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.Require;
import io.mts1b.platform.security.EnvironmentSecrets;
import io.mts1b.platform.security.FileSecrets;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import io.mts1b.platform.security.SecretReferences;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts brokers venue --broker B}. */
@Command(
        name = "venue",
        description =
                "Serves a local venue that speaks a broker's protocol, on the loopback address, until standard input "
                        + "ends. Prints where it is.")
final class VenueCommand implements Callable<Integer> {

    private final Console console;
    private final InstantSource clock;
    private final Map<String, String> environment;

    @Option(names = "--broker", required = true, description = "kraken, coinbase, alpaca or ibkr.")
    private String broker = "";

    @Option(names = "--port", defaultValue = "0", description = "Where to listen; any free port without it.")
    private int port;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "REF",
            description = "The public half of the account's key, of ibkr its number: env:NAME or file:NAME.")
    private String key = "";

    @Option(
            names = "--secret",
            paramLabel = "REF",
            description =
                    "The private half, likewise: what the client has, too; of Coinbase an Ed25519 key, of ibkr none.")
    private @Nullable String secret;

    @Option(
            names = "--allow",
            paramLabel = "PERMISSION",
            description =
                    "What the key may do, such as withdraw-funds at Kraken or transfer at Coinbase and Alpaca; without it what it needs to trade.")
    private List<String> permissions = new ArrayList<>();

    @Option(names = "--seed", defaultValue = "1", description = "Of all chance.")
    private long seed;

    @ArgGroup(exclusive = false, heading = "%nHow it lies, in probabilities:%n")
    private Lying lying = new Lying();

    /** What goes wrong. */
    static final class Lying {

        @Option(names = "--loses-requests", description = "A request or a command never arrives.")
        private double requests;

        @Option(names = "--loses-answers", description = "It does, and its answer is lost: a 502, or nothing.")
        private double answers;

        @Option(names = "--loses-news", description = "A message of the stream is lost.")
        private double news;

        @Option(names = "--doubles-news", description = "A message of the stream comes twice.")
        private double doubles;

        @Option(names = "--disconnects", description = "The stream breaks with a message.")
        private double disconnects;

        @Option(names = "--busy", description = "A request is one too many.")
        private double busy;

        @Option(names = "--latency", description = "The shortest way of a message, such as PT0.005S.")
        private Duration latency = Duration.ofMillis(1);

        @Option(
                names = "--jitter",
                description = "How much longer it may be; more than is between messages reorders them.")
        private Duration jitter = Duration.ZERO;

        @Option(names = "--remembers", description = "How far back fills are told.")
        private Duration remembers = Duration.ofDays(365);

        private Faults faults() {
            return new Faults(
                    new Lies(requests, answers, news, doubles, latency, jitter, remembers), disconnects, busy);
        }
    }

    VenueCommand(Console console, InstantSource clock, Map<String, String> environment) {
        this.console = console;
        this.clock = clock;
        this.environment = environment;
    }

    /** What is printed to programs. */
    record Serving(String broker, URI api, URI stream) {}

    @Override
    public Integer call() {
        try (PaperVenue venue =
                PaperVenue.open(Protocol.trading(broker).paper(), options(Protocol.trading(broker)), clock)) {
            console.print(
                    new Serving(broker, venue.api(), venue.stream()),
                    "api     " + venue.api() + "\nstream  " + venue.stream());
            console.in().transferTo(OutputStream.nullOutputStream()); // Whatever is typed, only its end counts.
            return ExitCode.DONE;
        } catch (IllegalArgumentException | SecretException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return console.refuse("port " + port + " must be free, is not: " + e.getMessage());
        }
    }

    private PaperVenue.Options options(Protocol.Trading protocol) {
        Require.that(
                protocol.hasSecret() == (secret != null),
                "secret must " + (protocol.hasSecret() ? "be given" : "not be given, for the account has none"));
        SecretReferences secrets = new SecretReferences(
                Map.of("env", new EnvironmentSecrets(environment), "file", new FileSecrets(Path.of(""))));
        return new PaperVenue.Options(
                port,
                secrets.resolve(key).reveal(),
                secret == null ? Secret.of("none") : secrets.resolve(secret),
                permissions,
                lying.faults(),
                seed);
    }
}
