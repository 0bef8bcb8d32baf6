package io.mts1b.reportslibrary;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.time.Session;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.reportslibrary.run.DecisionRow;
import io.mts1b.reportslibrary.run.EquityRow;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunInfo.Setting;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.TradeRow;
import io.mts1b.reportslibrary.run.WeightRow;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Makes results that look like those of a real run and add up like them: a simulated market with calm and stormy
 * years, a rebalance a month, orders decided after one session and filled at the next, fees, lots, denials.
 */
public final class SimulatedRun {

    private static final List<String> NAMES = List.of(
            "ALDR", "BRCH", "CEDR", "DGWD", "ELMS", "FERN", "GRSS", "HAZL", "IVYX", "JNPR", "KELP", "LRCH", "MAPL",
            "NTTL", "OAKS", "PINE", "QNCE", "RUSH", "SEDG", "TEAK");
    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
    private static final FundId FUND = new FundId("demo");
    private static final StrategyId STRATEGY = new StrategyId("momentum-hrp");
    private static final int LIKED = 18;

    private final RandomGenerator random;
    private final List<Session> sessions;
    private final InstrumentId[] instruments;
    private final double[] prices;
    private final double[] scores;
    private final LotBook[] lots;
    private Decimal cash = Decimal.of(1_000_000);
    private double storm = 1;

    private final List<EquityRow> equity = new ArrayList<>();
    private final List<WeightRow> weights = new ArrayList<>();
    private final List<TradeRow> trades = new ArrayList<>();
    private final List<DecisionRow> decisions = new ArrayList<>();
    private final List<Order> waiting = new ArrayList<>();

    private SimulatedRun(long seed, List<Session> sessions, int assets) {
        this.random = new SplittableRandom(seed);
        this.sessions = sessions;
        this.instruments = new InstrumentId[assets];
        this.prices = new double[assets];
        this.scores = new double[assets];
        this.lots = new LotBook[assets];
        for (int i = 0; i < assets; i++) {
            instruments[i] = InstrumentId.parse(NAMES.get(i) + ".XNYS");
            prices[i] = 15 + 60 * random.nextDouble();
            lots[i] = LotBook.EMPTY;
        }
    }

    /**
     * Simulates a run.
     *
     * @param seed what randomness starts from
     * @param count how many sessions, from January 1995 on
     * @param assets how many instruments, at most 20
     * @return its results
     */
    public static RunResults of(long seed, int count, int assets) {
        List<Session> sessions = Calendars.of("XNYS")
                .sessions(LocalDate.of(1995, 1, 3), LocalDate.of(2024, 12, 31))
                .subList(0, count);
        SimulatedRun run = new SimulatedRun(seed, sessions, assets);
        for (int t = 0; t < count; t++) {
            run.trade(t);
            run.move(t);
            run.close(t);
        }
        return new RunResults(
                run.info(seed),
                run.equity,
                run.weights,
                run.trades,
                run.decisions,
                "5f3a9c0d7be2416894d1f0a6c2b87e35d4419a0c6ef8b2731d5a90c4be6f1287");
    }

    private RunInfo info(long seed) {
        return RunInfo.builder()
                .title("Momentum with hierarchical risk parity")
                .simulated(true)
                .addUnderstood(
                        instruments.length + " instruments with daily bars, made by the market simulator of the house",
                        sessions.size() + " sessions of XNYS from "
                                + sessions.getFirst().date() + " to "
                                + sessions.getLast().date(),
                        "No bar is missing; prices are adjusted for splits and dividends")
                .seed(seed)
                .fund(FUND)
                .strategy(STRATEGY)
                .calendar("XNYS")
                .start(sessions.getFirst().date())
                .end(sessions.getLast().date())
                .addConfiguration(
                        new Setting("Factor", "12-1 momentum"),
                        new Setting("Instruments held", Integer.toString(Math.min(LIKED, instruments.length))),
                        new Setting("Weights", "hierarchical risk parity, 252 sessions, Ward linkage"),
                        new Setting("Volatility target", "10 % a year, at most 100 % invested"),
                        new Setting("Rebalance", "last session of the month, filled at the next open"),
                        new Setting("Commission", "0.005 USD a share, at least 1 USD"),
                        new Setting("Slippage", "2 basis points"),
                        new Setting("Starting capital", "1,000,000 USD"))
                .build();
    }

    /** A common factor and one of each instrument's own, more of both in a stormy year. */
    private void move(int t) {
        int year = sessions.get(t).date().getYear();
        storm = year == 2000 || year == 2001 || year == 2008 || year == 2020 ? 2.4 : 1;
        double market = storm * 0.0075 * random.nextGaussian() + (storm > 1 ? -0.0007 : 0.00045);
        for (int i = 0; i < prices.length; i++) {
            double own = storm * 0.011 * random.nextGaussian() + 0.0001 * scores[i];
            prices[i] = Math.max(1, prices[i] * StrictMath.exp((0.6 + 0.03 * i) * market + own));
            scores[i] = 0.998 * scores[i] + 0.05 * random.nextGaussian();
        }
    }

