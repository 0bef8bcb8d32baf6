package io.mts1b.oms.projections;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OperationEvent;
import io.mts1b.oms.OperatorWord;
import io.mts1b.oms.parents.ParentEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all events can be found by.
 *
 * @param kind the name of the event, or of what happened to an order
 * @param at when it happened; null where the event does not say
 * @param fund whose; null if it is about all, or about an order, which says whose it is
 * @param order the order it happened to; null if to none
 */
record EventFacts(
        String kind,
        @Nullable Instant at,
        @Nullable FundId fund,
        @Nullable OrderId order) {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    static EventFacts of(OmsEvent event) {
        return switch (event) {
            case OmsEvent.FundOpened opened ->
                of(event, opened.fund().createdAt(), opened.fund().fund(), null);
            case OmsEvent.InstrumentListed _ -> of(event, null, null, null);
            case OmsEvent.EnvelopeSet set ->
                of(event, set.envelope().createdAt(), set.envelope().fund(), null);
            case OmsEvent.TargetsSet set -> of(event, set.at(), set.fund(), null);
            case OmsEvent.OrderReceived(Order order) -> of(event, order.createdAt(), order.fund(), order.orderId());
            case OmsEvent.OrderDecided(RiskDecision decision) -> of(event, decision.at(), null, decision.orderId());
            case OmsEvent.VetoAnswered answered -> of(event, answered.at(), null, answered.order());
            case OmsEvent.OrderChanged(OrderEvent happened) -> of(happened, happened.at(), null, happened.orderId());
            case OmsEvent.MarketMarked marked -> of(event, marked.market().at(), null, null);
            case OmsEvent.NavMarked marked -> of(event, null, marked.nav().fund(), null);
            case OmsEvent.HaltSet(HaltRequest halt) -> of(event, halt.at(), halt.fund(), null);
            case OmsEvent.HaltLifted lifted ->
                of(event, lifted.at(), lifted.halt().fund(), null);
            case OmsEvent.LineChanged changed -> of(event, changed.at(), null, null);
            case OmsEvent.DifferenceFound found -> of(event, found.at(), null, null);
            case OmsEvent.DifferenceEnded ended -> of(event, ended.at(), null, null);
            case OmsEvent.OperatorRuled(OperatorWord word) -> of(word);
            case OmsEvent.CorporateActionApplied applied -> of(event, applied.at(), null, null);
            case OmsEvent.DividendPaid paid -> of(event, paid.at(), null, null);
            case OmsEvent.BorrowSet set -> of(event, set.at(), null, null);
            case OmsEvent.OperationChanged(OperationEvent operation) -> of(operation, at(operation), null, null);
            case OmsEvent.ParentChanged(ParentEvent parent) ->
                of(
                        parent,
                        at(parent),
                        null,
                        parent.parents().size() == 1 ? parent.parents().getFirst() : null);
        };
    }

    private static EventFacts of(OperatorWord word) {
        Instant at = word.voice().at();
        return switch (word) {
            case OperatorWord.Booked booked -> of(word, at, booked.fund(), null);
            case OperatorWord.Adopted adopted ->
                of(word, at, adopted.order().fund(), adopted.order().orderId());
            case OperatorWord.Disowned _ -> of(word, at, null, null);
            case OperatorWord.DeclaredDead dead -> of(word, at, null, dead.order());
        };
    }

    private static @Nullable Instant at(OperationEvent operation) {
        return switch (operation) {
            case OperationEvent.CalledOff off -> off.at();
            case OperationEvent.Ended ended -> ended.at();
            case OperationEvent.Begun _, OperationEvent.Ordered _ -> null;
        };
    }

    private static @Nullable Instant at(ParentEvent parent) {
        return switch (parent) {
            case ParentEvent.Taken taken -> taken.start().at();
            case ParentEvent.Withdrawn withdrawn -> withdrawn.at();
            case ParentEvent.Moved _, ParentEvent.Asked _ -> null;
        };
    }

    private static EventFacts of(Object event, @Nullable Instant at, @Nullable FundId fund, @Nullable OrderId order) {
        String kind =
                WORD.matcher(event.getClass().getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
        return new EventFacts(kind, at, fund, order);
    }

    /** Returns why something happened to an order, as whoever did it says. */
    static Optional<String> reason(OrderEvent event) {
        return switch (event) {
            case OrderEvent.RiskDenied denied -> Optional.of(denied.reason());
            case OrderEvent.Rejected rejected -> Optional.of(rejected.reason());
            case OrderEvent.CancelRejected rejected -> Optional.of(rejected.reason());
            case OrderEvent.Canceled canceled -> Optional.of(canceled.reason());
            case OrderEvent.ReplaceRejected rejected -> Optional.of(rejected.reason());
            case OrderEvent.Lost lost -> Optional.of(lost.reason());
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.Submitted _,
                    OrderEvent.Accepted _,
                    OrderEvent.Filled _,
                    OrderEvent.FillBusted _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.ReplaceRequested _,
                    OrderEvent.Replaced _,
                    OrderEvent.Expired _ -> Optional.empty();
        };
    }
}
