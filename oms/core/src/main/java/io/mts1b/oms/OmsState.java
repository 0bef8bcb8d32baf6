package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent.TargetsSet;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.oms.parents.Parents;
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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The state of everything the order management system knows: a fold over {@link OmsEvent}s.
 *
 * <p>Mutable and confined to one thread, the writer's. It never asks for the time, a number or a file.
 */
public final class OmsState implements RiskView {

    /** How many orders that ended are kept in memory. */
    public static final int KEPT = 1_000;

    private final Market market = new Market();
    private final Funds funds = new Funds(market);
    private final Orders orders;
    private final Links links = new Links();
    private final VenueRecords venues;
    private final Operations operations;
    private final CorporateActions corporateActions;
    private final List<HaltRequest> halts = new ArrayList<>();
    private final List<HaltRequest> haltsInForce = Collections.unmodifiableList(halts);

    /** Makes the state before the first event, all in memory. */
    public OmsState() {
        this(new MemoryArchive(), KEPT);
    }

    /**
     * Makes the state before the first event.
     *
     * @param archive where orders that ended are kept, empty; the caller closes it after the state is used
     * @param kept how many of them stay in memory; the hash of the state is the same whatever it is
     */
    public OmsState(Archive archive, int kept) {
        this(new Orders(archive, kept));
    }

    private OmsState(Orders orders) {
        this(orders, new Operations(orders.records()), List.of());
    }

    /** Makes what a snapshot fills. */
    OmsState(Orders orders, Operations operations, List<CorporateActions.Applied> applied) {
        this.orders = orders;
        this.operations = operations;
        corporateActions = new CorporateActions(applied);
        venues = new VenueRecords(orders);
    }

    /**
     * Takes one more event.
     *
     * @param event the next event of the log
     * @throws IllegalArgumentException if it speaks of what the log never introduced
     * @throws io.mts1b.foundation.orders.OrderTransitionException if it cannot happen to its order
     */
    public void apply(OmsEvent event) {
        switch (event) {
            case OmsEvent.FundOpened opened -> funds.open(opened, this);
            case OmsEvent.InstrumentListed listed -> {
                funds.list(listed.instrument());
                market.list(listed.instrument(), listed.classification());
                funds.changed(listed.instrument().id());
            }
            case OmsEvent.EnvelopeSet set -> {
                RiskEnvelope limits = set.envelope();
                EnvelopePolicy.require(envelope(limits.fund()), limits, halts);
                state(limits.fund()).envelope(limits);
            }
            case TargetsSet set -> state(set.fund()).targets(set);
            case OmsEvent.OrderReceived received -> receive(received.order());
            case OmsEvent.OrderDecided decided -> decide(decided.decision());
            case OmsEvent.VetoAnswered answered -> operations.vetoes().answered(answered);
            case OmsEvent.OrderChanged changed -> change(changed.event());
            case OmsEvent.MarketMarked marked -> {
                market.mark(marked.session(), marked.market());
                marked.market().prices().keySet().forEach(funds::changed);
                funds.all().forEach(FundState::revalue);
            }
            case OmsEvent.NavMarked marked -> {
                FundState fund = state(marked.nav().fund());
                fund.navs().add(marked.nav());
                fund.revalue();
            }
            case OmsEvent.HaltSet set -> halts.add(set.halt());
            case OmsEvent.HaltLifted lifted ->
                Require.that(halts.remove(lifted.halt()), "halt must be in force, was " + lifted.halt());
            case OmsEvent.LineChanged changed -> venues.line(changed.broker(), changed.line());
            case OmsEvent.DifferenceFound found -> venues.found(found.broker(), found.difference());
            case OmsEvent.DifferenceEnded ended -> venues.ended(ended.broker(), ended.key());
            case OmsEvent.OperatorRuled ruled -> Ruling.apply(this, ruled.word());
            case OmsEvent.ParentChanged changed -> parents().apply(changed.event());
            case OmsEvent.CorporateActionApplied applied -> corporateActions.apply(this, applied.action());
            case OmsEvent.BorrowSet set -> market.lend(set.instrument(), set.terms());
            case OmsEvent.DividendPaid paid -> corporateActions.paid(this, paid.action());
            case OmsEvent.OperationChanged changed -> operations.apply(changed.event(), orders.inMemory());
        }
    }

    void receive(Order order) {
        state(order.fund());
        orders.receive(order);
        links.add(order);
        parents().received(order);
    }

