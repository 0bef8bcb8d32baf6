package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.covariance.PsdRepair;
import io.mts1b.quantkit.covariance.ShrunkCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit covariance}. */
@Command(name = "covariance", description = "Estimates how assets move together, per year.")
final class CovarianceCommand extends QuantkitCommand {

    @Option(names = "--method", required = true, description = "Such as sample, exp, oas.")
    private String method = "";

    @Option(names = "--prices", required = true, description = "CSV: the date, then one column per asset.")
    private Path prices = Path.of("");

    @Option(names = "--tail", defaultValue = "0", description = "Only the last returns.")
    private int tail;

    @Option(names = "--frequency", defaultValue = "252", description = "How many periods make a year.")
    private double frequency;

    CovarianceCommand(Console console) {
        super(console);
    }

    /** What is printed to programs; the repair is how far the matrix is from an estimate that was not semidefinite. */
    record Report(List<String> labels, List<List<Double>> matrix, double delta, double repair) {}

    @Override
    protected Answer answer() {
        PriceTable table = PriceTable.read(prices);
        ShrunkCovariance found = Estimates.covariance(method, table.returns(tail), new PeriodsPerYear(frequency));
        PsdRepair repaired = PsdRepair.clipped(found.covariance());
        List<List<Double>> rows = rows(repaired.matrix());
        String text = rows.stream()
                .map(row -> row.stream().map(QuantkitCommand::number).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return Answer.done(
                new Report(table.assets(), rows, found.intensity(), repaired.distance()),
                String.join(" ", table.assets()) + "\n" + text);
    }

    static List<List<Double>> rows(SymmetricMatrix matrix) {
        return Arrays.stream(matrix.toArray())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
