package io.mts1b.oms;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderBuilder;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A desk for tests: one fund of a million dollars, a share, a future, and a venue that only takes notes. */
public final class Desk {

    public static final Instant NOW = Instant.parse("2024-05-06T20:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2024, 5, 6);
    public static final FundId FUND = new FundId("alpha");
    public static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    public static final InstrumentId FUTURE = InstrumentId.parse("ESM4.XCME");

    /** What reached the venue. */
    public static final class Notes implements SubmitsOrders, RestoresOrders {

        private final List<OrderId> taken = new ArrayList<>();

        @Override
        public BrokerId broker() {
            return new BrokerId("notes");
        }

        @Override
        public void open() {
            // It only takes notes.
        }

        @Override
        public void restore(List<ApprovedOrder> orders) {
            orders.forEach(this::submit);
        }

        @Override
        public void submit(ApprovedOrder order) {
            taken.add(order.order().orderId());
        }

        /** Returns the orders it was given, in order. */
        public List<OrderId> taken() {
            return taken;
        }
    }

    private Desk() {}

    public static Oms open(Path journal) {
        return open(journal, new ManualClock(NOW));
    }

    public static Oms open(Path journal, InstantSource clock) {
        return open(journal, OmsPolicy.STANDARD, clock);
    }

    static Oms open(Path journal, OmsPolicy policy, InstantSource clock) {
        return OmsJournal.open(
                journal,
                JournalOptions.of(DurabilityPolicy.ASYNC),
                UnaryOperator.identity(),
                new RiskEngine(RiskEngine.Mode.REPORT_ALL),
                policy,
                clock);
    }

    /** Opens the fund, lists what it trades, sets generous limits and marks prices. */
    public static void furnish(Oms oms) {
        setUp().forEach(oms::accept);
    }

    public static List<OmsEvent> setUp() {
        return List.of(
                new OmsEvent.FundOpened(
                        FundConfig.builder()
                                .fund(FUND)
                                .name("Alpha")
                                .targetNav(Money.parse("1000000 USD"))
                                .broker(new BrokerId("notes"))
                                .addAssetClasses(AssetClass.EQUITIES, AssetClass.FUTURES)
                                .addStrategies(new StrategyId("momentum"))
                                .createdAt(NOW)
                                .build(),
                        Money.parse("1000000 USD")),
                listed(new Instrument.Equity(AAPL, terms("0.01", 1))),
                listed(new Instrument.Future(
                        FUTURE, terms("0.25", 50), new Symbol("ES"), Instant.parse("2024-06-21T13:30:00Z"))),
                new OmsEvent.EnvelopeSet(
                        RiskEnvelope.builder(Money.parse("1000000 USD"))
                                .envelopeId(new EnvelopeId("alpha"))
                                .fund(FUND)
                                .maxPosition(Rate.parse("0.5"))
                                .maxSector(Rate.ONE)
                                .maxOrderNotional(Money.parse("500000 USD"))
                                .addAllowedAssetClasses(AssetClass.FUTURES)
                                .enableShorting(true)
                                .createdAt(NOW)
                                .build(),
                        new ActorId("ops")),
                marked(TODAY, "100", "5000"));
    }

    public static OmsEvent marked(LocalDate session, String share, String future) {
        return new OmsEvent.MarketMarked(
                session, MarketSnapshot.of(NOW, Map.of(AAPL, Price.parse(share), FUTURE, Price.parse(future))));
    }

    public static OrderBuilder order(String id, Side side, long quantity) {
        return Order.builder()
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey("key-" + id))
                .fund(FUND)
                .strategy(new StrategyId("momentum"))
                .instrument(AAPL)
                .side(side)
                .quantity(Quantity.of(quantity))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(new BrokerId("notes"))
                .actor(new ActorId("momentum"))
                .createdAt(NOW);
    }

    public static OrderName name(Order order) {
        return OrderName.of(ClientOrderId.of(order.orderId(), 0)).at("V-" + order.orderId());
    }

    /** An order comes, is approved, is sent and trades. */
    static Fill trade(OmsState state, Order order, Fill fill) {
        List.of(
                        new OmsEvent.OrderReceived(order),
                        new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), NOW, 1)),
                        new OmsEvent.OrderChanged(new OrderEvent.Submitted(order.orderId(), NOW)),
                        new OmsEvent.OrderChanged(new OrderEvent.Filled(fill)))
                .forEach(state::apply);
        return fill;
    }

    /** The venue tells a fill. */
    public static OrderReport traded(Fill fill, Order order) {
        return new OrderReport.Traded(VenueFill.of(fill, name(order)));
    }

    public static Fill fill(Order order, String id, long quantity, String price) {
        return fill(order, id, quantity, price, NOW);
    }

    static Fill fill(Order order, String id, long quantity, String price, Instant at) {
        return Fill.builder()
                .fillId(new FillId(id))
                .orderId(order.orderId())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(Quantity.of(quantity))
                .price(Price.parse(price))
                .fee(Money.parse("1 USD"))
                .liquidity(Liquidity.TAKER)
                .at(at)
                .build();
    }

    private static OmsEvent listed(Instrument instrument) {
        return new OmsEvent.InstrumentListed(instrument, Classification.unknown(instrument));
    }

    private static ContractTerms terms(String tick, long multiplier) {
        return new ContractTerms(Price.parse(tick), Quantity.of(1), Decimal.of(multiplier), Currency.USD);
    }
}
