package io.mts1b.benchmarks.execution;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
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
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.riskengine.Review;
import io.mts1b.riskengine.RiskEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fund of a billion dollars that holds many shares, has many orders open, and wishes for more. */
final class BusyFund {

    static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");

    static final FundId FUND = new FundId("busy");
    static final BrokerId BROKER = new BrokerId("venue");
    static final StrategyId STRATEGY = new StrategyId("momentum");
    static final Money NAV = Money.parse("1000000000 USD");
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 6);
    private static final List<String> SECTORS = List.of("energy", "technology", "utilities");

    private final OmsState state = new OmsState();
    private final List<InstrumentId> shares = new ArrayList<>();
    private final List<StrategyId> strategies;

    BusyFund(int held, int open) {
        this(held, open, List.of());
    }

    /** One of which other strategies are, too. */
    BusyFund(int held, int open, List<StrategyId> strategies) {
        this.strategies = strategies;
        setUp(held).forEach(state::apply);
        for (int i = 0; i < held; i++) {
            Order order = order("h-" + i, i, 100);
            send(order);
            state.apply(new OmsEvent.OrderChanged(new OrderEvent.Filled(fill(order, "f-" + order.orderId()))));
        }
        for (int i = 0; i < open; i++) {
            send(order("w-" + i, i, 10));
        }
    }

    /** Returns what comes before the first order: the fund, its shares and their prices, its limits, its value. */
    List<OmsEvent> setUp(int held) {
        List<OmsEvent> events = new ArrayList<>();
        events.add(new OmsEvent.FundOpened(
                FundConfig.builder()
                        .fund(FUND)
                        .name("Busy")
                        .targetNav(NAV)
                        .broker(BROKER)
                        .addAssetClasses(AssetClass.EQUITIES)
                        .addStrategies(STRATEGY)
                        .addAllStrategies(strategies)
                        .createdAt(NOW)
                        .build(),
                NAV));
        list(held, events);
        events.add(new OmsEvent.EnvelopeSet(
                RiskEnvelope.builder(NAV)
                        .envelopeId(new EnvelopeId("busy"))
                        .fund(FUND)
                        .maxSector(Rate.ONE)
                        .createdAt(NOW)
                        .build(),
                new ActorId("ops")));
        events.add(new OmsEvent.NavMarked(new NavSnapshot(
                FUND,
                TODAY.minusDays(40),
                NAV,
                NAV,
                Money.zero(Currency.USD),
                Money.zero(Currency.USD),
                Money.zero(Currency.USD))));
        return events;
    }

    OmsState state() {
        return state;
    }

    List<Order> wishes(int count) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(order("n-" + i, i * 7, 10));
        }
        return orders;
    }

    /** Limit orders that passed the gates, each of a name no other has. */
    List<ApprovedOrder> limits(int count) {
        RiskEngine engine = new RiskEngine(RiskEngine.Mode.FAIL_FAST);
        List<ApprovedOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Review review = engine.review(order("l-" + i, 2 * i + 1, 10), state, NOW);
            if (!(review instanceof Review.Passed passed)) {
                throw new IllegalStateException("order must pass, was " + review);
            }
            orders.add(passed.order());
        }
        return orders;
    }

    InstrumentId share(int number) {
        return shares.get(number % shares.size());
    }

    /** What can be traded. */
    SortedMap<InstrumentId, ContractTerms> terms() {
        SortedMap<InstrumentId, ContractTerms> terms = new TreeMap<>();
        shares.forEach(
                id -> terms.put(id, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD)));
        return terms;
    }

    private void list(int count, List<OmsEvent> events) {
        SortedMap<InstrumentId, Price> prices = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            InstrumentId id = new InstrumentId(new Symbol("S" + i), new Venue("XNAS"));
            shares.add(id);
            prices.put(id, new Price(new Decimal(10_000 + i, 2)));
            events.add(new OmsEvent.InstrumentListed(
                    new Instrument.Equity(
                            id, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD)),
                    new Classification(AssetClass.EQUITIES, SECTORS.get(i % SECTORS.size()), "US")));
        }
        events.add(new OmsEvent.MarketMarked(TODAY, new MarketSnapshot(NOW, prices)));
    }

    Order order(String id, int share, long quantity) {
        return order(id, share, quantity, Side.BUY);
    }

    Order order(String id, int share, long quantity, Side side) {
        return wish(id, share, quantity, side).build();
    }

    OrderBuilder wish(String id, int share, long quantity, Side side) {
        return Order.builder()
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey(id))
                .fund(FUND)
                .strategy(STRATEGY)
                .instrument(share(share))
                .side(side)
                .quantity(Quantity.of(quantity))
                .type(share % 2 == 0 ? new OrderType.Market() : new OrderType.Limit(Price.parse("101.37")))
                .timeInForce(TimeInForce.DAY)
                .broker(BROKER)
                .actor(new ActorId("momentum"))
                .createdAt(NOW);
    }

    private void send(Order order) {
        state.apply(new OmsEvent.OrderReceived(order));
        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), NOW, 1)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Submitted(order.orderId(), NOW)));
    }

    static Fill fill(Order order, String id) {
        return fill(order, order.quantity(), id, NOW);
    }

    static Fill fill(Order order, Quantity quantity, String id, Instant at) {
        return Fill.builder()
                .fillId(new FillId(id))
                .orderId(order.orderId())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(quantity)
                .price(Price.parse("100"))
                .fee(Money.parse("1 USD"))
                .liquidity(Liquidity.TAKER)
                .at(at)
                .build();
    }
}
