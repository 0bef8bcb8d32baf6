package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent.TargetsSet;
import io.mts1b.riskengine.envelopes.EnvelopePolicy;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.gates.Exposures;
import io.mts1b.riskengine.gates.OrderFlow;
import io.mts1b.riskengine.gates.RiskView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of everything the order management system knows: a fold over {@link OmsEvent}s.
 *
 * <p>Mutable and confined to one thread, the writer's. It never asks for the time, a number or a file.
 */
public final class OmsState implements RiskView {

    private final SortedMap<FundId, Books> funds = new TreeMap<>();
    private final SortedMap<FundId, RiskEnvelope> envelopes = new TreeMap<>();
    private final SortedMap<FundId, TargetsSet> targets = new TreeMap<>();
    private final SortedMap<FundId, NavHistory> navs = new TreeMap<>();
    private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    private final Map<InstrumentId, Classification> classifications = new LinkedHashMap<>();
    private final SortedMap<InstrumentId, Price> prices = new TreeMap<>();
    private final SortedMap<OrderId, OrderState> orders = new TreeMap<>();
    private final SortedMap<OrderId, OrderState> open = new TreeMap<>();
    private final SortedMap<FundId, Exposures> exposures = new TreeMap<>();
    private final SortedMap<FundId, OrderFlow> flows = new TreeMap<>();
    private final SortedMap<InstrumentId, Instant> pricedAt = new TreeMap<>();
    // Looked up in, never walked through.
    private final Map<IdempotencyKey, OrderId> keys = new LinkedHashMap<>();
    private final Map<FundId, Map<LossPeriod, Optional<Rate>>> losses = new LinkedHashMap<>();
    private final VenueRecords venues = new VenueRecords();
    private final Operations operations = new Operations();
    private final List<HaltRequest> halts = new ArrayList<>();
    private final List<HaltRequest> haltsInForce = Collections.unmodifiableList(halts);
    private @Nullable LocalDate session;
    private @Nullable Instant markedAt;

    /** Makes the state before the first event. */
    public OmsState() {}

    /**
     * Takes one more event.
     *
     * @param event the next event of the log
     * @throws IllegalArgumentException if it speaks of what the log never introduced
     * @throws io.mts1b.foundation.orders.OrderTransitionException if it cannot happen to its order
     */
    public void apply(OmsEvent event) {
        switch (event) {
            case OmsEvent.FundOpened opened -> open(opened);
            case OmsEvent.InstrumentListed listed -> {
                instruments.put(listed.instrument().id(), listed.instrument());
                classifications.put(listed.instrument().id(), listed.classification());
                losses.clear();
                changed(listed.instrument().id());
            }
            case OmsEvent.EnvelopeSet set -> {
                RiskEnvelope limits = set.envelope();
                EnvelopePolicy.require(envelope(limits.fund()), limits, halts);
                envelopes.put(limits.fund(), limits);
            }
            case TargetsSet set -> targets.put(set.fund(), set);
            case OmsEvent.OrderReceived received -> receive(received.order());
            case OmsEvent.OrderDecided decided -> decide(decided.decision());
            case OmsEvent.OrderChanged changed -> change(changed.event());
            case OmsEvent.MarketMarked marked -> {
                session = marked.session();
                markedAt = marked.market().at();
                prices.putAll(marked.market().prices());
                losses.clear();
                for (InstrumentId id : marked.market().prices().keySet()) {
                    pricedAt.put(id, marked.market().at());
                    changed(id);
                }
            }
            case OmsEvent.NavMarked marked -> {
                navs.computeIfAbsent(marked.nav().fund(), _ -> new NavHistory()).add(marked.nav());
                losses.remove(marked.nav().fund());
            }
            case OmsEvent.HaltSet set -> halts.add(set.halt());
            case OmsEvent.HaltLifted lifted ->
                Require.that(halts.remove(lifted.halt()), "halt must be in force, was " + lifted.halt());
            case OmsEvent.LineChanged changed -> venues.line(changed.broker(), changed.line());
            case OmsEvent.DifferenceFound found -> venues.found(found.broker(), found.difference());
            case OmsEvent.DifferenceEnded ended -> venues.ended(ended.broker(), ended.key());
            case OmsEvent.OperatorRuled ruled -> Ruling.apply(this, ruled.word());
            case OmsEvent.OperationChanged changed -> operations.apply(changed.event(), orders.values());
        }
    }

