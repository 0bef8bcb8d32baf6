package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of fee schedules; {@link FeeSchedules#parse} tells the form. Confined to one thread; used once. */
final class FeeScheduleText {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*");
    private static final Pattern KNOWN = Pattern.compile("(\\S+) to (\\S+)");

    private final Function<String, Optional<FeeSchedule>> library;
    private final Map<String, FeeSchedule> read = new LinkedHashMap<>();

    private String name = "";
    private String title = "";
    private String volume = "";
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable FeeCurrency currency;
    private final List<String> sources = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private Optional<ChargeText> charge = Optional.empty();

    private FeeScheduleText(Function<String, Optional<FeeSchedule>> library) {
        this.library = library;
    }

    static List<FeeSchedule> parse(String origin, String text, Function<String, Optional<FeeSchedule>> library) {
        FeeScheduleText reader = new FeeScheduleText(library);
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i <= lines.length; i++) {
            try {
                if (i == lines.length) {
                    reader.endSchedule();
                } else {
                    reader.readLine(COMMENT.matcher(lines[i]).replaceAll("").strip());
                }
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        origin + ":" + Math.min(i + 1, lines.length) + ": " + e.getMessage(), e);
            }
        }
        Require.that(!reader.read.isEmpty(), origin + ": file must hold a schedule, held none");
        return List.copyOf(reader.read.values());
    }

    private void readLine(String line) {
        if (line.isEmpty()) {
            return;
        }
        String[] words = line.split(" +", 2);
        Require.that(words.length == 2, "line must be a word and what it says, was '" + line + "'");
        if (words[0].equals("schedule")) {
            endSchedule();
            begin(words[1]);
            return;
        }
        Require.that(!name.isEmpty(), "file must begin with a schedule, began with '" + words[0] + "'");
        if (words[0].equals("charge")) {
            endCharge();
            charge = Optional.of(new ChargeText(words[1]));
        } else if (charge.isPresent()) {
            charge.get().read(words[0], words[1]);
        } else {
            readHeader(words[0], words[1]);
        }
    }

    private void begin(String text) {
        String[] words = text.split(" +", 2);
        name = words[0];
        title = words.length == 2 ? words[1] : "";
        Require.that(!title.isEmpty(), "schedule must have a name and a title, was '" + text + "'");
        Require.that(!read.containsKey(name), "schedule must come once, was " + name + " again");
    }

    private void readHeader(String header, String text) {
        switch (header) {
            case "source" -> sources.add(text);
            case "known" -> known(text);
            case "currency" -> {
                Require.that(currency == null, "currency must come once, came again");
                currency = currency(text);
            }
            case "volume" -> {
                Require.that(volume.isEmpty(), "volume must come once, came again");
                volume = text;
            }
            case "include" -> include(text);
            default ->
                throw new IllegalArgumentException("line must begin with schedule, source, known, currency, volume,"
                        + " include or charge, was '" + header + "'");
        }
    }

    private void known(String text) {
        Require.that(first == null, "known must come once, came again");
        Matcher range = KNOWN.matcher(text);
        Require.that(range.matches(), "known must be <date> to <date>, was '" + text + "'");
        first = LocalDate.parse(range.group(1));
        last = LocalDate.parse(range.group(2));
    }

    private static FeeCurrency currency(String text) {
        return switch (text) {
            case "quote" -> new FeeCurrency.Quote();
            case "received" -> new FeeCurrency.Received();
            default -> new FeeCurrency.Fixed(Currency.parse(text));
        };
    }

    private void include(String text) {
        String[] parts = text.split(", +rounding +", 2);
        String other = parts[0];
        FeeSchedule included = Optional.ofNullable(read.get(other))
                .or(() -> library.apply(other))
                .orElseThrow(() -> new IllegalArgumentException(
                        "include must name a schedule that stands before or is the house's, was " + other));
        Require.that(
                first != null && last != null && !first.isBefore(included.first()) && !last.isAfter(included.last()),
                "include must come after known and be known as long, " + other + " is from " + included.first() + " to "
                        + included.last());
        Require.that(
                included.currency().equals(currency),
                "include must come after currency and be paid in the same, was in " + included.currency());
        for (Charge each : included.charges()) {
            charges.add(parts.length == 1 ? each : each.withRounding(RateText.rounding(parts[1])));
        }
        sources.addAll(included.sources());
    }

    private void endCharge() {
        charge.ifPresent(text -> charges.add(text.charge()));
        charge = Optional.empty();
    }

    private void endSchedule() {
        if (name.isEmpty()) {
            return;
        }
        endCharge();
        read.put(
                name,
                new FeeSchedule(
                        name,
                        title,
                        sources,
                        Require.present(first, name + " must have a line 'known', had none"),
                        Require.present(last, name + " must have a line 'known', had none"),
                        Require.present(currency, name + " must have a line 'currency', had none"),
                        volume,
                        charges));
        first = null;
        last = null;
        currency = null;
        volume = "";
        name = "";
        sources.clear();
        charges.clear();
    }
}
