package io.mts1b.brokers.commands;

import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts brokers decode --broker B --message KIND FILE}. */
@Command(name = "decode", description = "Reads a message of a venue, and says what it means to us.")
final class DecodeCommand extends AnsweringCommand {

    /** More than any kind of message may have; the reader refuses more exactly. */
    private static final int LONGEST = 64 << 20;

    private final InstantSource clock;

    @Option(names = "--broker", required = true, description = "kraken, coinbase, alpaca, ibkr or fix.")
    private String broker = "";

    @Option(
            names = "--message",
            required = true,
            paramLabel = "KIND",
            description = "Where it comes from, such as open-orders or ws; a wrong one lists all.")
    private String message = "";

    @Option(
            names = "--received",
            paramLabel = "TIME",
            description = "When it came, for messages without a time; now without it.")
    private @Nullable Instant received;

    @Parameters(paramLabel = "FILE", description = "The message, to the byte.")
    private Path file = Path.of("");

    DecodeCommand(Console console, InstantSource clock) {
        super(console);
        this.clock = clock;
    }

    @Override
    protected Answer answer() {
        Protocol protocol = Protocol.of(broker);
        try {
            Decoded decoded = protocol.decode(message, bytes(), received == null ? clock.instant() : received);
            return Answer.done(decoded, decoded.text());
        } catch (JsonException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
