package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.reportslibrary.run.DecisionRow.Objection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the tables of a run; {@link TableColumns} is the way there. */
final class TableRows {

    private final Connection duck;

    TableRows(Connection duck) {
        this.duck = duck;
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    private interface Taker {

        void take(ResultSet row) throws SQLException;
    }

    List<EquityRow> equity(Path file) throws SQLException {
        List<EquityRow> rows = new ArrayList<>();
        each(
                "session, nav, cash, positions_value",
                file,
                row -> rows.add(new EquityRow(date(row, 1), decimal(row, 2), decimal(row, 3), decimal(row, 4))));
        return rows;
    }

    List<WeightRow> weights(Path file) throws SQLException {
        List<WeightRow> rows = new ArrayList<>();
        each(
                "session, instrument, weight",
                file,
                row -> rows.add(new WeightRow(date(row, 1), InstrumentId.parse(row.getString(2)), row.getDouble(3))));
        return rows;
    }

    List<TradeRow> trades(Path file, Currency currency) throws SQLException {
        List<TradeRow> rows = new ArrayList<>();
        each(
                "filled_at, fill_id, order_id, instrument, side, quantity, price, fee, liquidity,"
                        + " session, value, realized_gain",
                file,
                row -> rows.add(new TradeRow(date(row, 10), fill(row, currency), decimal(row, 11), decimal(row, 12))));
        return rows;
    }

    private static Fill fill(ResultSet row, Currency currency) throws SQLException {
        return Fill.builder()
                .at(instant(row, 1))
                .fillId(FillId.parse(row.getString(2)))
                .orderId(OrderId.parse(row.getString(3)))
                .instrument(InstrumentId.parse(row.getString(4)))
                .side(constant(Side.class, row, 5))
                .quantity(new Quantity(decimal(row, 6)))
                .price(new Price(decimal(row, 7)))
                .fee(new Money(decimal(row, 8), currency))
                .liquidity(constant(Liquidity.class, row, 9))
                .build();
    }

    List<DecisionRow> decisions(Path file) throws SQLException {
        List<DecisionRow> rows = new ArrayList<>();
        each("session, decided_at, order_id, instrument, side, quantity, objection, gate, code, numbers", file, row -> {
            List<Objection> objections = new ArrayList<>();
            // A second objection belongs to the order of the first.
            if (row.getLong(7) > 1) {
                objections.addAll(rows.removeLast().objections());
            }
            if (row.getLong(7) > 0) {
                objections.add(new Objection(constant(Gate.class, row, 8), row.getString(9), row.getString(10)));
            }
            rows.add(decision(row, objections));
        });
        return rows;
    }

    private static DecisionRow decision(ResultSet row, List<Objection> objections) throws SQLException {
        return new DecisionRow(
                date(row, 1),
                instant(row, 2),
                OrderId.parse(row.getString(3)),
                InstrumentId.parse(row.getString(4)),
                constant(Side.class, row, 5),
                new Quantity(decimal(row, 6)),
                objections);
    }

    private void each(String columns, Path file, Taker taker) throws SQLException {
        try (PreparedStatement query = duck.prepareStatement("SELECT " + columns + " FROM read_parquet(?)")) {
            query.setString(1, file.toAbsolutePath().normalize().toString());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Decimal decimal(ResultSet row, int column) throws SQLException {
        return Decimal.of(row.getBigDecimal(column));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, ResultSet row, int column) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }
}
