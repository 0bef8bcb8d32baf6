package io.mts1b.reportslibrary;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
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
import io.mts1b.reportslibrary.run.DecisionRow;
import io.mts1b.reportslibrary.run.DecisionRow.Objection;
import io.mts1b.reportslibrary.run.EquityRow;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunInfo.Setting;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.TradeRow;
import io.mts1b.reportslibrary.run.WeightRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Results small enough to work out by hand: five sessions, four of which make a year, with the returns +10 %,
 * -10 %, +10 % and 0; two fills; three orders, one of them stopped by two gates.
 */
public final class TinyRun {

    /** The first session. */
    public static final LocalDate START = LocalDate.of(2024, 1, 30);

    /** The last session. */
    public static final LocalDate END = LocalDate.of(2024, 3, 1);

    /** What was traded. */
    public static final InstrumentId ACME = InstrumentId.parse("ACME.XNYS");

    private static final LocalDate JANUARY_END = LocalDate.of(2024, 1, 31);
    private static final LocalDate FEBRUARY_END = LocalDate.of(2024, 2, 29);

    private TinyRun() {}

    /** Returns the results. */
    public static RunResults results() {
        return new RunResults(info(), equity(), weights(), trades(), decisions(), "cafe0123");
    }

    /** Returns the same run with other titles, instruments and the like. */
    public static RunResults results(RunInfo info, List<TradeRow> trades) {
        return new RunResults(info, equity(), List.of(), trades, List.of(), "cafe0123");
    }

    /** Returns what the run was. */
    public static RunInfo info() {
        return RunInfo.builder()
                .title("A tiny run")
                .addUnderstood("One instrument, 5 sessions")
                .seed(Long.MAX_VALUE)
                .fund(new FundId("tiny"))
                .strategy(new StrategyId("by-hand"))
                .calendar("XNYS")
                .start(START)
                .end(END)
                .periodsPerYear(4)
                .addConfiguration(new Setting("Rebalance", "monthly"), new Setting("Cost", ""))
                .build();
    }

    /** Returns the five sessions. */
    public static List<EquityRow> equity() {
        return List.of(
                equity(START, "1000", "1000", "0"),
                equity(JANUARY_END, "1100", "499", "601"),
                equity(LocalDate.of(2024, 2, 1), "990", "499", "491"),
                equity(FEBRUARY_END, "1089", "608.5", "480.5"),
                equity(END, "1089", "608.5", "480.5"));
    }

    /** Returns one session. */
    public static EquityRow equity(LocalDate session, String nav, String cash, String positions) {
        return new EquityRow(session, Decimal.parse(nav), Decimal.parse(cash), Decimal.parse(positions));
    }

    private static List<WeightRow> weights() {
        return List.of(
                new WeightRow(JANUARY_END, ACME, 0.54),
                new WeightRow(JANUARY_END, InstrumentId.parse("ZINC.XNYS"), -0.25),
                new WeightRow(FEBRUARY_END, ACME, 0.441));
    }

    /** Returns a purchase for 500 and a sale for 110. */
    public static List<TradeRow> trades() {
        return List.of(
                new TradeRow(JANUARY_END, fill("F-1", Side.BUY, 10, "50.00", "1"), Decimal.of(500), Decimal.ZERO),
                new TradeRow(FEBRUARY_END, fill("F-2", Side.SELL, 2, "55", "0.5"), Decimal.of(110), Decimal.of(10)));
    }

    private static Fill fill(String id, Side side, long quantity, String price, String fee) {
        return Fill.builder()
                .fillId(new FillId(id))
                .orderId(new OrderId(id.replace('F', 'O')))
                .instrument(ACME)
                .side(side)
                .quantity(Quantity.of(quantity))
                .price(Price.parse(price))
                .fee(new Money(Decimal.parse(fee), Currency.USD))
                .liquidity(Liquidity.TAKER)
                .at(Instant.parse("2024-02-01T14:30:00.123456Z"))
                .build();
    }

    private static List<DecisionRow> decisions() {
        return List.of(
                decision(JANUARY_END, "O-1", Side.BUY, List.of()),
                decision(
                        JANUARY_END,
                        "O-3",
                        Side.SHORT,
                        List.of(
                                new Objection(
                                        Gate.STATIC, "ORDER_NOTIONAL_ABOVE_LIMIT", "limit=1000 USD, actual=5000 USD"),
                                new Objection(Gate.SHORT_SIDE, "SHORTING_DISABLED", ""))),
                decision(FEBRUARY_END, "O-2", Side.SELL, List.of()));
    }

    private static DecisionRow decision(LocalDate session, String order, Side side, List<Objection> objections) {
        return new DecisionRow(
                session,
                Instant.parse("2024-01-31T21:00:00Z"),
                new OrderId(order),
                ACME,
                side,
                Quantity.parse("2.5"),
                objections);
    }
}
