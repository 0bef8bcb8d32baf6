package io.mts1b.foundation.orders;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderTransitions.Trigger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one order after some prefix of its events.
 *
 * @param order what was wished for at first
 * @param status where it stands
 * @param ordered how much is wanted now, after replacements
 * @param requested what we asked it to become; null unless a replacement is unanswered
 * @param type at which prices it trades now, after replacements
 * @param filled how much has traded; more than {@code ordered} if the venue overfilled
 * @param turnover the sum of price times quantity over the fills, to {@value #TURNOVER_PLACES} decimals
 * @param venueOrderId the venue's identity of it; null until the venue has told
 */
public record OrderState(
        Order order,
        OrderStatus status,
        Quantity ordered,
        @Nullable Replacement requested,
        OrderType type,
        Quantity filled,
        Decimal turnover,
        @Nullable String venueOrderId) {

    private static final int TURNOVER_PLACES = 8;

    /** Validates. */
    public OrderState {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(status, "status");
        Require.that(!ordered.isZero(), "ordered must be positive, was 0");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(turnover, "turnover");
    }

    /**
     * Returns the state of a new order that no event has touched.
     *
     * @param order the order
     * @return the first state
     */
    public static OrderState created(Order order) {
        return new OrderState(
                order, OrderStatus.CREATED, order.quantity(), null, order.type(), Quantity.ZERO, Decimal.ZERO, null);
    }

    /**
     * Returns the state after one more event. Duplicates must have been removed: a fill applied twice
     * counts twice.
     *
     * @param event the next event of this order
     * @return the state that follows
     * @throws OrderTransitionException if the event cannot follow this state, or is another order's
     */
    public OrderState apply(OrderEvent event) {
        OrderStatus next = event.orderId().equals(order.orderId())
                ? OrderTransitions.next(status, trigger(event)).orElse(null)
                : null;
        if (next == null) {
            throw new OrderTransitionException(this, event);
        }
        return switch (event) {
            case OrderEvent.Filled(Fill fill) ->
                with(next, filled.plus(fill.quantity()), turnover.plus(turnoverOf(fill)));
            case OrderEvent.FillBusted busted ->
                with(next, filled.minus(busted.fill().quantity()), turnover.minus(turnoverOf(busted.fill())));
            case OrderEvent.Replaced replaced ->
                new OrderState(
                        order, next, replaced.quantity(), null, replaced.orderType(), filled, turnover, venueOrderId);
            case OrderEvent.ReplaceRequested asked ->
                requesting(next, new Replacement(asked.quantity(), asked.orderType()));
            case OrderEvent.ReplaceRejected _ -> requesting(next, null);
            case OrderEvent.Accepted accepted ->
                new OrderState(order, next, ordered, requested, type, filled, turnover, accepted.venueOrderId());
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.RiskDenied _,
                    OrderEvent.Submitted _,
                    OrderEvent.Rejected _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRejected _,
                    OrderEvent.Canceled _,
                    OrderEvent.Expired _,
                    OrderEvent.Lost _ -> with(next, filled, turnover);
        };
    }

    private OrderState with(OrderStatus next, Quantity nowFilled, Decimal nowTurnover) {
        return new OrderState(order, next, ordered, requested, type, nowFilled, nowTurnover, venueOrderId);
    }

    private OrderState requesting(OrderStatus next, @Nullable Replacement asked) {
        return new OrderState(order, next, ordered, asked, type, filled, turnover, venueOrderId);
    }

    /** The venue may have taken a replacement that it has not answered, so the larger of both may trade. */
    private Quantity atMost() {
        return requested == null || requested.quantity().compareTo(ordered) <= 0 ? ordered : requested.quantity();
    }

    private static Decimal turnoverOf(Fill fill) {
        return fill.price().value().times(fill.quantity().value(), TURNOVER_PLACES, RoundingMode.HALF_EVEN);
    }

    private Trigger trigger(OrderEvent event) {
        return switch (event) {
            case OrderEvent.RiskRequested _ -> Trigger.REQUEST_RISK;
            case OrderEvent.RiskApproved _ -> Trigger.APPROVE;
            case OrderEvent.RiskDenied _ -> Trigger.DENY;
            case OrderEvent.Submitted _ -> Trigger.SUBMIT;
            case OrderEvent.Accepted _ -> Trigger.ACCEPT;
            case OrderEvent.Rejected _ -> Trigger.REJECT;
            case OrderEvent.Filled(Fill fill) ->
                filled.plus(fill.quantity()).compareTo(atMost()) < 0 ? Trigger.FILL_PART : Trigger.FILL_ALL;
            case OrderEvent.FillBusted _ -> Trigger.BUST;
            case OrderEvent.CancelRequested _ -> Trigger.REQUEST_CANCEL;
            case OrderEvent.CancelRejected _ -> Trigger.REJECT_CANCEL;
            case OrderEvent.Canceled _ -> Trigger.CANCEL;
            case OrderEvent.ReplaceRequested _ -> Trigger.REQUEST_REPLACE;
            case OrderEvent.Replaced replaced ->
                filled.compareTo(replaced.quantity()) < 0 ? Trigger.REPLACE : Trigger.FILL_ALL;
            case OrderEvent.ReplaceRejected _ ->
                requested == null || filled.compareTo(ordered) < 0 ? Trigger.REJECT_REPLACE : Trigger.FILL_ALL;
            case OrderEvent.Expired _ -> Trigger.EXPIRE;
            case OrderEvent.Lost _ -> Trigger.LOSE;
        };
    }

    /**
     * Returns the order as it is wished for now.
     *
     * @return the order, with the quantity and the prices of its last replacement
     */
    public Order current() {
        return order.amended(ordered, type);
    }

    /**
     * Returns how much may still trade.
     *
     * @return ordered less filled, or requested if that is more; zero for an order that is final or overfilled
     */
    public Quantity remaining() {
        if (status.isFinal()) {
            return Quantity.ZERO;
        }
        Quantity most = atMost();
        return filled.isZero() ? most : filled.compareTo(most) >= 0 ? Quantity.ZERO : most.minus(filled);
    }

    /**
     * Returns the average price of the fills.
     *
     * @return turnover over filled, to {@value #TURNOVER_PLACES} decimals; empty before the first fill
     */
    public Optional<Price> averagePrice() {
        return filled.isZero()
                ? Optional.empty()
                : Optional.of(new Price(turnover.dividedBy(filled.value(), TURNOVER_PLACES, RoundingMode.HALF_EVEN)));
    }
}
