package io.mts1b.oms;

import io.mts1b.brokers.paper.PaperBroker;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderBuilder;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.ExerciseStyle;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.foundation.symbology.SettlementModel;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.platform.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fund that may hold anything, two strategies, a paper broker, and a process that can die. Each price is 100. */
final class Floor implements AutoCloseable {

    static final FundId FUND = new FundId("all");
    static final BrokerId PAPER = new BrokerId("paper");
    static final StrategyId ONE = new StrategyId("one");
    static final StrategyId TWO = new StrategyId("two");
    static final ActorId ANNA = new ActorId("anna");
    static final Money CASH = Money.parse("10000000 USD");
    static final Instant LATER = Instant.parse("2024-06-21T13:30:00Z");
    static final InstrumentId SHARE = InstrumentId.parse("AAPL.XNAS");
    static final InstrumentId OPTION = InstrumentId.parse("AAPL240621C100.XCBO");
    static final InstrumentId FUTURE = InstrumentId.parse("ESM4.XCME");
    static final InstrumentId PERPETUAL = InstrumentId.parse("BTCPERP.KRAKEN");
    static final InstrumentId COIN = InstrumentId.parse("BTCUSD.KRAKEN");
    static final InstrumentId PAIR = InstrumentId.parse("EURUSD.IDEALPRO");
    static final InstrumentId CLAIM = InstrumentId.parse("RAIN.KALSHI");
    static final InstrumentId BET = InstrumentId.parse("HOME.BETFAIR");

    private final Path journal;
    private final ManualClock clock = new ManualClock(Desk.NOW);
    private Oms oms;
    private PaperBroker broker;

    Floor(Path folder) {
        this.journal = folder.resolve("journal");
        this.oms = Desk.open(journal, clock);
        setUp(limits()).forEach(oms::accept);
        this.broker = connect();
    }

    private PaperBroker connect() {
        Oms process = oms;
        PaperBroker paper = new PaperBroker(
                PAPER, process.state()::instrument, new Costs(), clock, told -> process.onVenue(PAPER, told));
        process.connect(paper);
        return paper;
    }

    /** A dollar for each execution, and no impact. */
    private static final class Costs implements TradingCosts {

        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            return Money.parse("1 USD");
        }

        @Override
        public Price worsen(Price reference, Side side, Price tick) {
            return reference;
        }
    }

    static RiskEnvelopeBuilder limits() {
        return RiskEnvelope.builder(CASH)
                .envelopeId(new EnvelopeId("all"))
                .fund(FUND)
                .maxPosition(Rate.ONE)
                .maxSector(Rate.ONE)
                .maxOrderNotional(Money.parse("5000000 USD"))
                .allowedAssetClasses(List.of(AssetClass.values()))
                .enableShorting(true)
                .createdAt(Desk.NOW);
    }

    static List<Instrument> instruments() {
        Currency bitcoin = Currency.parse("BTC");
        return List.of(
                new Instrument.Equity(SHARE, terms("1", 1)),
                new Instrument.Option(
                        OPTION,
                        terms("1", 100),
                        SHARE,
                        OptionRight.CALL,
                        Price.parse("100"),
                        ExerciseStyle.AMERICAN,
                        LATER),
                new Instrument.Future(FUTURE, terms("1", 50), new Symbol("ES"), LATER),
                new Instrument.Perpetual(PERPETUAL, terms("0.001", 1), bitcoin, SettlementModel.LINEAR),
                new Instrument.CryptoSpot(COIN, terms("0.00001", 1), bitcoin),
                new Instrument.FxPair(PAIR, terms("1000", 1), Currency.parse("EUR")),
                new Instrument.EventContract(CLAIM, terms("1", 1), "rain tomorrow", "yes", LATER),
                new Instrument.SportsOutcome(BET, terms("1", 1), "final", "home", LATER));
    }

    private static ContractTerms terms(String lot, long multiplier) {
        return new ContractTerms(Price.parse("0.05"), Quantity.parse(lot), Decimal.of(multiplier), Currency.USD);
    }

    private static List<OmsEvent> setUp(RiskEnvelopeBuilder limits) {
        List<OmsEvent> events = new ArrayList<>();
        events.add(new OmsEvent.FundOpened(
                FundConfig.builder()
                        .fund(FUND)
                        .name("All")
                        .targetNav(CASH)
                        .broker(PAPER)
                        .addAssetClasses(AssetClass.values())
                        .addStrategies(ONE, TWO)
                        .createdAt(Desk.NOW)
                        .build(),
                CASH));
        SortedMap<InstrumentId, Price> prices = new TreeMap<>();
        for (Instrument instrument : instruments()) {
            events.add(new OmsEvent.InstrumentListed(instrument, Classification.unknown(instrument)));
            prices.put(instrument.id(), Price.parse("100"));
        }
        events.add(new OmsEvent.EnvelopeSet(limits.build(), ANNA));
        events.add(new OmsEvent.MarketMarked(LocalDate.of(2024, 5, 6), new MarketSnapshot(Desk.NOW, prices)));
        return events;
    }

    Oms oms() {
        return oms;
    }

    /** The process dies and begins again; the broker is given back what works. */
    void restart() {
        oms.close();
        oms = Desk.open(journal, clock);
        broker = connect();
    }

    void pass(Duration time) {
        clock.advance(time);
        oms.onTime();
    }

    Instant now() {
        return clock.instant();
    }

    /** What can trade at 100 trades. */
    void trade() {
        trade("100");
    }

    void trade(String price) {
        clock.advance(Duration.ofMinutes(1));
        Price at = Price.parse(price);
        for (Instrument instrument : instruments()) {
            broker.onBar(
                    new Bar(instrument.id(), BarInterval.DAY_1, now(), new PriceRange(at, at, at, at), Quantity.of(1)),
                    now());
        }
    }

    void limits(RiskEnvelopeBuilder limits) {
        oms.accept(new OmsEvent.EnvelopeSet(limits.version(2).notes("a drill").build(), ANNA));
    }

    static OrderBuilder order(String id, InstrumentId instrument, Side side, String quantity) {
        return Order.builder()
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey(id))
                .fund(FUND)
                .strategy(ONE)
                .instrument(instrument)
                .side(side)
                .quantity(Quantity.parse(quantity))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.GTC)
                .broker(PAPER)
                .actor(new ActorId("one"))
                .createdAt(Desk.NOW);
    }

    /** The same, resting where nothing trades. */
    static Order resting(String id, InstrumentId instrument, Side side, String quantity) {
        return order(id, instrument, side, quantity)
                .type(new OrderType.Limit(Price.parse(side.sign() > 0 ? "50" : "150")))
                .build();
    }

    void submit(Order... orders) {
        oms.submit(List.of(orders));
    }

    Map<InstrumentId, Decimal> positions() {
        return oms.state().positions(FUND);
    }

    Operation flatten(String id, Scope scope) {
        return new Operation(
                id, Operation.Kind.FLATTEN, scope, "drill", ANNA, now(), now().plus(Duration.ofMinutes(10)));
    }

    Operation cancelAll(String id, Scope scope) {
        return new Operation(
                id, Operation.Kind.CANCEL_ALL, scope, "drill", ANNA, now(), now().plus(Duration.ofMinutes(1)));
    }

    OperationState state(String id) {
        return oms.state().operations().operation(id).orElseThrow();
    }

    @Override
    public void close() {
        oms.close();
    }
}
