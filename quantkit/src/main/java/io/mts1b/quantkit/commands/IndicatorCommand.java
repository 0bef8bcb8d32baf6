package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.indicators.BarField;
import io.mts1b.quantkit.indicators.Bars;
import io.mts1b.quantkit.indicators.Indicator;
import io.mts1b.quantkit.indicators.Indicators;
import io.mts1b.quantkit.indicators.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts quantkit indicator}. */
@Command(name = "indicator", description = "Says what a technical indicator says, bar by bar.")
final class IndicatorCommand extends QuantkitCommand {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Such as ema, macd, bb.")
    private @Nullable String name;

    @Option(
            names = "--bars",
            description = "CSV: date or moment with zone, then any of open, high, low, close, volume.")
    private @Nullable Path bars;

    @Option(names = "--benchmark", description = "CSV: the date and the price to compare with.")
    private @Nullable Path benchmark;

    @Option(names = "--param", split = ",", description = "A choice, such as period=20; may come again.")
    private Map<String, String> chosen = new LinkedHashMap<>();

    @Option(names = "--list", description = "Lists all indicators, or says more of the one named.")
    private boolean list;

    IndicatorCommand(Console console) {
        super(console);
    }

    /** What may be chosen. */
    record Choice(String name, String usual, String rule) {}

    /** One indicator in the list. */
    record Entry(
            String name,
            String title,
            List<String> aliases,
            List<String> reads,
            List<Choice> parameters,
            List<String> outputs,
            List<Integer> warmup) {

        static Entry of(Indicator one) {
            return new Entry(
                    one.name(),
                    one.title(),
                    one.aliases(),
                    one.reads(one.standard()).stream().map(BarFile::text).toList(),
                    one.parameters().stream()
                            .map(choice -> new Choice(choice.name(), choice.usual(), choice.rule()))
                            .toList(),
                    one.outputs(),
                    one.warmup(one.standard()));
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %-42s %s -> %s",
                    name,
                    title,
                    parameters.stream()
                            .map(choice -> choice.name() + "=" + choice.usual())
                            .collect(Collectors.joining(" ")),
                    String.join(" ", outputs));
        }
    }

    @Override
    protected Answer answer() {
        if (list) {
            List<Entry> all = (name == null ? Indicators.all().values() : List.of(Indicators.require(name)))
                    .stream().map(Entry::of).toList();
            return Answer.done(all, all.stream().map(Entry::text).collect(Collectors.joining("\n")));
        }
        if (name == null || bars == null) {
            throw new IllegalArgumentException("indicator must have a name and --bars, or --list");
        }
        Indicator indicator = Indicators.require(name);
        Settings settings = indicator.settings(chosen);
        BarFile file = BarFile.read(bars);
        Bars read = read(file, indicator, settings);
        return rows(file.times(), indicator.outputs(), indicator.columns(read, settings));
    }

    private Bars read(BarFile file, Indicator indicator, Settings settings) {
        List<BarField> reads = indicator.reads(settings);
        for (BarField field : reads) {
            if (field != BarField.BENCHMARK && !file.has(field)) {
                throw new IllegalArgumentException("bars must have a column " + BarFile.text(field) + " for "
                        + indicator.name() + ", had " + file.columns());
            }
        }
        if (!reads.contains(BarField.BENCHMARK)) {
            return file.bars();
        }
        if (benchmark == null) {
            throw new IllegalArgumentException("benchmark must be given for " + indicator.name());
        }
        return file.bars().against(BarFile.read(benchmark).alignedWith(file));
    }

    /** Writes rows as people and as programs read them; names of outputs are plain, and numbers are finite or NaN. */
    private static Answer rows(List<String> times, List<String> outputs, double[][] columns) {
        StringJoiner json = new StringJoiner(",", "[", "]");
        StringJoiner text = new StringJoiner("\n");
        StringBuilder head = new StringBuilder("date")
                .repeat(
                        ' ',
                        Math.max(times.stream().mapToInt(String::length).max().orElse(0) - 4, 0));
        outputs.forEach(output -> head.append(String.format(Locale.ROOT, " %16s", output)));
        text.add(head);
        for (int t = 0; t < times.size(); t++) {
            StringBuilder row = new StringBuilder("{\"date\":\"" + times.get(t) + "\"");
            StringBuilder line = new StringBuilder(times.get(t));
            for (int k = 0; k < columns.length; k++) {
                double value = columns[k][t];
                boolean known = !Double.isNaN(value);
                row.append(",\"").append(outputs.get(k)).append("\":").append(known ? Double.toString(value) : "null");
                line.append(String.format(Locale.ROOT, " %16s", known ? number(value) : ""));
            }
            json.add(row.append('}'));
            text.add(line.toString().stripTrailing());
        }
        return Answer.done(new Written(json.toString()), text.toString());
    }
}
