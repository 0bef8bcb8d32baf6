package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderEvent;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One venue, as the writer deals with it: its line, what it tells, and the rounds in which everything is compared.
 *
 * <p>What it remembers beside the state is questions that are open. A process that dies forgets them, and asks anew.
 */
final class VenueDesk {

    private final Broker broker;
    private final Recorder recorder;
    private final OmsPolicy policy;
    private final Touches touches = new Touches();
    private final Differences differences;
    private final VenueInquiries inquiries;
    private final Comparison comparison;
    private final SortedSet<OrderId> awaited = new TreeSet<>();
    private final Patience patience = new Patience();
    private @Nullable Round round;
    private @Nullable Instant comparedAt;
    private boolean lookBack;

    VenueDesk(Broker broker, Recorder recorder, OmsPolicy policy) {
        this.broker = broker;
        this.recorder = recorder;
        this.policy = policy;
        this.differences = new Differences(broker.broker(), recorder);
        this.inquiries = new VenueInquiries(broker, recorder, policy, touches, differences);
        this.comparison = new Comparison(broker, recorder, touches, differences, inquiries);
    }

    Broker broker() {
        return broker;
    }

    /** Hears of everything that is recorded of this venue's orders. */
    void recorded(OrderEvent event) {
        if (round == null && !inquiries.isAsking()) {
            touches.forget();
            return;
        }
        if (event instanceof OrderEvent.CancelRequested) {
            // That we want it gone says nothing of where it stands: who wants it again and again must still learn that.
            return;
        }
        touches.order(event.orderId());
        if (event instanceof OrderEvent.Filled(var fill)) {
            touches.position(fill.instrument());
        } else if (event instanceof OrderEvent.FillBusted(var fill, var _)) {
            touches.position(fill.instrument());
        }
    }

    /** Hears of what an operator said: what was asked before it may be answered as of before it. */
    void ruled(OperatorWord word) {
        switch (word) {
            case OperatorWord.Booked booked -> touches.position(booked.fill().instrument());
            case OperatorWord.Disowned disowned -> touches.position(disowned.instrument());
            case OperatorWord.Adopted adopted -> touches.order(adopted.order().orderId());
            case OperatorWord.DeclaredDead dead -> touches.order(dead.order());
        }
    }

    void take(VenueMessage message) {
        switch (message) {
            case VenueMessage.LineUp _ -> {
                line(LineState.CATCHING_UP, "the line is up");
                inquiries.forget();
                awaited.clear();
                startRound();
            }
            case VenueMessage.LineDown down -> {
                line(LineState.DOWN, down.reason());
                inquiries.forget();
                awaited.clear();
                patience.heard();
                round = null;
            }
            case VenueMessage.Unreadable _ -> startRound();
            case OrderReport report -> inquiries.reports().take(report);
            case VenueAnswer answer -> {
                take(answer);
                catchUp();
            }
        }
    }

    private void take(VenueAnswer answer) {
        Round asked = round;
        if (asked == null || !asked.asked(answer.request())) {
            inquiries.take(answer);
            return;
        }
        asked.take(answer);
        if (asked.isComplete()) {
            finish(asked);
        }
    }

    private void finish(Round asked) {
        round = null;
        patience.heard();
        comparedAt = recorder.now();
        boolean began = comparison.make(asked);
        if (isLine(LineState.CATCHING_UP)) {
            inquiries.cancelPending();
            if (asked.orders() == null) {
                // A venue that lists no orders is asked about each.
                inquiries.askAll();
            }
        }
        awaited.addAll(inquiries.unanswered());
        if (began) {
            lookBack = true;
            startRound();
        }
    }

    /** The line is up when the round is over, and every order it asked about was answered for. */
    private void catchUp() {
        if (isLine(LineState.CATCHING_UP) && round == null && comparedAt != null) {
            awaited.retainAll(inquiries.unanswered());
            if (awaited.isEmpty()) {
                line(LineState.UP, "caught up");
            }
        }
    }

    void onTime() {
        if (isLine(LineState.DOWN)) {
            return;
        }
        inquiries.onTime();
        Instant now = recorder.now();
        Round asked = round;
        if (asked != null) {
            if (!now.isBefore(asked.startedAt().plus(patience.of(policy.answerWithin())))) {
                patience.missed();
                startRound();
            }
        } else if (comparedAt == null || !now.isBefore(comparedAt.plus(policy.compareEvery()))) {
            startRound();
        }
        catchUp();
    }

    private void startRound() {
        VenueRecords venues = recorder.state().venues();
        BrokerId id = broker.broker();
        Instant first = venues.firstSent(id).orElse(recorder.now());
        Instant last = lookBack ? first : venues.lastFill(id).orElse(first);
        lookBack = false;
        round = Round.start(broker, recorder, touches.now(), inquiries::nextRequest, last.minus(policy.overlap()));
        if (round.isComplete()) {
            // A venue that can be asked nothing.
            finish(round);
            catchUp();
        }
    }

    private boolean isLine(LineState state) {
        return recorder.state().venues().line(broker.broker()).orElse(LineState.UP) == state;
    }

    private void line(LineState state, String reason) {
        if (!isLine(state)) {
            recorder.record(new OmsEvent.LineChanged(broker.broker(), state, reason, recorder.now()));
        }
    }
}
