package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.indicators.BarField;
import io.mts1b.quantkit.indicators.Bars;
import io.mts1b.quantkit.indicators.Indicator;
import io.mts1b.quantkit.indicators.Indicators;
import io.mts1b.quantkit.indicators.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
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

    @Option(names = "--bars", description = "CSV: date, then any of open, high, low, close, volume.")
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
                    one.reads(one.standard()).stream()
                            .map(IndicatorCommand::text)
                            .toList(),
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
    Answer answer() {
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
        PriceTable table = PriceTable.read(bars);
        Bars read = read(table, indicator, settings);
        return rows(read, indicator.outputs(), indicator.columns(read, settings));
    }

    private Bars read(PriceTable table, Indicator indicator, Settings settings) {
        for (BarField field : indicator.reads(settings)) {
            if (field != BarField.BENCHMARK && place(table, text(field)) < 0) {
                throw new IllegalArgumentException("bars must have a column " + text(field) + " for " + indicator.name()
                        + ", had " + table.assets());
            }
        }
        Bars found = Bars.of(
                table.dates(),
                column(table, BarField.OPEN),
                column(table, BarField.HIGH),
                column(table, BarField.LOW),
                column(table, BarField.CLOSE),
                column(table, BarField.VOLUME));
        if (!indicator.reads(settings).contains(BarField.BENCHMARK)) {
            return found;
        }
        if (benchmark == null) {
            throw new IllegalArgumentException("benchmark must be given for " + indicator.name());
        }
        return found.against(aligned(PriceTable.read(benchmark), table));
    }

    private static String text(BarField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static int place(PriceTable table, String column) {
        return table.assets().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList()
                .indexOf(column);
    }

    private static double[] column(PriceTable table, BarField field) {
        int place = place(table, text(field));
        return place < 0 ? table.dates().stream().mapToDouble(_ -> Double.NaN).toArray() : table.column(place);
    }

    /** Returns the closes of the benchmark, or its first column, on the dates of the bars. */
    private static double[] aligned(PriceTable benchmark, PriceTable table) {
        double[] prices = benchmark.column(Math.max(place(benchmark, "close"), 0));
        Map<LocalDate, Integer> places = new LinkedHashMap<>();
        for (int t = 0; t < prices.length; t++) {
            places.put(benchmark.dates().get(t), t);
        }
        return table.dates().stream()
                .mapToDouble(date -> {
                    Integer place = places.get(date);
                    return place == null ? Double.NaN : prices[place];
                })
                .toArray();
    }

    /** Writes rows as people and as programs read them; names of outputs are plain, and numbers are finite or NaN. */
    private static Answer rows(Bars bars, List<String> outputs, double[][] columns) {
        StringJoiner json = new StringJoiner(",", "[", "]");
        StringJoiner text = new StringJoiner("\n");
        StringBuilder head = new StringBuilder("date      ");
        outputs.forEach(output -> head.append(String.format(Locale.ROOT, " %16s", output)));
        text.add(head);
        for (int t = 0; t < bars.size(); t++) {
            StringBuilder row = new StringBuilder("{\"date\":\"" + bars.dates().get(t) + "\"");
            StringBuilder line = new StringBuilder(bars.dates().get(t).toString());
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
