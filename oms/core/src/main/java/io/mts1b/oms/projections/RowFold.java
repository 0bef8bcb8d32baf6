package io.mts1b.oms.projections;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.OperatorWord;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.oms.archive.Records;
import io.mts1b.oms.archive.Series;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into the state, and remembers which rows they change. Confined to one thread.
 *
 * <p>Rows of what has a state are made from the state when they are asked for, so that a row that changed often is made
 * once; rows of what only happens are made at once.
 */
final class RowFold implements AutoCloseable {

    /** How many traces stay in memory: those of the orders that were touched last. */
    private static final int KEPT = 10_000;

    private final Archive ended;
    private final Archive traced;
    private final OmsState state;
    private final Series<Trace> traces;
    private final SequencedSet<OrderId> touched = new LinkedHashSet<>();
    private final SortedMap<FundId, Long> targets = new TreeMap<>();
    private final SortedSet<OrderId> orders = new TreeSet<>();
    private final SortedSet<FundId> funds = new TreeSet<>();
    private final SortedSet<Holder> positions = new TreeSet<>();
    private final SortedMap<FillKey, Row> fills = new TreeMap<>();
    private final List<Row> events = new ArrayList<>();
    private final List<Row> targetSets = new ArrayList<>();
    private final List<Row> weights = new ArrayList<>();
    private final int kept;

    /**
     * What a row of an order tells beside its state.
     *
     * @param targets the event of the targets it was made for; null if for none
     * @param sequence the last event that happened to it
     * @param at when that was
     * @param reason why, as was last told; null if never
     */
    record Trace(
            @Nullable Long targets,
            long sequence,
            Instant at,
            @Nullable String reason) {}

    /** Who holds what. */
    private record Holder(FundId fund, InstrumentId instrument) implements Comparable<Holder> {

        @Override
        public int compareTo(Holder other) {
            int order = fund.compareTo(other.fund);
            return order == 0 ? instrument.compareTo(other.instrument) : order;
        }
    }

    /** Which fill of which order. */
    private record FillKey(String order, String fill) implements Comparable<FillKey> {

        @Override
        public int compareTo(FillKey other) {
            int order = this.order.compareTo(other.order);
            return order == 0 ? fill.compareTo(other.fill) : order;
        }
    }

    /** Begins before the first event; what it does not need in memory is in a folder, until it is closed. */
    RowFold(Path folder) {
        this(folder, KEPT);
    }

    RowFold(Path folder, int kept) {
        this.kept = kept;
        ended = FileArchive.create(folder.resolve("ended"));
        traced = FileArchive.create(folder.resolve("traces"));
        state = new OmsState(ended, OmsState.KEPT);
        traces = new Series<>('t', new Records(traced), Json::write, text -> Json.read(text, Trace.class));
    }

    OmsState state() {
        return state;
    }

    private void trace(OrderId order, Trace trace) {
        traces.put(order.value(), trace);
        touched.addLast(order);
        if (touched.size() > kept) {
            traces.file(touched.removeFirst().value());
        }
    }

    /** Takes the next event; {@code record} is the event as JSON. */
    void apply(long sequence, OmsEvent event, String record) {
        EventFacts facts = EventFacts.of(event);
        OrderState before =
                facts.order() == null ? null : state.order(facts.order()).orElse(null);
        state.apply(event);
        switch (event) {
            case OmsEvent.FundOpened opened -> funds.add(opened.fund().fund());
            case OmsEvent.TargetsSet set -> wish(sequence, set);
            case OmsEvent.OrderReceived received -> {
                Order order = received.order();
                Long wished = state.targets(order.fund())
                        .filter(set -> set.strategy().equals(order.strategy()))
                        .map(_ -> targets.get(order.fund()))
                        .orElse(null);
                trace(order.orderId(), new Trace(wished, sequence, order.createdAt(), null));
                orders.add(order.orderId());
            }
            case OmsEvent.OrderDecided decided -> decided(sequence, decided.decision());
            case OmsEvent.OrderChanged changed -> {
                if (before != null) {
                    changed(sequence, changed.event(), before);
                }
            }
            case OmsEvent.OperatorRuled(OperatorWord word) -> ruled(sequence, word);
            case OmsEvent.CorporateActionApplied _, OmsEvent.DividendPaid _ -> restated();
            case OmsEvent.InstrumentListed _,
                    OmsEvent.EnvelopeSet _,
                    OmsEvent.VetoAnswered _,
                    OmsEvent.MarketMarked _,
                    OmsEvent.NavMarked _,
                    OmsEvent.BorrowSet _,
                    OmsEvent.HaltSet _,
                    OmsEvent.HaltLifted _,
                    OmsEvent.LineChanged _,
                    OmsEvent.DifferenceFound _,
                    OmsEvent.DifferenceEnded _,
                    OmsEvent.ParentChanged _,
                    OmsEvent.OperationChanged _ -> {
                // They change no row but their own.
            }
        }
        events.add(event(sequence, facts, record));
    }

    private Row event(long sequence, EventFacts facts, String record) {
        OrderState after =
                facts.order() == null ? null : state.order(facts.order()).orElse(null);
        FundId fund = after == null ? facts.fund() : after.order().fund();
        return Row.of(
                sequence,
                facts.at() == null ? null : Row.time(facts.at()),
                facts.kind(),
                fund == null ? null : fund.value(),
                facts.order() == null ? null : facts.order().value(),
                after == null ? null : Row.name(after.status()),
                record);
    }

