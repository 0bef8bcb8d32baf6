package io.mts1b.riskengine;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.FundConfigBuilder;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderBuilder;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.gates.Exposures;
import io.mts1b.riskengine.gates.OrderFlow;
import io.mts1b.riskengine.gates.RiskView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A world made by hand: one fund of a million dollars, a few shares, and whatever a test puts into it. */
final class World implements RiskView {

    static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    static final FundId FUND = new FundId("alpha");
    static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    static final InstrumentId MSFT = InstrumentId.parse("MSFT.XNAS");
    static final InstrumentId SAP = InstrumentId.parse("SAP.XETR");

    private final Map<IdempotencyKey, OrderId> keys = new TreeMap<>();
    private final Map<InstrumentId, Instrument> instruments = new TreeMap<>();
    private final Map<InstrumentId, Classification> classifications = new TreeMap<>();
    private final Map<InstrumentId, Price> prices = new TreeMap<>();
    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private final SortedMap<OrderId, OrderState> open = new TreeMap<>();
    private final Map<LossPeriod, Rate> losses = new TreeMap<>();
    private final List<HaltRequest> halts = new ArrayList<>();
    private boolean flattened;
    private final Map<InstrumentId, Borrow> borrows = new TreeMap<>();
    private final Map<OrderId, CroAnswer> answers = new TreeMap<>();
    private final CurrencyPairs pairs = new CurrencyPairs(this::lastPrice);
    private final Exposures exposures = new Exposures(Currency.USD, this);
    private final Exposures others = new Exposures(Currency.USD, this);
    private final OrderFlow flow = new OrderFlow();
    private Instant pricedAt = NOW;
    private Optional<String> doubt = Optional.empty();
    private Optional<RiskEnvelope> envelope = Optional.of(generous().build());
    private Optional<FundConfig> fund = Optional.of(fundConfig().build());

    World() {
        list(AAPL, "100", new Classification(AssetClass.EQUITIES, "technology", "US"));
        list(MSFT, "200", new Classification(AssetClass.EQUITIES, "technology", "US"));
        list(SAP, "50", new Classification(AssetClass.EQUITIES, "software", "DE"));
    }

    /** Limits that stop nothing a test does not mean to be stopped. */
    static RiskEnvelopeBuilder generous() {
        return RiskEnvelope.builder(Money.parse("1000000 USD"))
                .envelopeId(new EnvelopeId("alpha"))
                .fund(FUND)
                .maxPosition(Rate.ONE)
                .maxSector(Rate.parse("5"))
                .maxAssetClass(Rate.parse("5"))
                .maxCountry(Rate.parse("5"))
                .maxGrossExposure(Rate.parse("5"))
                .maxNetExposure(Rate.parse("5"))
                .maxOrderNotional(Money.parse("1000000 USD"))
                .enableShorting(true)
                .version(7)
                .createdAt(NOW);
    }

    static FundConfigBuilder fundConfig() {
        return FundConfig.builder()
                .fund(FUND)
                .name("Alpha")
                .targetNav(Money.parse("1000000 USD"))
                .broker(new BrokerId("paper"))
                .addAssetClasses(AssetClass.EQUITIES)
                .addStrategies(new StrategyId("momentum"))
                .createdAt(NOW);
    }

    static OrderBuilder order(Side side, long quantity) {
        return Order.builder()
                .orderId(new OrderId("o-1"))
                .idempotencyKey(new IdempotencyKey("k-1"))
                .fund(FUND)
                .strategy(new StrategyId("momentum"))
                .instrument(AAPL)
                .side(side)
                .quantity(Quantity.of(quantity))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(new BrokerId("paper"))
                .actor(new ActorId("momentum"))
                .createdAt(NOW);
    }

    World limits(UnaryOperator<RiskEnvelopeBuilder> change) {
        envelope = Optional.of(change.apply(generous()).build());
        return this;
    }

    World limits(RiskEnvelope limits) {
        envelope = Optional.of(limits);
        return this;
    }

    World noEnvelope() {
        envelope = Optional.empty();
        return this;
    }

    World fund(UnaryOperator<FundConfigBuilder> change) {
        fund = Optional.of(change.apply(fundConfig()).build());
        return this;
    }

    World noFund() {
        fund = Optional.empty();
        return this;
    }

    World seen(String key, String order) {
        keys.put(new IdempotencyKey(key), new OrderId(order));
        return this;
    }