    private void open(OmsEvent.FundOpened opened) {
        FundId fund = opened.fund().fund();
        Require.that(!funds.containsKey(fund), "fund " + fund + " must be opened once");
        funds.put(fund, new Books(opened.fund(), opened.cash()));
        exposures.put(fund, new Exposures(opened.fund().baseCurrency(), this));
        flows.put(fund, new OrderFlow());
    }

    /** An instrument has another price, or other terms. */
    private void changed(InstrumentId id) {
        exposures.values().forEach(each -> each.changed(id));
    }

    void receive(Order order) {
        Require.that(!orders.containsKey(order.orderId()), "order " + order.orderId() + " must be received once");
        Require.that(funds.containsKey(order.fund()), "fund " + order.fund() + " must be open");
        orders.put(order.orderId(), OrderState.created(order));
        keys.putIfAbsent(order.idempotencyKey(), order.orderId());
    }

    private void decide(RiskDecision decision) {
        OrderState order = Require.present(
                orders.get(decision.orderId()), "order " + decision.orderId() + " must have been received");
        switch (decision) {
            case RiskDecision.Approved approved -> {
                change(new OrderEvent.RiskApproved(approved.orderId(), approved.at()));
                Order wish = order.order();
                flow(wish.fund()).approved(wish.orderId(), wish.strategy(), approved.at());
            }
            case RiskDecision.Denied denied ->
                change(new OrderEvent.RiskDenied(denied.orderId(), denied.at(), Reasons.of(denied)));
        }
    }

    /** Everything that can be refused is refused before anything changes. */
    void change(OrderEvent event) {
        OrderState before =
                Require.present(orders.get(event.orderId()), "order " + event.orderId() + " must have been received");
        // Venues tell fills again after a reconnect; the second time they tell nothing new.
        if (event instanceof OrderEvent.Filled filled
                && venues.fill(filled.fill().fillId()).isPresent()) {
            return;
        }
        OrderState after = before.apply(event);
        if (event instanceof OrderEvent.Filled filled) {
            book(before.order(), filled.fill());
        } else if (event instanceof OrderEvent.FillBusted busted) {
            books(before.order().fund()).unbook(busted.fill());
        }
        venues.apply(before, event);
        operations.happened(before.order(), event);
        orders.put(event.orderId(), after);
        if (isOpen(after.status())) {
            open.put(event.orderId(), after);
        } else {
            open.remove(event.orderId());
        }
        expose(after);
        Order wish = before.order();
        if (event instanceof OrderEvent.CancelRequested) {
            flow(wish.fund()).canceling(wish.orderId());
        } else if (event instanceof OrderEvent.ReplaceRequested asked) {
            flow(wish.fund()).replacing(wish.strategy(), asked.at());
        }
    }

    private void expose(OrderState state) {
        exposures(state.order().fund()).order(state);
        hold(state.order().fund(), state.order().instrument());
    }

    private void hold(FundId fund, InstrumentId id) {
        exposures(fund).held(id, positions(fund).getOrDefault(id, Decimal.ZERO));
        losses.remove(fund);
    }

    /** Takes a fill of which there is no order. */
    void book(FundId fund, Fill fill) {
        books(fund).book(fill, listed(fill.instrument()));
        hold(fund, fill.instrument());
    }

