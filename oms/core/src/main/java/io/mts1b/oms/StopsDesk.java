package io.mts1b.oms;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.stops.SyntheticStops;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What watches positions and begins to close one whose price has passed its stop. Prices are marks and quotes, whichever is
 * newer; a quote alone is not in the log, what follows from it is. The operation that closes is as any flatten of one
 * position, without a halt: it takes back the orders of the position, and lets nothing open there until it is gone.
 *
 * <p>Nothing begins on a price that is older, or more ahead of the clock, than the limits of the fund allow for opening, or the
 * policy where they say nothing; nor while the position is in doubt. What could not be closed is tried again after a while with
 * a new price, each time after twice that while, until the position is gone or an operator calls its stop off.
 *
 * <p>Confined to the writer's thread.
 */
final class StopsDesk {

    /** The begin of the names of its operations, which nobody else's may have. */
    static final String PREFIX = "stop-";

    static final ActorId ACTOR = new ActorId("riskengine");
    private static final Duration WITHIN = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Recorder recorder;
    private final OmsPolicy policy;
    private final Map<InstrumentId, Quote> quotes = new TreeMap<>();
    private final SortedSet<InstrumentId> due = new TreeSet<>();
    /** A process that begins looks at everything: the last one may have died before it did. */
    private boolean all = true;

    /** What a unit can be closed at, and since when. */
    private record Seen(Price price, Instant at) {}

    StopsDesk(Recorder recorder, OmsPolicy policy) {
        this.recorder = recorder;
        this.policy = policy;
    }

    /** Takes what was recorded: it may move a price, a stop or a position. */
    void happened(OmsEvent event) {
        switch (event) {
            case OmsEvent.MarketMarked marked ->
                due.addAll(marked.market().prices().keySet());
            case OmsEvent.EnvelopeSet _ -> all = true;
            case OmsEvent.OrderChanged(OrderEvent.Filled(var fill)) -> due.add(fill.instrument());
            case OmsEvent.OrderChanged(OrderEvent.FillBusted busted) ->
                due.add(busted.fill().instrument());
            // What was quoted counted other units.
            case OmsEvent.CorporateActionApplied applied ->
                quotes.remove(applied.action().instrument());
            case OmsEvent.OperatorRuled(OperatorWord.Booked booked) ->
                due.add(booked.fill().instrument());
            default -> {
                // Nothing is passed by it.
            }
        }
    }

    /**
     * Takes a quote; one that comes after a newer one, is far ahead of the clock, or is a feed's error more likely than a
     * market, is not looked at.
     */
    void quoted(Quote quote) {
        InstrumentId id = quote.instrument();
        Quote before = quotes.get(id);
        boolean isNews = before == null || !quote.at().isBefore(before.at());
        if (isNews
                && !isAhead(quote.at())
                && quote.isSane()
                && recorder.state().instrument(id).isPresent()) {
            quotes.put(id, quote);
            due.add(id);
        }
    }

    /** Looks at what has changed since the last time. */
    void look() {
        if (!all && due.isEmpty()) {
            return;
        }
        List<InstrumentId> changed = List.copyOf(due);
        due.clear();
        for (FundConfig config : recorder.state().funds()) {
            Books books = recorder.state().books(config.fund());
            for (InstrumentId id : all ? List.copyOf(books.quantities().keySet()) : changed) {
                if (!books.quantity(id).isZero()) {
                    look(new Scope.OfPosition(config.fund(), id));
                }
            }
        }
        all = false;
    }

    private void look(Scope.OfPosition position) {
        OmsState state = recorder.state();
        RiskEnvelope limits = state.envelope(position.fund()).orElse(null);
        LotBook held = state.books(position.fund()).lots(position.instrument());
        Seen seen = limits == null ? null : seen(position.instrument(), held);
        if (limits == null || seen == null) {
            return;
        }
        Instant now = recorder.now();
        Optional<String> reason = state.operations()
                .stops()
                .passed(position)
                .map(before -> again(before, limits, seen, now))
                .orElseGet(() -> SyntheticStops.passed(limits, held, seen.price)
                        .map(stop -> "the price " + seen.price + " has passed the stop at " + stop));
        if (reason.isEmpty() || !isFresh(limits, seen, now)) {
            return;
        }
        if (isInDoubt(position)) {
            due.add(position.instrument());
            return;
        }
        String id = PREFIX + (state.operations().stops().begun() + 1);
        recorder.record(new OmsEvent.OperationChanged(new OperationEvent.Begun(
                new Operation(id, Operation.Kind.STOP, position, reason.get(), ACTOR, now, now.plus(WITHIN)))));
    }

    /** Returns why what was left the last time is tried again; empty if it goes on, was called off, or it is too early. */
    private Optional<String> again(Stops.Passed before, RiskEnvelope limits, Seen seen, Instant now) {
        OperationState last =
                recorder.state().operations().operation(before.operation()).orElseThrow();
        OperationEvent.Ended ended = last.ended();
        if (ended == null || last.calledOff() != null || !limits.enableSyntheticStop()) {
            return Optional.empty();
        }
        Duration pause = policy.compareEvery().multipliedBy(1L << Math.min(before.times() - 1, MOST_DOUBLINGS));
        boolean isTime = seen.at.isAfter(ended.at()) && !now.isBefore(ended.at().plus(pause));
        return isTime ? Optional.of(before.operation() + " has left something") : Optional.empty();
    }

    /** Returns the newest price; null if there is none. */
    private @Nullable Seen seen(InstrumentId id, LotBook held) {
        Instant markedAt = recorder.state().pricedAt(id).orElse(Instant.MIN);
        Quote quote = quotes.get(id);
        if (quote != null && (isAhead(markedAt) || !quote.at().isBefore(markedAt))) {
            return new Seen(SyntheticStops.closing(quote, held), quote.at());
        }
        return recorder.state()
                .lastPrice(id)
                .map(price -> new Seen(price, markedAt))
                .orElse(null);
    }

    /** What claims to be of a time to come must not hide what comes until then. */
    private boolean isAhead(Instant at) {
        return at.isAfter(recorder.now().plus(policy.pricesHold()));
    }

    private boolean isFresh(RiskEnvelope limits, Seen seen, Instant now) {
        Duration most = limits.maxPriceAge() == null ? policy.pricesHold() : limits.maxPriceAge();
        return Duration.between(seen.at, now).abs().compareTo(most) <= 0;
    }

    private boolean isInDoubt(Scope.OfPosition position) {
        OmsState state = recorder.state();
        return state.operations().brokers(position).stream()
                .anyMatch(broker -> state.doubt(broker, position.instrument()).isPresent());
    }
}