    private void decide(RiskDecision decision) {
        switch (decision) {
            case RiskDecision.Approved approved -> {
                Order wish = change(new OrderEvent.RiskApproved(approved.orderId(), approved.at()));
                flow(wish.fund()).approved(wish.orderId(), wish.strategy(), approved.at());
            }
            case RiskDecision.Denied denied ->
                change(new OrderEvent.RiskDenied(denied.orderId(), denied.at(), Reasons.of(denied)));
        }
    }

    /** Everything that can be refused is refused before anything changes. */
    Order change(OrderEvent event) {
        OrderRecord record = Require.present(
                orders.find(event.orderId()), () -> "order " + event.orderId() + " must have been received");
        Order wish = record.state.order();
        // Venues tell fills again after a reconnect; the second time they tell nothing new.
        if (event instanceof OrderEvent.Filled filled
                && venues.fill(filled.fill().fillId()).isPresent()) {
            return wish;
        }
        OrderState after = Bookings.apply(this, record.state, event);
        orders.hold(record);
        venues.apply(record, event);
        operations.happened(wish, event);
        orders.put(record, after, links);
        exposures(wish.fund()).order(after);
        if (event instanceof OrderEvent.CancelRequested) {
            flow(wish.fund()).canceling(wish.orderId());
        } else if (event instanceof OrderEvent.ReplaceRequested asked) {
            flow(wish.fund()).replacing(wish.strategy(), asked.at());
        }
        return wish;
    }

    /**
     * {@return an order: its state; empty if it was never received}
     *
     * @param id its identity
     */
    public Optional<OrderState> order(OrderId id) {
        OrderRecord record = orders.find(id);
        return record == null ? Optional.empty() : Optional.of(record.state);
    }

    /**
     * Walks through all orders since the log began.
     *
     * @param consumer who takes each: first those that ended long ago, then the others; always in the same order
     */
    public void forEachOrder(Consumer<OrderState> consumer) {
        orders.forEach(record -> consumer.accept(record.state));
    }

    /** Returns the orders that may still change, and the last that ended. */
    Stream<OrderState> lastOrders() {
        return orders.inMemory().stream().map(record -> record.state);
    }

    /** {@return all funds, in the order of their identities} */
    public List<FundConfig> funds() {
        return funds.all().stream().map(fund -> fund.books().fund()).toList();
    }

    /**
     * {@return the cash of a fund at the last rates, in its currency: negative if borrowed}
     *
     * @param fund a fund that was opened
     * @throws IllegalArgumentException if a currency it has never had a rate
     */
    public Money cash(FundId fund) {
        return books(fund).cashValue(market);
    }

    /**
     * {@return the cash of a fund: what was paid and received, currency by currency}
     *
     * @param fund a fund that was opened
     */
    public Balances balances(FundId fund) {
        return books(fund).cash();
    }

    /**
     * {@return what a fund holds and held: its holdings, those of quantity zero included}
     *
     * @param fund a fund that was opened
     */
    public SortedMap<InstrumentId, Holding> holdings(FundId fund) {
        return books(fund).holdings();
    }

    /**
     * Returns what the strategies of a fund hold and have come to.
     *
     * @param fund a fund that was opened
     * @return their accounts at the last prices, in the order of their identities
     */
    public List<StrategyAccount> strategies(FundId fund) {
        return state(fund).strategies(market);
    }

    /**
     * Returns what the positions of a fund are worth at the last prices.
     *
     * @param fund a fund that was opened
     * @return the sum, shorts counted negative; cash is not in it
     * @throws IllegalArgumentException if something held never had a price
     */
    public Money positionsValue(FundId fund) {
        return books(fund).value(market);
    }

    /**
     * Returns what the books say of a fund at the last prices.
     *
     * @param fund a fund that was opened
     * @return its account
     * @throws IllegalArgumentException if something held never had a price
     */
    public FundAccount account(FundId fund) {
        return FundAccount.of(books(fund), market);
    }

    /**
     * {@return what a fund is worth at the last prices: cash plus positions}
     *
     * @param fund a fund that was opened
     */
    public Money nav(FundId fund) {
        return cash(fund).plus(positionsValue(fund));
    }

    /**
     * {@return the last value that was marked for a fund: the value; empty before the first}
     *
     * @param fund its identity
     */
    public Optional<NavSnapshot> lastNav(FundId fund) {
        return funds.find(fund).flatMap(known -> known.navs().last());
    }

    /**
     * {@return what was wished for a fund: the last targets; empty before the first}
     *
     * @param fund its identity
     */
    public Optional<TargetsSet> targets(FundId fund) {
        return funds.find(fund).flatMap(FundState::targets);
    }

    /** {@return the prices as of the last mark; empty before the first} */
    public Optional<MarketSnapshot> market() {
        return market.snapshot();
    }