    private void book(Order order, Fill fill) {
        Require.that(
                fill.instrument().equals(order.instrument()),
                "fill must be of the order's instrument " + order.instrument() + ", was of " + fill.instrument());
        Require.that(fill.side() == order.side(), "fill must be " + order.side() + ", was " + fill.side());
        books(order.fund()).book(fill, listed(fill.instrument()));
    }

    private static boolean isOpen(OrderStatus status) {
        return status == OrderStatus.APPROVED || status.mayTrade();
    }

    /**
     * Returns an order.
     *
     * @param id its identity
     * @return its state; empty if it was never received
     */
    public Optional<OrderState> order(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** {@return all orders by identity, since the log began} */
    public SortedMap<OrderId, OrderState> orders() {
        return Collections.unmodifiableSortedMap(orders);
    }

    /** {@return all funds, in the order of their identities} */
    public List<FundConfig> funds() {
        return funds.values().stream().map(Books::fund).toList();
    }

    /**
     * Returns the cash of a fund.
     *
     * @param fund a fund that was opened
     * @return its cash, negative if borrowed
     */
    public Money cash(FundId fund) {
        return books(fund).cash();
    }

    /**
     * Returns what a fund holds and held.
     *
     * @param fund a fund that was opened
     * @return its holdings, those of quantity zero included
     */
    public SortedMap<InstrumentId, Holding> holdings(FundId fund) {
        return books(fund).holdings();
    }

    /**
     * Returns what the positions of a fund are worth at the last prices.
     *
     * @param fund a fund that was opened
     * @return the sum, shorts counted negative; cash is not in it
     * @throws IllegalArgumentException if something held never had a price
     */
    public Money positionsValue(FundId fund) {
        Books books = books(fund);
        Money sum = Money.zero(books.cash().currency());
        for (InstrumentId id : books.quantities().keySet()) {
            Price price = Require.present(prices.get(id), id + " must have had a price");
            sum = sum.plus(books.value(listed(id), price));
        }
        return sum;
    }

    /**
     * Returns what the books say of a fund at the last prices.
     *
     * @param fund a fund that was opened
     * @return its account
     * @throws IllegalArgumentException if something held never had a price
     */
    public FundAccount account(FundId fund) {
        return FundAccount.of(
                fund, cash(fund), positionsValue(fund), holdings(fund).values());
    }

    /**
     * Returns what a fund is worth at the last prices.
     *
     * @param fund a fund that was opened
     * @return cash plus positions
     */
    public Money nav(FundId fund) {
        return cash(fund).plus(positionsValue(fund));
    }

    /**
     * Returns the last value that was marked for a fund.
     *
     * @param fund its identity
     * @return the value; empty before the first
     */
    public Optional<NavSnapshot> lastNav(FundId fund) {
        return Optional.ofNullable(navs.get(fund)).flatMap(NavHistory::last);
    }

    /**
     * Returns what was wished for a fund.
     *
     * @param fund its identity
     * @return the last targets; empty before the first
     */
    public Optional<TargetsSet> targets(FundId fund) {
        return Optional.ofNullable(targets.get(fund));
    }

    /** {@return the prices as of the last mark; empty before the first} */
    public Optional<MarketSnapshot> market() {
        return Optional.ofNullable(markedAt).map(at -> new MarketSnapshot(at, prices));
    }

    /** {@return the SHA-256 of its canonical form, in hexadecimal; equal states have equal hashes on every machine} */
    public String hash() {
        return StateHash.of(this);
    }

    SortedMap<FundId, NavHistory> navs() {
        return navs;
    }

    private Books books(FundId fund) {
        return Require.present(funds.get(fund), "fund " + fund + " must be open");
    }

    private Instrument listed(InstrumentId id) {
        return Require.present(instruments.get(id), "instrument " + id + " must be listed");
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
        Classification known = classifications.get(instrument.id());
        return known == null ? Classification.unknown(instrument) : known;
    }

    @Override
    public Optional<Price> lastPrice(InstrumentId id) {
        return Optional.ofNullable(prices.get(id));
    }

    @Override
    public Optional<FundConfig> fund(FundId fund) {
        return Optional.ofNullable(funds.get(fund)).map(Books::fund);
    }

    @Override
    public Optional<RiskEnvelope> envelope(FundId fund) {
        return Optional.ofNullable(envelopes.get(fund));
    }

    @Override
    public Exposures exposures(FundId fund) {
        Exposures known = exposures.get(fund);
        // Asked for each order several times, so the message is made only when it is needed.
        if (known == null) {
            throw new IllegalArgumentException("fund " + fund + " must be open");
        }
        return known;
    }

    @Override
    public Iterable<Exposures> exposures() {
        return Collections.unmodifiableCollection(exposures.values());
    }

    @Override
    public OrderFlow flow(FundId fund) {
        return Require.present(flows.get(fund), "fund " + fund + " must be open");
    }

    @Override
    public Optional<Instant> pricedAt(InstrumentId id) {
        return Optional.ofNullable(pricedAt.get(id));
    }

    /**
     * Returns what a fund holds.
     *
     * @param fund its identity
     * @return the signed quantities, without those that are zero
     */
    public SortedMap<InstrumentId, Decimal> positions(FundId fund) {
        return books(fund).quantities();
    }

    /**
     * Returns the orders of a fund that may still trade.
     *
     * @param fund its identity
     * @return those from APPROVED on that are not final, UNKNOWN included
     */
    public List<OrderState> openOrders(FundId fund) {
        return open.values().stream()
                .filter(state -> state.order().fund().equals(fund))
                .toList();
    }

    /** Returns the orders of a broker that may still trade, in the order of their identities. */
    List<OrderState> openAt(BrokerId broker) {
        return open.values().stream()
                .filter(state -> state.order().broker().equals(broker))
                .toList();
    }

    /** Computed once, and again when a fill, a price or a value of the fund changes it. */
    @Override
    public Optional<Rate> loss(FundId fund, LossPeriod period) {
        Map<LossPeriod, Optional<Rate>> known = losses.get(fund);
        if (known == null) {
            known = new EnumMap<>(LossPeriod.class);
            losses.put(fund, known);
        }
        Optional<Rate> loss = known.get(period);
        if (loss == null) {
            NavHistory history = navs.get(fund);
            loss = history == null || session == null ? Optional.empty() : history.loss(period, session, nav(fund));
            known.put(period, loss);
        }
        return loss;
    }

    @Override
    public List<HaltRequest> halts() {
        return haltsInForce;
    }

    @Override
    public Optional<String> doubt(BrokerId broker, InstrumentId instrument) {
        Optional<LineState> line = venues.line(broker);
        if (line.isPresent() && line.get() != LineState.UP) {
            return Optional.of(
                    line.get() == LineState.DOWN
                            ? "the line to " + broker + " is down"
                            : "what happened at " + broker + " meanwhile is not caught up with");
        }
        return venues.doubt(broker, instrument);
    }

    @Override
    public boolean flattens(OrderId order) {
        return operations.flattens(order);
    }

    /** {@return what operators began, how far it is, and which strategy has what where} */
    public Operations operations() {
        return operations;
    }

    /** How orders are known at venues. */
    VenueRecords venues() {
        return venues;
    }

    /** {@return where venues tell something else than the log: the differences that stand, by broker} */
    public SortedMap<BrokerId, List<Difference>> differences() {
        return venues.differences();
    }

    @Override
    public Optional<Borrow> borrow(InstrumentId id) {
        // Nobody lends to us yet; what must be located is denied.
        return Optional.empty();
    }

    @Override
    public Optional<CroAnswer> croAnswer(OrderId order) {
        // Nobody is asked yet; an envelope that wants an answer gets silence.
        return Optional.empty();
    }
}
