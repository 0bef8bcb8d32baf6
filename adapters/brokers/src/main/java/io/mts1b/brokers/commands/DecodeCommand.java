package io.mts1b.brokers.commands;

import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.fix.FixDecoder;
import io.mts1b.brokers.kraken.KrakenMessage;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.kraken.MessageKind;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Option(names = "--broker", required = true, description = "fix or kraken.")
    private String broker = "";

    @Option(
            names = "--message",
            required = true,
            paramLabel = "KIND",
            description =
                    "Where it comes from, such as open-orders or ws, or the version of FIX; a wrong one lists all.")
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

    /**
     * What a message says; what its kind does not have is empty.
     *
     * @param says which of the messages it is, such as {@code orders}, {@code fills}, {@code news} or {@code refused}
     */
    record Decoded(
            String broker,
            String message,
            String says,
            List<VenueOrder> orders,
            List<VenueFill> fills,
            List<VenueMessage> news,
            SortedMap<Currency, Decimal> balances,
            List<KrakenMessage.Part> parts,
            List<String> errors,
            SortedMap<String, String> facts) {}

    @Override
    protected Answer answer() {
        if (broker.equals("fix")) {
            return fix();
        }
        Require.that(broker.equals("kraken"), "broker must be fix or kraken, was '" + broker + "'");
        MessageKind kind = MessageKind.parse(message);
        try {
            Decoded decoded =
                    decoded(kind.read(bytes(), received == null ? clock.instant() : received, KrakenSymbols.house()));
            return Answer.done(decoded, text(decoded));
        } catch (JsonException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private Answer fix() {
        try {
            FixDecoder.Decoded said = FixDecoder.decode(bytes(), message);
            Decoded decoded = new Decoded(
                    broker,
                    message,
                    said.says(),
                    said.orders(),
                    List.of(),
                    said.news(),
                    new TreeMap<>(),
                    List.of(),
                    List.of(),
                    said.facts());
            return Answer.done(decoded, text(decoded));
        } catch (IllegalArgumentException e) {
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

    private Decoded decoded(KrakenMessage said) {
        String says = said.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        SortedMap<String, String> facts = new TreeMap<>();
        List<VenueOrder> orders = List.of();
        List<VenueFill> fills = List.of();
        List<VenueMessage> news = List.of();
        SortedMap<Currency, Decimal> balances = new TreeMap<>();
        List<KrakenMessage.Part> parts = List.of();
        List<String> errors = List.of();
        switch (said) {
            case KrakenMessage.Refused refused -> errors = refused.errors();
            case KrakenMessage.Orders some -> {
                orders = some.orders();
                fact(facts, "count", some.count());
            }
            case KrakenMessage.Fills some -> {
                fills = some.fills();
                fact(facts, "count", some.count());
            }
            case KrakenMessage.Balances some -> balances = some.amounts();
            case KrakenMessage.Answer answer -> {
                parts = answer.parts();
                errors = answer.error() == null ? List.of() : List.of(answer.error());
                fact(facts, "method", answer.method());
                fact(facts, "request", answer.request());
                fact(facts, "at", answer.at());
            }
            case KrakenMessage.News some -> {
                news = some.messages();
                fact(facts, "sequence", some.sequence());
                fact(facts, "snapshot", some.snapshot());
                fact(facts, "amended", some.amended().isEmpty() ? null : some.amended());
            }
            case KrakenMessage.Token token -> fact(facts, "seconds", token.seconds());
            case KrakenMessage.ServerTime time -> fact(facts, "at", time.at());
            case KrakenMessage.KeyInfo key -> fact(facts, "permissions", String.join(" ", key.permissions()));
            case KrakenMessage.Alive alive -> fact(facts, "what", alive.what());
        }
        return new Decoded(broker, message, says, orders, fills, news, balances, parts, errors, facts);
    }

    private static void fact(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private static String text(Decoded decoded) {
        Stream<Object> rows = Stream.of(
                        decoded.orders(), decoded.fills(), decoded.news(), decoded.parts(), decoded.errors())
                .flatMap(List::stream);
        Stream<Object> named = Stream.concat(
                decoded.facts().entrySet().stream().map(fact -> fact.getKey() + "  " + fact.getValue()),
                decoded.balances().entrySet().stream().map(row -> row.getKey() + "  " + row.getValue()));
        return Stream.of(Stream.<Object>of(decoded.says()), named, rows)
                .flatMap(stream -> stream)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
