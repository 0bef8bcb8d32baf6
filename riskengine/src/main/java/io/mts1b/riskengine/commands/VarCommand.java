package io.mts1b.riskengine.commands;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import io.mts1b.riskengine.portfoliorisk.FundRisk;
import io.mts1b.riskengine.portfoliorisk.ReturnHistory;
import io.mts1b.riskengine.portfoliorisk.RiskPosition;
import io.mts1b.riskengine.portfoliorisk.TailModel;
import io.mts1b.riskengine.portfoliorisk.TailRisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts riskengine var}. */
@Command(name = "var", description = "Tells what holdings may lose in one period, and what an order adds to that.")
final class VarCommand extends AnsweringCommand {

    @Option(names = "--prices", required = true, description = "CSV: the date, then one column per instrument.")
    private Path prices = Path.of("");

    @Option(names = "--holding", required = true, description = "INSTRUMENT=VALUE, negative while short; repeatable.")
    private Map<String, String> holdings = new TreeMap<>();

    @Option(names = "--order", description = "INSTRUMENT=VALUE of an order that is not held yet, negative to sell.")
    private Map<String, String> orders = new TreeMap<>();

    @Option(names = "--currency", defaultValue = "USD", description = "What the values are in; USD unless given.")
    private String currency = "";

    @Option(names = "--model", defaultValue = "historical", description = "historical, parametric or monte-carlo.")
    private String model = "";

    @Option(names = "--tail", defaultValue = "0.05", description = "Which fraction of the periods is worse.")
    private double tail;

    @Option(names = "--seed", defaultValue = "0", description = "What the draws of monte-carlo follow from.")
    private long seed;

    @Option(names = "--draws", defaultValue = "10000", description = "How many there are.")
    private int draws;

    VarCommand(Console console) {
        super(console);
    }

    /** What is printed to programs; {@code incremental} is null without an order. */
    record Report(
            String model,
            double tail,
            int periods,
            TailRisk risk,
            @Nullable TailRisk incremental) {}

    @Override
    protected Answer answer() {
        Report report = report();
        return Answer.done(report, text(report));
    }

    private Report report() {
        ReturnHistory history = ReturnFiles.read(prices);
        Currency money = Currency.parse(currency);
        TailModel chosen = TailModel.parse(model, seed, draws);
        FundRisk held = new FundRisk(money, positions(holdings));
        TailRisk risk = held.tail(history, chosen, tail);
        FundRisk after = held;
        for (RiskPosition order : positions(orders)) {
            after = after.with(order);
        }
        TailRisk more =
                orders.isEmpty() ? null : after.tail(history, chosen, tail).minus(risk);
        return new Report(model, tail, history.periods(), risk, more);
    }

    /** A value of so much is as many units at a price of one. */
    private static List<RiskPosition> positions(Map<String, String> values) {
        SortedMap<InstrumentId, Double> sorted = new TreeMap<>();
        values.forEach((id, value) ->
                sorted.put(InstrumentId.parse(id), Decimal.parse(value).toReal()));
        List<RiskPosition> positions = new ArrayList<>();
        sorted.forEach((id, value) -> positions.add(new RiskPosition(id, id, value, 1, null)));
        return positions;
    }

    private static String text(Report report) {
        String text = line("value at risk", report.risk().valueAtRisk())
                + "\n"
                + line("expected shortfall", report.risk().expectedShortfall());
        TailRisk more = report.incremental();
        return more == null
                ? text
                : text + "\n" + line("the order adds to the first", more.valueAtRisk()) + "\n"
                        + line("and to the second", more.expectedShortfall());
    }

    private static String line(String name, Money amount) {
        return name + ": " + amount;
    }
}
