package io.mts1b.brokers.fix;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import java.time.Instant;

/** What we asked a counterparty to do, or to tell. */
sealed interface Asked {

    /** A new order. */
    record Submit(OrderName order) implements Asked {}

    /** A cancel of an order. */
    record Cancel(OrderName order) implements Asked {}

    /** A replacement of an order, which then has another name. */
    record Replace(OrderName order, OrderName as) implements Asked {}

    /** A question about one order. */
    record Find(long request, OrderName order) implements Asked {}

    /** The question about all open orders. */
    record ListOpen(long request) implements Asked {}

    /** What a question is kept by. */
    static String key(long request) {
        return "?" + request;
    }

    /** It certainly was not done. */
    default VenueMessage refused(Instant at, String reason) {
        String why = VenueMessage.reason(reason);
        return switch (this) {
            case Submit(OrderName order) -> new OrderReport.Rejected(order, at, why);
            case Cancel(OrderName order) -> new OrderReport.CancelRejected(order, at, why);
            case Replace(OrderName _, OrderName as) -> new OrderReport.ReplaceRejected(as, at, why);
            case Find(long request, OrderName _) -> new VenueAnswer.NoAnswer(request, at, why);
            case ListOpen(long request) -> new VenueAnswer.NoAnswer(request, at, why);
        };
    }

    /** It may have been done. */
    default VenueMessage unanswered(Instant at, String reason) {
        String why = VenueMessage.reason(reason);
        return switch (this) {
            case Submit(OrderName order) -> new OrderReport.Unanswered(order, at, why);
            case Cancel(OrderName order) -> new OrderReport.Unanswered(order, at, why);
            case Replace(OrderName order, OrderName _) -> new OrderReport.Unanswered(order, at, why);
            case Find(long request, OrderName _) -> new VenueAnswer.NoAnswer(request, at, why);
            case ListOpen(long request) -> new VenueAnswer.NoAnswer(request, at, why);
        };
    }
}
