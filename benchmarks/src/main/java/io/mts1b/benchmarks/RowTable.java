package io.mts1b.benchmarks;

import io.mts1b.benchmarks.measurement.Row;
import java.util.List;
import java.util.Locale;

/** Rows as people read them. */
final class RowTable {

    private RowTable() {}

    static String of(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        text.append(line("measurement", "median", "spread", "peer", "its median", "ratio", "equal", "bytes/op"));
        for (Row row : rows) {
            text.append('\n')
                    .append(line(
                            row.name(),
                            number(row.value()) + ' ' + row.unit(),
                            number(row.spread()),
                            row.peer() == null ? "-" : row.peer(),
                            row.peerValue() == null ? "-" : number(row.peerValue()),
                            row.ratio() == null ? "-" : String.format(Locale.ROOT, "%.2fx", row.ratio()),
                            row.resultsEqual() == null ? "-" : row.resultsEqual() ? "yes" : "NO",
                            row.bytesAllocated() == null ? "-" : number(row.bytesAllocated())));
        }
        return text.toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-30s %12s %10s %-12s %12s %8s %-6s %12s", cells)
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }
}
