package io.mts1b.riskengine.commands;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.gates.Exposures;
import io.mts1b.riskengine.gates.OrderFlow;
import io.mts1b.riskengine.gates.RiskView;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the gates see of the facts of a file. */
final class FactsView implements RiskView {

    private final Facts facts;
    private final RiskEnvelope limits;
    private final Map<InstrumentId, Facts.Listed> listed = new TreeMap<>();
    private final CurrencyPairs pairs = new CurrencyPairs(this::lastPrice);
    private final Exposures exposures;
    private final OrderFlow flow = new OrderFlow();

    FactsView(Facts facts, RiskEnvelope limits) {
        this.facts = facts;
        this.limits = limits;
        for (Facts.Listed one : facts.instruments()) {
            listed.put(one.instrument().id(), one);
            pairs.list(one.instrument());
        }
        exposures = new Exposures(facts.fund().baseCurrency(), this);
        or(facts.positions()).forEach((id, quantity) -> exposures.held(required(id), quantity));
        for (Order order : or(facts.open())) {
            required(order.instrument());
            exposures.order(OrderState.created(order)
                    .apply(new OrderEvent.RiskApproved(order.orderId(), facts.at()))
                    .apply(new OrderEvent.Submitted(order.orderId(), facts.at())));
        }
        for (Facts.Sent sent : or(facts.sent())) {
            flow.approved(sent.order(), sent.strategy(), sent.at());
            if (sent.canceled()) {
                flow.canceling(sent.order());
            }
        }
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <K, V> SortedMap<K, V> or(@Nullable SortedMap<K, V> map) {
        return map == null ? Collections.emptySortedMap() : map;
    }

    private InstrumentId required(InstrumentId id) {
        if (!listed.containsKey(id)) {
            throw new IllegalArgumentException("instruments must have " + id + ", which is held or open");
        }
        return id;
    }

    @Override
    public Optional<OrderId> firstOrder(IdempotencyKey key) {
        return or(facts.seen()).stream()
                .filter(seen -> seen.key().equals(key))
                .map(Facts.Seen::order)
                .findFirst();
    }

    @Override
    public Optional<Instrument> instrument(InstrumentId id) {
        return Optional.ofNullable(listed.get(id)).map(Facts.Listed::instrument);
    }

    @Override
    public Classification classification(Instrument instrument) {
        return Optional.ofNullable(listed.get(instrument.id()))
                .map(Facts.Listed::classification)
                .orElseGet(() -> Classification.unknown(instrument));
    }

    @Override
    public Optional<Price> lastPrice(InstrumentId id) {
        return Optional.ofNullable(listed.get(id)).map(Facts.Listed::price);
    }

    @Override
    public Optional<Decimal> rate(Currency currency, Currency in) {
        return pairs.rate(currency, in);
    }

    @Override
    public Optional<Instant> pricedAt(InstrumentId id) {
        return Optional.ofNullable(listed.get(id)).map(Facts.Listed::pricedAt);
    }

    @Override
    public Optional<FundConfig> fund(FundId fund) {
        return Optional.of(facts.fund()).filter(config -> config.fund().equals(fund));
    }

    @Override
    public Optional<RiskEnvelope> envelope(FundId fund) {
        return Optional.of(limits).filter(envelope -> envelope.fund().equals(fund));
    }

    @Override
    public Exposures exposures(FundId fund) {
        return exposures;
    }

    @Override
    public Iterable<Exposures> exposures() {
        return List.of(exposures);
    }

    @Override
    public OrderFlow flow(FundId fund) {
        return flow;
    }

    @Override
    public Optional<String> doubt(BrokerId broker, InstrumentId instrument) {
        return or(facts.doubts()).stream()
                .filter(doubt ->
                        doubt.broker().equals(broker) && doubt.instrument().equals(instrument))
                .map(Facts.Doubt::cause)
                .findFirst();
    }

    @Override
    public Optional<Rate> loss(FundId fund, LossPeriod period) {
        return Optional.ofNullable(or(facts.losses()).get(period));
    }

    @Override
    public List<HaltRequest> halts() {
        return or(facts.halts());
    }

    @Override
    public boolean isStopped(FundId fund, InstrumentId instrument) {
        return or(facts.stopped()).contains(instrument);
    }

    @Override
    public Optional<Borrow> borrow(InstrumentId id) {
        return Optional.ofNullable(or(facts.borrows()).get(id));
    }

    @Override
    public Optional<CroAnswer> croAnswer(OrderId order) {
        return Optional.ofNullable(facts.answer());
    }
}
