package io.mts1b.reportslibrary.html;

import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.reportslibrary.run.DecisionRow;
import io.mts1b.reportslibrary.run.DecisionRow.Objection;
import io.mts1b.reportslibrary.run.Figure;
import io.mts1b.reportslibrary.run.MonthlyReturns;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of the page are given, as JSON. Long tables are columns, so that names stand there once.
 *
 * @param info what the run was
 * @param places how many decimals amounts of its currency are shown with
 * @param seed its seed as text, because a script has no 64-bit integers
 * @param summary its figures
 * @param figures what the figures are called and mean
 * @param equity the curves
 * @param years the returns by month
 * @param weights what was held
 * @param trades the executions
 * @param flows what was bought and sold by month
 * @param gates how many orders reached and passed each gate
 * @param denials what was denied and why
 */
record ReportData(
        RunInfo info,
        int places,
        @Nullable String seed,
        RunSummary summary,
        List<FigureText> figures,
        EquityColumns equity,
        List<YearRow> years,
        WeightColumns weights,
        TradeColumns trades,
        List<Flow> flows,
        List<GateCount> gates,
        List<DenialRow> denials) {

    /** The words of a figure. */
    record FigureText(Figure name, String label, Figure.Unit unit, String explanation) {}

    /** The returns of a year, January first; null where there is none. */
    record YearRow(
            int year,
            List<@Nullable Double> months,
            @Nullable Double total) {}

    /** How many orders a gate let pass, and how many it was the first to stop. */
    record GateCount(Gate gate, int passed, int stopped) {}

    /** One objection to one order. */
    record DenialRow(
            LocalDate session,
            Instant at,
            String order,
            String instrument,
            Side side,
            String quantity,
            Gate gate,
            String code,
            String numbers) {}

    static ReportData of(RunResults results) {
        RunInfo info = results.info();
        RunSummary summary = results.summary();
        int places = info.currency().minorUnits();
        return new ReportData(
                info,
                places,
                info.seed() == null ? null : info.seed().toString(),
                summary,
                figureTexts(),
                EquityColumns.of(results.equity(), places),
                yearRows(MonthlyReturns.of(results.equity())),
                WeightColumns.of(results.weights()),
                TradeColumns.of(results.trades(), places),
                Flow.of(results.trades(), places),
                gateCounts(summary),
                denialRows(results.decisions()));
    }

    private static List<FigureText> figureTexts() {
        return Arrays.stream(Figure.values())
                .map(figure -> new FigureText(figure, figure.label(), figure.unit(), figure.explanation()))
                .toList();
    }

    private static List<YearRow> yearRows(MonthlyReturns returns) {
        List<YearRow> rows = new ArrayList<>();
        for (MonthlyReturns.YearReturns year : returns.years()) {
            List<@Nullable Double> months = new ArrayList<>();
            for (Month month : Month.values()) {
                months.add(year.months().get(month));
            }
            Double total = year.total().isEmpty() ? null : (Double) year.total().getAsDouble();
            rows.add(new YearRow(year.year(), months, total));
        }
        return rows;
    }

    private static List<GateCount> gateCounts(RunSummary summary) {
        List<GateCount> counts = new ArrayList<>();
        int left = summary.orders();
        for (Map.Entry<Gate, Integer> denials : summary.denials().entrySet()) {
            left -= denials.getValue();
            counts.add(new GateCount(denials.getKey(), left, denials.getValue()));
        }
        return counts;
    }

    private static List<DenialRow> denialRows(List<DecisionRow> decisions) {
        List<DenialRow> rows = new ArrayList<>();
        for (DecisionRow decision : decisions) {
            for (Objection objection : decision.objections()) {
                rows.add(new DenialRow(
                        decision.session(),
                        decision.decidedAt(),
                        decision.orderId().toString(),
                        decision.instrument().toString(),
                        decision.side(),
                        decision.quantity().toString(),
                        objection.gate(),
                        objection.code(),
                        objection.numbers()));
            }
        }
        return rows;
    }
}
