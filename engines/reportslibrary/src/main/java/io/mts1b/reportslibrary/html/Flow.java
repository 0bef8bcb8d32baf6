package io.mts1b.reportslibrary.html;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.reportslibrary.run.TradeRow;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was bought and sold in a month.
 *
 * @param month the month, such as 2024-07
 * @param bought the value of what was bought or covered, not negative
 * @param sold the value of what was sold or shorted, not negative
 */
record Flow(String month, double bought, double sold) {

    /** Returns every month that has a trade, in order. */
    static List<Flow> of(List<TradeRow> trades, int minorUnits) {
        SortedMap<YearMonth, Decimal> bought = new TreeMap<>();
        SortedMap<YearMonth, Decimal> sold = new TreeMap<>();
        for (TradeRow trade : trades) {
            YearMonth month = YearMonth.from(trade.session());
            boolean buys = trade.fill().side().sign() > 0;
            bought.merge(month, buys ? trade.value().abs() : Decimal.ZERO, Decimal::plus);
            sold.merge(month, buys ? Decimal.ZERO : trade.value().abs(), Decimal::plus);
        }
        List<Flow> flows = new ArrayList<>();
        bought.forEach((month, value) -> flows.add(new Flow(
                month.toString(), real(value, minorUnits), real(sold.getOrDefault(month, Decimal.ZERO), minorUnits))));
        return flows;
    }

    private static double real(Decimal value, int minorUnits) {
        return value.rounded(minorUnits, RoundingMode.HALF_EVEN).toReal();
    }
}
