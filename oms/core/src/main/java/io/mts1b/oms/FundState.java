package io.mts1b.oms;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.oms.OmsEvent.TargetsSet;
import io.mts1b.riskengine.gates.Exposures;
import io.mts1b.riskengine.gates.OrderFlow;
import io.mts1b.riskengine.gates.RiskView;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All there is of one fund. */
final class FundState {

    private final Books books;
    private final Exposures exposures;
    private final OrderFlow flow;
    private final NavHistory navs = new NavHistory();
    private final Map<LossPeriod, Optional<Rate>> losses = new EnumMap<>(LossPeriod.class);
    private Optional<RiskEnvelope> envelope = Optional.empty();
    private @Nullable TargetsSet targets;

    FundState(FundConfig fund, Money cash, RiskView market) {
        books = new Books(fund, cash);
        exposures = new Exposures(fund.baseCurrency(), market);
        flow = new OrderFlow();
    }

    /** All of it but the last fills and what follows from orders and prices. */
    record Form(
            Books.Form books,
            OrderFlow.Form flow,
            List<NavSnapshot> navs,
            @Nullable RiskEnvelope envelope,
            @Nullable TargetsSet targets) {}

    /** Takes over what another was; its last fills are asked for one by one. The market stands already. */
    FundState(Form form, Supplier<Fill> fills, RiskView market) {
        books = new Books(form.books().fund(), form.books().cash());
        books.restore(form.books(), fills);
        exposures = new Exposures(form.books().fund().baseCurrency(), market);
        books.quantities().forEach(exposures::held);
        flow = OrderFlow.of(form.flow());
        form.navs().forEach(navs::add);
        envelope = Optional.ofNullable(form.envelope());
        targets = form.targets();
    }

    Form form() {
        return new Form(books.form(), flow.form(), List.copyOf(navs.kept().values()), envelope.orElse(null), targets);
    }

    Books books() {
        return books;
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
