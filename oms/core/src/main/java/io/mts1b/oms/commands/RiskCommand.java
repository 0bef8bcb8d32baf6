package io.mts1b.oms.commands;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.risk.HeldPortfolio;
import io.mts1b.oms.risk.RiskReport;
import io.mts1b.oms.risk.RiskTerms;
import io.mts1b.platform.service.Console;
import io.mts1b.riskengine.commands.ReturnFiles;
import io.mts1b.riskengine.portfoliorisk.Greeks;
import io.mts1b.riskengine.portfoliorisk.StressScenario;
import io.mts1b.riskengine.portfoliorisk.TailModel;
import io.mts1b.riskengine.portfoliorisk.TailRisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms risk}. */
@Command(
        name = "risk",
        description = "Tells what each fund of a log may lose in one period, and what an order would add to that.")
final class RiskCommand extends LogCommand {

    @Option(names = "--prices", required = true, description = "CSV: the date, then one column per underlying.")
    private Path prices = Path.of("");

    @Option(names = "--fund", description = "One fund alone; needed with --order if there are several.")
    private @Nullable String fund;

    @Option(names = "--order", description = "INSTRUMENT=QUANTITY of an order, negative to sell; repeatable.")
    private Map<String, String> orders = new TreeMap<>();

    @Option(names = "--shock", description = "NAME=RETURN, such as crash=-0.2, of every underlying; repeatable.")
    private Map<String, Double> shocks = new TreeMap<>();

    @Option(names = "--model", defaultValue = "historical", description = "historical, parametric or monte-carlo.")
    private String model = "";

    @Option(names = "--tail", defaultValue = "0.05", description = "Which fraction of the periods is worse.")
    private double tail;

    @Option(names = "--rate", defaultValue = "0", description = "The riskless rate per year, for options.")
    private double rate;

    @Option(names = "--seed", defaultValue = "0", description = "What the draws of monte-carlo follow from.")
    private long seed;

    @Option(names = "--draws", defaultValue = "10000", description = "How many there are.")
    private int draws;

    RiskCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(List<RiskReport> funds) {}

    @Override
    protected Answer answer() {
        RiskTerms terms =
                new RiskTerms(ReturnFiles.read(prices), TailModel.parse(model, seed, draws), tail, scenarios());
        OmsState state = new OmsState();
        forEach(state::apply);
        List<FundId> funds =
                fund == null ? state.funds().stream().map(FundConfig::fund).toList() : List.of(new FundId(fund));
        if (!orders.isEmpty() && funds.size() != 1) {
            throw new IllegalArgumentException("--fund must say whose the order is, there are " + funds);
        }
        SortedMap<InstrumentId, Decimal> wishes = new TreeMap<>();
        orders.forEach((id, quantity) -> wishes.put(InstrumentId.parse(id), Decimal.parse(quantity)));
        List<RiskReport> reports = new ArrayList<>();
        for (FundId one : funds) {
            reports.add(RiskReport.of(HeldPortfolio.of(state, one, wishes, rate), terms));
        }
        return Answer.done(new Report(reports), text(reports));
    }

    private List<StressScenario> scenarios() {
        List<StressScenario> scenarios = new ArrayList<>();
        new TreeMap<>(shocks)
                .forEach((name, move) -> scenarios.add(new StressScenario(name, new TreeMap<>(), move, 0)));
        return scenarios;
    }

    private static String text(List<RiskReport> reports) {
        StringBuilder text = new StringBuilder();
        for (RiskReport report : reports) {
            text.append(text.isEmpty() ? "" : "\n");
            text.append("fund ").append(report.fund()).append(", worth ").append(report.nav());
            text.append(" at ").append(report.at());
            line(text, "value at risk", report.tail().valueAtRisk());
            line(text, "expected shortfall", report.tail().expectedShortfall());
            report.stress().forEach((name, gain) -> line(text, "stress " + name, gain));
            TailRisk more = report.incremental();
            if (more != null) {
                line(text, "the order adds to the first", more.valueAtRisk());
                line(text, "and to the second", more.expectedShortfall());
            }
            report.greeks().forEach((id, greeks) -> text.append(line(id, greeks)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("\n  ").append(name).append(": ").append(value);
    }

    private static String line(InstrumentId id, Greeks greeks) {
        return String.format(
                Locale.ROOT,
                "%n  %-18s delta %.2f, gamma %.4f, vega %.2f, theta %.2f, rho %.2f",
                id,
                greeks.delta(),
                greeks.gamma(),
                greeks.vega(),
                greeks.theta(),
                greeks.rho());
    }
}
