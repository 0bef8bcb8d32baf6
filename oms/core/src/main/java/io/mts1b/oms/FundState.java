package io.mts1b.oms;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent.TargetsSet;
import io.mts1b.riskengine.gates.Exposures;
import io.mts1b.riskengine.gates.OrderFlow;
import io.mts1b.riskengine.gates.RiskView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All there is of one fund. */
final class FundState {

    private final Books books;
    private final Optional<FundConfig> config;
    // Looked up in; what leaves this class is sorted.
    private final Map<StrategyId, Books> strategies = new LinkedHashMap<>();
    private final Exposures exposures;
    private final OrderFlow flow;
    private final NavHistory navs = new NavHistory();
    private final Map<LossPeriod, Optional<Rate>> losses = new EnumMap<>(LossPeriod.class);
    private Optional<RiskEnvelope> envelope = Optional.empty();
    private @Nullable TargetsSet targets;

    FundState(FundConfig fund, Money cash, RiskView market) {
        books = new Books(fund, Balances.of(cash));
        config = Optional.of(fund);
        exposures = new Exposures(fund.baseCurrency(), market);
        flow = new OrderFlow();
    }

    /** What one strategy has. */
    record StrategyForm(StrategyId strategy, Books.Form books) {}

    /** All of it but the last fills and what follows from orders and prices. */
    record Form(
            Books.Form books,
            List<StrategyForm> strategies,
            OrderFlow.Form flow,
            List<NavSnapshot> navs,
            @Nullable RiskEnvelope envelope,
            @Nullable TargetsSet targets) {}

    /** Takes over what another was; its last fills are asked for one by one. The market stands already. */
    FundState(Form form, Supplier<FillId> fills, RiskView market) {
        books = new Books(form.books(), fills);
        config = Optional.of(books.fund());
        form.strategies().forEach(one -> strategies.put(one.strategy(), new Books(one.books(), fills)));
        exposures = new Exposures(form.books().fund().baseCurrency(), market);
        books.quantities().forEach(exposures::held);
        flow = OrderFlow.of(form.flow());
        form.navs().forEach(navs::add);
        envelope = Optional.ofNullable(form.envelope());
        targets = form.targets();
    }

    Form form() {
        List<StrategyForm> all = new ArrayList<>();
        sorted().forEach((strategy, account) -> all.add(new StrategyForm(strategy, account.form())));
        return new Form(
                books.form(), all, flow.form(), List.copyOf(navs.kept().values()), envelope.orElse(null), targets);
    }

    /** Returns the fills that may be taken back: of the fund, and then of its strategies. */
    Stream<FillId> lastFills() {
        return Stream.concat(books.lastFills(), sorted().values().stream().flatMap(Books::lastFills));
    }

    private SortedMap<StrategyId, Books> sorted() {
        return new TreeMap<>(strategies);
    }

    private Books books(StrategyId strategy) {
        Books known = strategies.get(strategy);
        return known == null
                ? new Books(books.fund(), Balances.of(Money.zero(books.fund().baseCurrency())))
                : known;
    }

    /** Returns what there is of an instrument: of the fund, and of its strategies. */
    Stream<InstrumentAccount> accounts(InstrumentId instrument) {
        return Stream.concat(Stream.of(books), strategies.values().stream())
                .flatMap(its -> its.account(instrument).stream());
    }

    /**
     * Takes a fill that a strategy wished for.
     *
     * @throws ArithmeticException if nobody can count what it comes to; nothing has changed then
     */
    void book(StrategyId strategy, Fill fill, Instrument instrument) {
        Books its = books(strategy);
        Runnable ofFund = books.booking(fill, instrument);
        Runnable ofStrategy = its.booking(fill, instrument);
        ofFund.run();
        ofStrategy.run();
        strategies.putIfAbsent(strategy, its);
    }

    /**
     * Takes a fill back.
     *
     * @throws IllegalArgumentException if the fund or the strategy can no longer take it back; nothing has changed then
     * @throws ArithmeticException if nobody can count what is left; nothing has changed then
     */
    void unbook(StrategyId strategy, Fill fill, Function<FillId, Fill> known) {
        Runnable ofFund = books.unbooking(fill, known);
        Runnable ofStrategy = books(strategy).unbooking(fill, known);
        ofFund.run();
        ofStrategy.run();
    }

    /**
     * Takes a corporate action.
     *
     * @param units what the positions of each strategy come to
     * @param other the other instrument it is about; null if there is none
     */
    void apply(CorporateAction action, SortedMap<StrategyId, Units> units, @Nullable Instrument other) {
        Units all = units.values().stream().reduce(Units.NONE, Units::plus);
        books.apply(action, all, other);
        sorted().forEach((strategy, its) -> its.apply(action, units.getOrDefault(strategy, Units.NONE), other));
    }

    /** Takes that what was owed because of a dividend was paid. */
    void paid(String action) {
        books.paid(action);
        strategies.values().forEach(its -> its.paid(action));
    }

    /** Returns what each strategy has come to. */
    List<StrategyAccount> strategies(Market market) {
        List<StrategyAccount> accounts = new ArrayList<>();
        sorted().forEach((strategy, account) -> accounts.add(StrategyAccount.of(strategy, account, market)));
        return accounts;
    }

    Books books() {
        return books;
    }

    /** Made once: the gates ask for every order. */
    Optional<FundConfig> config() {
        return config;
    }

    Exposures exposures() {
        return exposures;
    }

    OrderFlow flow() {
        return flow;
    }

    NavHistory navs() {
        return navs;
    }

    Optional<RiskEnvelope> envelope() {
        return envelope;
    }

    void envelope(RiskEnvelope limits) {
        envelope = Optional.of(limits);
    }

    Optional<TargetsSet> targets() {
        return Optional.ofNullable(targets);
    }

    void targets(TargetsSet wished) {
        targets = wished;
    }

    /** A fill, a price or a value of the fund changes what it lost. */
    void revalue() {
        losses.clear();
    }

    /** Returns what was lost, computed once until it changes. */
    Optional<Rate> loss(LossPeriod period, @Nullable LocalDate session, OmsState state) {
        Optional<Rate> known = losses.get(period);
        if (known == null) {
            known = session == null
                    ? Optional.empty()
                    : navs.loss(period, session, () -> state.nav(books.fund().fund()));
            losses.put(period, known);
        }
        return known;
    }
}
