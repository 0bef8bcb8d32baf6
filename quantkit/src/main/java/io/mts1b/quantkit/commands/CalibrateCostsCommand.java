package io.mts1b.quantkit.commands;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.costmodels.calibration.CostCalibration;
import io.mts1b.quantkit.costmodels.calibration.Estimate;
import io.mts1b.quantkit.costmodels.calibration.FeeMatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit calibrate-costs}. */
@Command(
        name = "calibrate-costs",
        description =
                "Estimates spread capture and impact from fills, and finds the fee schedule that explains their fees.")
final class CalibrateCostsCommand extends QuantkitCommand {

    @Option(
            names = "--fills",
            required = true,
            description =
                    "Columns side, quantity, price, mid and spread on arrival, volume and volatility of one period,"
                            + " and order if orders have several fills; for fees also date and fee, and currency, base, liquidity,"
                            + " multiplier, before and symbol where they matter.")
    private Path fills = Path.of("");

    @Option(names = "--exponent", defaultValue = "0.5", description = "0.5, or free to estimate it.")
    private String exponent = "";

    @Option(names = "--confidence", defaultValue = "0.95", description = "Of the intervals.")
    private double confidence;

    @Option(
            names = "--schedules",
            defaultValue = "all",
            description = "Which fee schedules may explain the fees: names set apart by commas, or all.")
    private String schedules = "";

    @Option(names = "--schedule-file", description = "Schedules of your own, in the form of the house's.")
    private @Nullable Path file;

    @Option(names = "--beyond-known", description = "Use the nearest known rates on days without known ones.")
    private boolean extended;

    CalibrateCostsCommand(Console console) {
        super(console);
    }

    /** A number and how sure it is. */
    record Estimated(double estimate, double standardError, double lower, double upper) {}

    /** A schedule that was compared: differences of each fill, or why there are none. */
    record Match(
            String schedule,
            long explained,
            @Nullable Double totalUnexplained,
            List<Double> unexplained,
            @Nullable String refused) {}

    /** What is printed to programs; what the columns do not tell is missing. */
    record Report(
            int fills,
            @Nullable Integer orders,
            @Nullable Estimated spreadCapture,
            @Nullable Estimated impactCoefficient,
            @Nullable Estimated exponent,
            @Nullable Double residual,
            double confidence,
            @Nullable List<Match> fees) {}

    @Override
    protected Answer answer() {
        if (!List.of("0.5", "free").contains(exponent)) {
            throw new IllegalArgumentException("exponent must be 0.5 or free, was " + exponent);
        }
        FillTable table = FillTable.read(fills);
        if (!table.has("mid") && !table.has("fee")) {
            throw new IllegalArgumentException("fills must have a column mid or a column fee, had neither");
        }
        @Nullable CostCalibration costs = table.has("mid") ? calibrate(table) : null;
        @Nullable List<FeeMatch> fees = table.has("fee")
                ? FeeMatch.ranked(ScheduleFiles.read(file, extended).named(schedules), table.charged())
                : null;
        Report report = new Report(
                table.size(),
                costs == null ? null : costs.fills(),
                costs == null ? null : estimated(costs.spreadCapture()),
                costs == null ? null : estimated(costs.impact()),
                costs == null ? null : estimated(costs.exponent()),
                costs == null ? null : costs.residual(),
                confidence,
                fees == null
                        ? null
                        : fees.stream().map(CalibrateCostsCommand::match).toList());
        return Answer.done(report, text(report));
    }

    private CostCalibration calibrate(FillTable table) {
        return exponent.equals("free")
                ? CostCalibration.power(table.costs())
                : CostCalibration.squareRoot(table.costs());
    }

    private Estimated estimated(Estimate estimate) {
        return new Estimated(
                estimate.value(), estimate.standardError(), estimate.lower(confidence), estimate.upper(confidence));
    }

    private static Match match(FeeMatch match) {
        return new Match(
                match.schedule().name(),
                match.explained(),
                match.total().map(total -> total.amount().toReal()).orElse(null),
                match.unexplained().stream()
                        .map(Money::amount)
                        .map(amount -> amount.toReal())
                        .toList(),
                match.refused().orElse(null));
    }

    private static String text(Report report) {
        List<String> rows = new ArrayList<>();
        rows.add(row("fills", report.fills));
        add(rows, "spread capture", report.spreadCapture);
        add(rows, "impact coefficient", report.impactCoefficient);
        add(rows, "exponent", report.exponent);
        if (report.fees != null) {
            for (Match match : report.fees) {
                rows.add(match.schedule + ": " + text(match, report.fills));
            }
        }
        return String.join("\n", rows);
    }

    private static String text(Match match, int fills) {
        if (match.refused != null) {
            return "does not apply: " + match.refused;
        }
        String left = match.totalUnexplained == null ? "several currencies" : number(match.totalUnexplained);
        return "explains " + match.explained + " of " + fills + " fills, leaves " + left;
    }

    private static void add(List<String> rows, String name, @Nullable Estimated estimated) {
        if (estimated != null) {
            rows.add(row(name, estimated.estimate) + " in " + number(estimated.lower) + " to "
                    + number(estimated.upper));
        }
    }
}
