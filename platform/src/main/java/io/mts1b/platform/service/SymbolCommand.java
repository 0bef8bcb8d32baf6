package io.mts1b.platform.service;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Dialect;
import io.mts1b.platform.symbology.SecurityId;
import io.mts1b.platform.symbology.Symbology;
import io.mts1b.platform.symbology.Underlying;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mts platform symbol parse <text> [--venue V] [--on DATE]}. */
@Command(name = "symbol", description = "Says what a symbol means, and what others call the same.")
final class SymbolCommand implements Callable<Integer> {

    private final Console console;
    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    SymbolCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    /** What a symbol means, to programs; {@code names} are what dialects call it, by their names. */
    record Meaning(
            String canonical,
            String kind,
            @Nullable String assetClass,
            @Nullable String venue,
            Map<String, String> parts,
            Map<String, String> names) {}

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("symbol must be run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Missing subcommand: parse");
    }

    @Command(
            name = "parse",
            description = "Reads a canonical symbol, a symbol of a venue, or an ISIN, CUSIP, SEDOL, FIGI or LEI.")
    int parse(
            @Parameters(paramLabel = "<text>", description = "Such as BRK.B, XXBTZUSD or US0378331005.") String text,
            @Option(names = "--venue", paramLabel = "NAME", description = "Whose symbol it is: a dialect or a venue.")
                    @Nullable String venue,
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description = "The day it is used on, for years of one or two digits; today without it.")
                    @Nullable LocalDate on) {
        LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
        Meaning meaning;
        try {
            meaning = venue == null ? anywhere(text, day) : meaning(at(venue, text, day), null, day);
        } catch (IllegalArgumentException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        console.print(meaning, text(meaning));
        return ExitCode.DONE;
    }

    private static Contract at(String venue, String text, LocalDate on) {
        // All dialects of a venue, for BTCUSDT is one contract in one of them and another in the next.
        List<Dialect> all = Symbology.house().at(Venue.parse(venue));
        return all.size() > 1
                ? one(text, all, on, new LinkedHashMap<>())
                : Symbology.house().dialect(venue).read(text, on);
    }

    private static Meaning anywhere(String text, LocalDate on) {
        Optional<SecurityId> security = SecurityId.recognise(text);
        if (security.isPresent()) {
            return new Meaning(
                    security.get().toString(),
                    security.get().scheme().name().toLowerCase(Locale.ROOT),
                    null,
                    null,
                    Map.of("value", text),
                    Map.of());
        }
        Map<Contract, Set<String>> readings = new LinkedHashMap<>();
        try {
            readings.put(Contract.parse(text), new LinkedHashSet<>(List.of("canonical")));
        } catch (IllegalArgumentException e) {
            Optional<InstrumentId> id = id(text);
            if (id.isPresent()) {
                return meaning(Contract.of(id.get()), id.get().venue().code(), on);
            }
        }
        return meaning(one(text, Symbology.house().dialects(), on, readings), null, on);
    }

    /** A canonical symbol at a venue, as long as it is no canonical symbol as a whole, as BRK.B is. */
    private static Optional<InstrumentId> id(String text) {
        try {
            InstrumentId id = InstrumentId.parse(text);
            return Optional.of(Contract.of(id).at(id.venue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Contract one(
            String text, List<Dialect> dialects, LocalDate on, Map<Contract, Set<String>> readings) {
        for (Dialect dialect : dialects) {
            read(dialect, text, on)
                    .ifPresent(contract -> readings.computeIfAbsent(contract, _ -> new LinkedHashSet<>())
                            .add(dialect.name()));
        }
        Require.that(
                !readings.isEmpty(),
                "symbol must be canonical, such as BRK.B, BTC-USDT-PERP or AAPL.XNAS, an identifier such as an ISIN, or be"
                        + " of one of " + dialects + " (--venue says why not), was " + Quoted.of(text));
        Require.that(
                readings.size() == 1,
                "symbol must have one reading, " + Quoted.of(text) + " has "
                        + readings.entrySet().stream()
                                .map(reading -> reading.getKey() + " (" + String.join(", ", reading.getValue()) + ")")
                                .collect(Collectors.joining(" and "))
                        + ": say --venue");
        return readings.keySet().iterator().next();
    }

    private static Optional<Contract> read(Dialect dialect, String text, LocalDate on) {
        try {
            return Optional.of(dialect.read(text, on));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Meaning meaning(Contract contract, @Nullable String venue, LocalDate on) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Dialect dialect : Symbology.house().dialects()) {
            dialect.find(contract, on).ifPresent(name -> names.put(dialect.name(), name));
        }
        return new Meaning(
                contract.toString(),
                contract.kind().name().toLowerCase(Locale.ROOT),
                contract.assetClass().name().toLowerCase(Locale.ROOT),
                venue,
                parts(contract),
                Collections.unmodifiableMap(names));
    }

    private static Map<String, String> parts(Contract contract) {
        Map<String, String> parts = new LinkedHashMap<>();
        switch (contract) {
            case Contract.Share share -> {
                parts.put("root", share.root());
                if (share.shareClass() != null) {
                    parts.put("class", share.shareClass());
                }
            }
            case Contract.Spot spot -> {
                parts.put("base", spot.base().code());
                parts.put("quote", spot.quote().code());
            }
            case Contract.Perpetual perpetual -> underlying(parts, perpetual.underlying());
            case Contract.MonthFuture future -> {
                underlying(parts, future.root());
                parts.put("month", future.month().toString());
            }
            case Contract.DatedFuture future -> {
                underlying(parts, future.underlying());
                parts.put("expiry", future.expiry().toString());
            }
            case Contract.Option option -> {
                underlying(parts, option.underlying());
                parts.put("expiry", option.expiry().toString());
                parts.put("strike", option.strike().toString());
                parts.put("right", option.right().name().toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    private static void underlying(Map<String, String> parts, Underlying underlying) {
        switch (underlying) {
            case Underlying.Root root -> parts.put("root", root.code());
            case Underlying.Pair pair -> {
                parts.put("base", pair.base().code());
                parts.put("quote", pair.quote().code());
                parts.put("settlement", pair.settlement().code());
            }
        }
    }

    private static String text(Meaning meaning) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("canonical", meaning.canonical());
        lines.put("kind", meaning.kind());
        if (meaning.venue() != null) {
            lines.put("venue", meaning.venue());
        }
        lines.putAll(meaning.parts());
        meaning.names().forEach(lines::put);
        return lines.entrySet().stream()
                .map(line -> String.format(Locale.ROOT, "%-15s  %s", line.getKey(), line.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
