package io.mts1b.reportslibrary.run;

import io.mts1b.datalake.parquet.ParquetColumn;
import io.mts1b.datalake.parquet.ParquetColumn.Dates;
import io.mts1b.datalake.parquet.ParquetColumn.Decimals;
import io.mts1b.datalake.parquet.ParquetColumn.Instants;
import io.mts1b.datalake.parquet.ParquetColumn.Integers;
import io.mts1b.datalake.parquet.ParquetColumn.Reals;
import io.mts1b.datalake.parquet.ParquetColumn.Texts;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.reportslibrary.run.DecisionRow.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rows of a run as columns; {@link TableRows} is the way back. */
final class TableColumns {

    private TableColumns() {}

    static List<ParquetColumn> equity(List<EquityRow> rows) {
        return List.of(
                new Dates("session", each(rows, EquityRow::session)),
                new Decimals("nav", each(rows, EquityRow::nav)),
                new Decimals("cash", each(rows, EquityRow::cash)),
                new Decimals("positions_value", each(rows, EquityRow::positionsValue)));
    }

    static List<ParquetColumn> weights(List<WeightRow> rows) {
        return List.of(
                new Dates("session", each(rows, WeightRow::session)),
                new Texts("instrument", each(rows, row -> row.instrument().toString())),
                new Reals("weight", each(rows, WeightRow::weight)));
    }

    static List<ParquetColumn> trades(List<TradeRow> rows) {
        List<Fill> fills = each(rows, TradeRow::fill);
        return List.of(
                new Dates("session", each(rows, TradeRow::session)),
                new Instants("filled_at", each(fills, Fill::at)),
                new Texts("fill_id", each(fills, fill -> fill.fillId().toString())),
                new Texts("order_id", each(fills, fill -> fill.orderId().toString())),
                new Texts("instrument", each(fills, fill -> fill.instrument().toString())),
                new Texts("side", each(fills, fill -> name(fill.side()))),
                new Decimals("quantity", each(fills, fill -> fill.quantity().value())),
                new Decimals("price", each(fills, fill -> fill.price().value())),
                new Decimals("value", each(rows, TradeRow::value)),
                new Decimals("fee", each(fills, fill -> fill.fee().amount())),
                new Texts("liquidity", each(fills, fill -> name(fill.liquidity()))),
                new Decimals("realized_gain", each(rows, TradeRow::realizedGain)));
    }

    /** One line per objection, so that each gate can be counted; an approved order has one line too. */
    private record Line(DecisionRow row, int number, String gate, String code, String numbers) {

        static List<Line> of(DecisionRow row) {
            List<Line> lines = new ArrayList<>();
            for (Objection objection : row.objections()) {
                String gate = name(objection.gate());
                lines.add(new Line(row, lines.size() + 1, gate, objection.code(), objection.numbers()));
            }
            return lines.isEmpty() ? List.of(new Line(row, 0, "", "", "")) : lines;
        }
    }

    static List<ParquetColumn> decisions(List<DecisionRow> rows) {
        List<Line> lines = rows.stream().flatMap(row -> Line.of(row).stream()).toList();
        return List.of(
                new Dates("session", each(lines, line -> line.row.session())),
                new Instants("decided_at", each(lines, line -> line.row.decidedAt())),
                new Texts("order_id", each(lines, line -> line.row.orderId().toString())),
                new Texts(
                        "instrument", each(lines, line -> line.row.instrument().toString())),
                new Texts("side", each(lines, line -> name(line.row.side()))),
                new Decimals("quantity", each(lines, line -> line.row.quantity().value())),
                new Texts("outcome", each(lines, line -> line.row.approved() ? "approved" : "denied")),
                new Integers("objection", each(lines, line -> (long) line.number)),
                new Texts("gate", each(lines, Line::gate)),
                new Texts("code", each(lines, Line::code)),
                new Texts("numbers", each(lines, Line::numbers)));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <R, T> List<T> each(List<R> rows, Function<R, T> value) {
        return rows.stream().map(value).toList();
    }
}
