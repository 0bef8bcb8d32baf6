package io.mts1b.frontends.cli;

import io.mts1b.foundation.risk.Gate;
import io.mts1b.reportslibrary.run.Figure;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a run as a table for people. */
final class SummaryText {

    private static final int LABEL_WIDTH = 26;

    private SummaryText() {}

    static String of(RunResults results, Path out) {
        RunSummary summary = results.summary();
        List<String> lines = new ArrayList<>();
        lines.add(results.info().title() + (summary.simulated() ? "  [SIMULATED DATA]" : ""));
        lines.add(row(
                "Sessions",
                summary.sessions() + ", " + results.info().start() + " to "
                        + results.info().end() + " on " + results.info().calendar()));
        lines.add(row("Final value", summary.finalNav() + " " + results.info().currency()));
        summary.figures().forEach((figure, value) -> lines.add(row(figure.label(), text(figure, value))));
        lines.add(row("Orders, fills", summary.orders() + ", " + summary.fills()));
        lines.add(row("Denied by gate", denials(summary.denials())));
        lines.add(row("Fees", summary.feesPaid() + " " + results.info().currency()));
        lines.add(row("State", summary.stateHash()));
        lines.add(row("Report", out.resolve("report.html").toString()));
        return String.join("\n", lines);
    }

    private static String text(Figure figure, double value) {
        return switch (figure.unit()) {
            case PERCENT -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case RATIO -> String.format(Locale.ROOT, "%.3f", value);
        };
    }

    private static String denials(Map<Gate, Integer> denials) {
        String text = denials.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey().toString().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }

    private static String row(String label, String value) {
        return label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + value;
    }
}