    World list(InstrumentId id, String price, Classification classification) {
        instrument(new Instrument.Equity(
                id, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD)));
        classifications.put(id, classification);
        return priced(id, price);
    }

    World instrument(Instrument instrument) {
        instruments.put(instrument.id(), instrument);
        pairs.list(instrument);
        exposures.changed(instrument.id());
        return this;
    }

    World priced(InstrumentId id, String price) {
        prices.put(id, Price.parse(price));
        exposures.changed(id);
        CurrencyPairs.Pair.of(Objects.requireNonNull(instruments.get(id)))
                .ifPresent(pair -> exposures.rated(pair.base(), pair.quote()));
        return this;
    }

    World unpriced(InstrumentId id) {
        prices.remove(id);
        exposures.changed(id);
        return this;
    }

    World holds(InstrumentId id, long quantity) {
        return holds(id, Decimal.of(quantity));
    }

    World holds(InstrumentId id, Decimal quantity) {
        if (quantity.isZero()) {
            positions.remove(id);
        } else {
            positions.put(id, quantity);
        }
        exposures.held(id, quantity);
        return this;
    }

    World open(String orderId, InstrumentId id, Side side, long quantity) {
        OrderId order = new OrderId(orderId);
        return becomes(OrderState.created(order(side, quantity)
                        .orderId(order)
                        .instrument(id)
                        .idempotencyKey(new IdempotencyKey(orderId))
                        .build())
                .apply(new OrderEvent.RiskApproved(order, NOW))
                .apply(new OrderEvent.Submitted(order, NOW)));
    }

    /** An order has another state. */
    World becomes(OrderState state) {
        if (state.status().mayTrade()) {
            open.put(state.order().orderId(), state);
        } else {
            open.remove(state.order().orderId());
        }
        exposures.order(state);
        return this;
    }

    @Override
    public Optional<Decimal> rate(Currency currency, Currency in) {
        return pairs.rate(currency, in);
    }

    World pricedAt(Instant at) {
        pricedAt = at;
        return this;
    }

    /** Another fund has an order open. */
    World elsewhere(OrderState state) {
        others.order(state);
        return this;
    }

    /** The fund sent orders, and took some of them back. */
    World sent(int orders, int canceled, Instant at) {
        for (int i = 0; i < orders; i++) {
            flow.approved(new OrderId("s-" + i), new StrategyId("momentum"), at);
            if (i < canceled) {
                flow.canceling(new OrderId("s-" + i));
            }
        }
        return this;
    }

    World lost(LossPeriod period, String share) {
        losses.put(period, Rate.parse(share));
        return this;
    }

    /** Every order is one of a flatten. */
    World flattened() {
        flattened = true;
        return this;
    }

    World halted(HaltRequest halt) {
        halts.add(halt);
        return this;
    }

    World lends(InstrumentId id, Borrow borrow) {
        borrows.put(id, borrow);
        return this;
    }

    World doubts(String cause) {
        doubt = Optional.of(cause);
        return this;
    }

    World answers(String order, CroAnswer answer) {
        answers.put(new OrderId(order), answer);
        return this;
    }

    @Override
    public Optional<String> doubt(BrokerId broker, InstrumentId instrument) {
        return broker.equals(new BrokerId("paper")) && instrument.equals(AAPL) ? doubt : Optional.empty();
    }

    @Override
    public Optional<OrderId> firstOrder(IdempotencyKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public Optional<Instrument> instrument(InstrumentId id) {
        return Optional.ofNullable(instruments.get(id));
    }

    @Override
    public Classification classification(Instrument instrument) {
        return classifications.getOrDefault(instrument.id(), Classification.unknown(instrument));
    }

    @Override
    public Optional<Price> lastPrice(InstrumentId id) {
        return Optional.ofNullable(prices.get(id));
    }

    @Override
    public Optional<FundConfig> fund(FundId id) {
        return fund;
    }

    @Override
    public Optional<RiskEnvelope> envelope(FundId id) {
        return envelope;
    }

    @Override
    public Exposures exposures(FundId id) {
        return exposures;
    }

    @Override
    public List<Exposures> exposures() {
        return List.of(exposures, others);
    }

    @Override
    public OrderFlow flow(FundId id) {
        return flow;
    }

    @Override
    public Optional<Instant> pricedAt(InstrumentId id) {
        return Optional.ofNullable(prices.get(id)).map(_ -> pricedAt);
    }

    SortedMap<InstrumentId, Decimal> positions() {
        return positions;
    }

    List<OrderState> openOrders() {
        return List.copyOf(open.values());
    }

    @Override
    public Optional<Rate> loss(FundId id, LossPeriod period) {
        return Optional.ofNullable(losses.get(period));
    }

    @Override
    public boolean flattens(OrderId order) {
        return flattened;
    }

    @Override
    public List<HaltRequest> halts() {
        return halts;
    }

    @Override
    public Optional<Borrow> borrow(InstrumentId id) {
        return Optional.ofNullable(borrows.get(id));
    }

    @Override
    public Optional<CroAnswer> croAnswer(OrderId order) {
        return Optional.ofNullable(answers.get(order));
    }
}