    private void close(int t) {
        Decimal held = Decimal.ZERO;
        for (int i = 0; i < prices.length; i++) {
            held = held.plus(TERMS.value(price(i, 0), lots[i].quantity()).amount());
        }
        Decimal nav = cash.plus(held);
        LocalDate date = sessions.get(t).date();
        equity.add(new EquityRow(date, nav, cash, held));
        boolean monthEnds =
                t + 1 < sessions.size() && sessions.get(t + 1).date().getMonth() != date.getMonth();
        if (monthEnds
                || (t > 0 && !trades.isEmpty() && trades.getLast().session().equals(date))) {
            for (int i = 0; i < prices.length; i++) {
                double value =
                        TERMS.value(price(i, 0), lots[i].quantity()).amount().toReal();
                if (value != 0) {
                    weights.add(new WeightRow(date, instruments[i], value / nav.toReal()));
                }
            }
        }
        if (monthEnds) {
            decide(t, nav.toReal());
        }
    }

    private void decide(int t, double nav) {
        double invested = storm > 1 ? 0.6 : 0.94;
        double total = 0;
        double[] wishes = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            wishes[i] = rank(i) < LIKED ? StrictMath.exp(0.6 * scores[i]) : 0;
            total += wishes[i];
        }
        for (int i = 0; i < prices.length; i++) {
            long target = (long) (invested * nav * wishes[i] / total / prices[i]);
            long change = target - lots[i].quantity().unscaled();
            if (change != 0) {
                order(t, i, change, nav);
            }
        }
    }

    private int rank(int asset) {
        int better = 0;
        for (double score : scores) {
            better += score > scores[asset] ? 1 : 0;
        }
        return better;
    }

    private void order(int t, int i, long change, double nav) {
        OrderId id = new OrderId("O-" + (10_001 + decisions.size()));
        Order order = Order.builder()
                .orderId(id)
                .idempotencyKey(new IdempotencyKey(id.value()))
                .fund(FUND)
                .strategy(STRATEGY)
                .instrument(instruments[i])
                .side(change > 0 ? Side.BUY : Side.SELL)
                .quantity(Quantity.of(Math.abs(change)))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(new BrokerId("paper"))
                .actor(new ActorId("demo"))
                .createdAt(sessions.get(t).close())
                .build();
        RiskDecision decision = review(order, Math.abs(change) * prices[i] / nav);
        decisions.add(DecisionRow.of(sessions.get(t).date(), order, decision));
        if (decision instanceof RiskDecision.Approved) {
            waiting.add(order);
        }
    }

    private RiskDecision review(Order order, double share) {
        List<Denial> denials = new ArrayList<>();
        if (random.nextInt(900) == 0) {
            denials.add(new Denial.DuplicateKey(order.idempotencyKey(), new OrderId("O-10001")));
        }
        if (order.side() == Side.BUY && share > 0.08) {
            Rate actual = new Rate(Decimal.ofReal(share, 4, RoundingMode.HALF_EVEN));
            denials.add(new Denial.PositionAboveLimit(order.instrument(), new Rate(Decimal.parse("0.08")), actual));
        }
        if (order.side() == Side.BUY && storm > 1 && random.nextInt(40) == 0) {
            denials.add(new Denial.LossAboveLimit(
                    Denial.LossPeriod.MONTHLY, new Rate(Decimal.parse("0.08")), new Rate(Decimal.parse("0.0931"))));
        }
        return denials.isEmpty()
                ? new RiskDecision.Approved(order.orderId(), order.createdAt(), 1)
                : new RiskDecision.Denied(order.orderId(), order.createdAt(), 1, denials);
    }

    private void trade(int t) {
        for (Order order : waiting) {
            int i = List.of(instruments).indexOf(order.instrument());
            Price price = price(i, order.side().sign() * 0.0002);
            Decimal fee = order.quantity().value().times(Decimal.parse("0.005")).max(Decimal.ONE);
            Fill fill = Fill.builder()
                    .fillId(new FillId("F-" + (trades.size() + 1)))
                    .orderId(order.orderId())
                    .instrument(order.instrument())
                    .side(order.side())
                    .quantity(order.quantity())
                    .price(price)
                    .fee(new Money(fee, Currency.USD))
                    .liquidity(Liquidity.TAKER)
                    .at(sessions.get(t).open())
                    .build();
            LotBook.Change change = lots[i].trade(
                    new LotBook.LotTrade(new LotId(fill.fillId().value()), fill.signedQuantity(), fill.at(), price),
                    TaxLotMethod.FIFO);
            Decimal gain = Decimal.ZERO;
            for (TaxLot lot : change.closed()) {
                gain = gain.plus(lot.gain(TERMS).orElseThrow().amount());
            }
            lots[i] = change.book();
            cash = cash.minus(TERMS.value(price, fill.signedQuantity()).amount())
                    .minus(fee);
            trades.add(TradeRow.of(sessions.get(t).date(), fill, TERMS, gain));
        }
        waiting.clear();
    }

    private Price price(int asset, double slippage) {
        return new Price(Decimal.ofReal(prices[asset] * (1 + slippage), 2, RoundingMode.HALF_EVEN));
    }
}