    /** {@return the SHA-256 of its canonical form, in hexadecimal; equal states have equal hashes on every machine} */
    public String hash() {
        return StateHash.of(this);
    }

    Links links() {
        return links;
    }

    FundState state(FundId fund) {
        return funds.get(fund);
    }

    Books books(FundId fund) {
        return state(fund).books();
    }

    @Override
    public Optional<OrderId> firstOrder(IdempotencyKey key) {
        return Optional.ofNullable(orders.find(key))
                .map(record -> record.state.order().orderId());
    }

    @Override
    public Optional<Instrument> instrument(InstrumentId id) {
        return market.instrument(id);
    }

    @Override
    public Classification classification(Instrument instrument) {
        return market.classification(instrument);
    }

    @Override
    public Optional<Price> lastPrice(InstrumentId id) {
        return market.price(id);
    }

    /** {@return the session of the last prices; empty before the first} */
    public Optional<LocalDate> session() {
        return Optional.ofNullable(market.session());
    }

    @Override
    public Optional<FundConfig> fund(FundId fund) {
        FundState known = funds.known(fund);
        return known == null ? Optional.empty() : known.config();
    }

    @Override
    public Optional<RiskEnvelope> envelope(FundId fund) {
        FundState known = funds.known(fund);
        return known == null ? Optional.empty() : known.envelope();
    }

    @Override
    public Exposures exposures(FundId fund) {
        return state(fund).exposures();
    }

    @Override
    public Iterable<Exposures> exposures() {
        return () -> funds.all().stream().map(FundState::exposures).iterator();
    }

    @Override
    public OrderFlow flow(FundId fund) {
        return state(fund).flow();
    }

    @Override
    public Optional<Decimal> rate(Currency currency, Currency in) {
        return market.rate(currency, in);
    }

    @Override
    public Optional<Instant> pricedAt(InstrumentId id) {
        return market.pricedAt(id);
    }

    /**
     * {@return what a fund holds: the signed quantities, without those that are zero}
     *
     * @param fund its identity
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
        return open(order -> order.fund().equals(fund));
    }

    /** Returns the orders of a broker that may still trade, in the order in which they came to be that. */
    List<OrderState> openAt(BrokerId broker) {
        return open(order -> order.broker().equals(broker));
    }

    private List<OrderState> open(Predicate<Order> which) {
        return orders.open().stream()
                .map(record -> record.state)
                .filter(state -> which.test(state.order()))
                .toList();
    }

    /** Computed once, and again when a fill, a price or a value of the fund changes it. */
    @Override
    public Optional<Rate> loss(FundId fund, LossPeriod period) {
        FundState known = funds.known(fund);
        return known == null ? Optional.empty() : known.loss(period, market.session(), this);
    }

    @Override
    public List<HaltRequest> halts() {
        return haltsInForce;
    }

    @Override
    public Optional<String> doubt(BrokerId broker, InstrumentId instrument) {
        return switch (venues.line(broker).orElse(LineState.UP)) {
            case UP -> venues.doubt(broker, instrument);
            case DOWN -> Optional.of("the line to " + broker + " is down");
            case CATCHING_UP -> Optional.of("what happened at " + broker + " meanwhile is not caught up with");
        };
    }

    @Override
    public boolean flattens(OrderId order) {
        return operations.flattens(order);
    }

    @Override
    public boolean isStopped(FundId fund, InstrumentId instrument) {
        return operations.isStopped(fund, instrument);
    }

    /** {@return what operators began, how far it is, and which strategy has what where} */
    public Operations operations() {
        return operations;
    }

    /** {@return the parent orders that algos work, and how far they are} */
    public Parents parents() {
        return operations.parents();
    }

    Market prices() {
        return market;
    }

    Funds allFunds() {
        return funds;
    }

    CorporateActions corporateActions() {
        return corporateActions;
    }

    Orders orders() {
        return orders;
    }

    /** How orders are known at venues. */
    VenueRecords venues() {
        return venues;
    }

    /** {@return where venues tell something else than the log: the differences that stand, by broker} */
    public SortedMap<BrokerId, List<Difference>> differences() {
        return venues.differences();
    }

    /** {@return what can be borrowed to be sold short, and on which terms} */
    public SortedMap<InstrumentId, Borrow> borrows() {
        return market.borrows();
    }

    @Override
    public Optional<Borrow> borrow(InstrumentId id) {
        return market.borrow(id);
    }

    @Override
    public Optional<CroAnswer> croAnswer(OrderId order) {
        return operations.vetoes().answer(order);
    }
}