    private void wish(long sequence, OmsEvent.TargetsSet set) {
        targets.put(set.fund(), sequence);
        targetSets.add(Row.of(sequence, set.fund().value(), set.strategy().value(), Row.time(set.at())));
        long ordinal = 0;
        for (TargetWeight target : set.targets()) {
            weights.add(Row.of(sequence, ++ordinal, target.instrument().toString(), target.weight()));
        }
    }

    /** Whatever anybody holds may be another. */
    private void restated() {
        for (FundConfig fund : state.funds()) {
            funds.add(fund.fund());
            state.holdings(fund.fund())
                    .keySet()
                    .forEach(instrument -> positions.add(new Holder(fund.fund(), instrument)));
        }
    }

    private void ruled(long sequence, OperatorWord word) {
        switch (word) {
            case OperatorWord.Booked booked -> {
                Fill fill = booked.fill();
                fills.put(
                        new FillKey(fill.orderId().value(), fill.fillId().value()),
                        StateRows.fill(booked.fund(), booked.strategy(), booked.broker(), fill, null));
                positions.add(new Holder(booked.fund(), fill.instrument()));
                funds.add(booked.fund());
            }
            case OperatorWord.Adopted adopted -> {
                Order order = adopted.order();
                trace(
                        order.orderId(),
                        new Trace(
                                null,
                                sequence,
                                adopted.voice().at(),
                                adopted.voice().reason()));
                orders.add(order.orderId());
            }
            case OperatorWord.DeclaredDead dead ->
                touch(sequence, dead.order(), dead.voice().at(), dead.voice().reason());
            case OperatorWord.Disowned _ -> {
                // No fund of ours has anything of it.
            }
        }
    }

    private void decided(long sequence, RiskDecision decision) {
        String reason = decision instanceof RiskDecision.Denied denied
                ? denied.denials().stream().map(Denial::code).collect(Collectors.joining(" "))
                : null;
        touch(sequence, decision.orderId(), decision.at(), reason);
    }

    private void changed(long sequence, OrderEvent event, OrderState before) {
        touch(sequence, event.orderId(), event.at(), EventFacts.reason(event).orElse(null));
        Order order = before.order();
        switch (event) {
            case OrderEvent.Filled(Fill fill) -> {
                // A fill that was told again changed nothing.
                if (!state.order(event.orderId()).equals(Optional.of(before))) {
                    traded(order, fill, null);
                }
            }
            case OrderEvent.FillBusted(Fill fill, Instant at) -> traded(order, fill, at);
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.RiskDenied _,
                    OrderEvent.Submitted _,
                    OrderEvent.Accepted _,
                    OrderEvent.Rejected _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRejected _,
                    OrderEvent.Canceled _,
                    OrderEvent.ReplaceRequested _,
                    OrderEvent.Replaced _,
                    OrderEvent.ReplaceRejected _,
                    OrderEvent.Expired _,
                    OrderEvent.Lost _ -> {
                // They move nothing.
            }
        }
    }

    private void touch(long sequence, OrderId id, Instant at, @Nullable String reason) {
        traces.find(id.value())
                .ifPresent(before ->
                        trace(id, new Trace(before.targets, sequence, at, reason == null ? before.reason : reason)));
        orders.add(id);
    }

    private void traded(Order order, Fill fill, @Nullable Instant bustedAt) {
        fills.put(
                new FillKey(order.orderId().value(), fill.fillId().value()),
                StateRows.fill(order.fund(), order.strategy(), order.broker(), fill, bustedAt));
        positions.add(new Holder(order.fund(), fill.instrument()));
        funds.add(order.fund());
    }

    /** Returns the rows of events since this was last asked. */
    List<Row> drainEvents() {
        List<Row> drained = List.copyOf(events);
        events.clear();
        return drained;
    }

    /** Returns all other rows that changed since this was last asked, as they are now, in the order of their keys. */
    Map<Table, List<Row>> drain() {
        Map<Table, List<Row>> rows = new EnumMap<>(Table.class);
        rows.put(
                Table.FUNDS,
                state.funds().stream()
                        .filter(fund -> funds.contains(fund.fund()))
                        .map(StateRows::fund)
                        .toList());
        rows.put(
                Table.BALANCES,
                funds.stream()
                        .flatMap(fund ->
                                state.balances(fund).amounts().stream().map(amount -> StateRows.balance(fund, amount)))
                        .toList());
        rows.put(
                Table.ORDERS,
                orders.stream()
                        .map(id -> StateRows.order(
                                state.order(id).orElseThrow(),
                                traces.find(id.value()).orElseThrow()))
                        .toList());
        rows.put(Table.FILLS, List.copyOf(fills.values()));
        rows.put(
                Table.POSITIONS,
                positions.stream()
                        .map(one -> StateRows.position(
                                one.fund,
                                one.instrument,
                                state.holdings(one.fund).get(one.instrument)))
                        .toList());
        rows.put(Table.TARGET_SETS, List.copyOf(targetSets));
        rows.put(Table.TARGETS, List.copyOf(weights));
        forget();
        return rows;
    }

    /** Forgets what changed; the rows are written already. */
    void forget() {
        orders.clear();
        funds.clear();
        positions.clear();
        fills.clear();
        events.clear();
        targetSets.clear();
        weights.clear();
    }

    @Override
    public void close() {
        try (ended) {
            traced.close();
        }
    }
}
