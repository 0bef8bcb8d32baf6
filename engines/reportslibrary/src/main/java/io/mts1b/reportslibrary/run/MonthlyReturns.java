package io.mts1b.reportslibrary.run;

import io.mts1b.quantkit.metrics.CompoundReturn;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * What each calendar month returned: its last net asset value over the last one before it, less one.
 *
 * <p>The first month starts from the first session instead, so it is seldom a whole one; if it has no other
 * session, it has no return. Nor has a month that starts or ends with nothing left, or with debt.
 *
 * @param years the years that have a session, oldest first
 */
public record MonthlyReturns(List<YearReturns> years) {

    /** Copies. */
    public MonthlyReturns {
        years = List.copyOf(years);
    }

    /**
     * The returns of one year.
     *
     * @param year the year
     * @param months by month, as fractions; a month without a return is not in it
     */
    public record YearReturns(int year, Map<Month, Double> months) {

        /** Copies. */
        public YearReturns {
            Map<Month, Double> copy = new EnumMap<>(Month.class);
            copy.putAll(months);
            months = Collections.unmodifiableMap(copy);
        }

        /**
         * Returns what the year returned.
         *
         * @return the returns of its months compounded; empty if it has none
         */
        public OptionalDouble total() {
            double[] returns = returns().toArray();
            return returns.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(CompoundReturn.of(returns).total());
        }

        private DoubleStream returns() {
            return months.values().stream().mapToDouble(Double::doubleValue);
        }
    }

    /**
     * Measures an equity curve.
     *
     * @param equity one row per session, oldest first, at least one
     * @return its returns
     */
    public static MonthlyReturns of(List<EquityRow> equity) {
        SortedMap<Integer, Map<Month, Double>> years = new TreeMap<>();
        double before = equity.getFirst().nav().toReal();
        for (int t = 0; t < equity.size(); t++) {
            YearMonth month = YearMonth.from(equity.get(t).session());
            if (t + 1 < equity.size()
                    && month.equals(YearMonth.from(equity.get(t + 1).session()))) {
                continue;
            }
            Map<Month, Double> year = years.computeIfAbsent(month.getYear(), _ -> new EnumMap<>(Month.class));
            double nav = equity.get(t).nav().toReal();
            if (t > 0 && before > 0 && nav > 0) {
                year.put(month.getMonth(), nav / before - 1);
            }
            before = nav;
        }
        List<YearReturns> rows = new ArrayList<>();
        years.forEach((year, months) -> rows.add(new YearReturns(year, months)));
        return new MonthlyReturns(rows);
    }

    /**
     * Returns the largest return of a month.
     *
     * @return the fraction, or empty if no month has a return
     */
    public OptionalDouble best() {
        return years.stream().flatMapToDouble(YearReturns::returns).max();
    }

    /**
     * Returns the smallest return of a month.
     *
     * @return the fraction, or empty if no month has a return
     */
    public OptionalDouble worst() {
        return years.stream().flatMapToDouble(YearReturns::returns).min();
    }
}
