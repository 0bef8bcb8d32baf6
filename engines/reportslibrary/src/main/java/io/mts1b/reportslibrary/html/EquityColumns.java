package io.mts1b.reportslibrary.html;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.quantkit.metrics.Drawdowns;
import io.mts1b.reportslibrary.run.EquityRow;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The worth of the fund as charts draw it, rounded to what can be seen.
 *
 * @param session the sessions
 * @param nav the net asset values, in whole minor units of the currency
 * @param cash the cash, the same
 * @param drawdown how far below its high the fund stood, as a fraction; empty if it lost everything
 */
record EquityColumns(List<LocalDate> session, List<Double> nav, List<Double> cash, List<Double> drawdown) {

    private static final int DRAWDOWN_PLACES = 6;

    static EquityColumns of(List<EquityRow> rows, int minorUnits) {
        List<LocalDate> sessions = rows.stream().map(EquityRow::session).toList();
        return new EquityColumns(
                sessions,
                amounts(rows, EquityRow::nav, minorUnits),
                amounts(rows, EquityRow::cash, minorUnits),
                underwater(rows));
    }

    private static List<Double> amounts(List<EquityRow> rows, Function<EquityRow, Decimal> amount, int minorUnits) {
        return rows.stream()
                .map(row -> amount.apply(row)
                        .rounded(minorUnits, RoundingMode.HALF_EVEN)
                        .toReal())
                .toList();
    }

    private static List<Double> underwater(List<EquityRow> rows) {
        double[] nav = rows.stream().mapToDouble(row -> row.nav().toReal()).toArray();
        if (Arrays.stream(nav).anyMatch(value -> value <= 0)) {
            return List.of();
        }
        return Arrays.stream(Drawdowns.ofLevels(nav).underwater())
                .map(fall -> rounded(fall, DRAWDOWN_PLACES))
                .boxed()
                .toList();
    }

    /** Returns a fraction with a few decimals, which are shorter to write. */
    static double rounded(double fraction, int places) {
        return Decimal.ofReal(fraction, places, RoundingMode.HALF_EVEN).toReal();
    }
}
