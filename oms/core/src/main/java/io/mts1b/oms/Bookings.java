package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderTransitionException;

/**
 * What the books take of what happens: whole, or not at all. Everything that can be refused, and every sum that may have too
 * many digits, comes before anything changes.
 */
final class Bookings {

    private Bookings() {}

    /**
     * Returns where an order stands after an event, whose fill is booked or taken back then.
     *
     * @throws IllegalArgumentException if the books cannot take the fill, or nobody can count it; nothing has changed then
     * @throws OrderTransitionException if the event cannot happen to the order; nothing has changed then
     */
    static OrderState apply(OmsState state, OrderState before, OrderEvent event) {
        Order order = before.order();
        try {
            OrderState after = before.apply(event);
            if (event instanceof OrderEvent.Filled(Fill fill)) {
                requireOf(order, fill);
                book(state, stake(order), fill);
            } else if (event instanceof OrderEvent.FillBusted busted) {
                unbook(state, stake(order), busted.fill());
            }
            return after;
        } catch (ArithmeticException e) {
            throw uncountable(event, e);
        }
    }

    /**
     * Takes a fill of which there is no order of ours.
     *
     * @throws IllegalArgumentException if nobody can count it; nothing has changed then
     */
    static void book(OmsState state, OperatorWord.Booked word) {
        Fill fill = word.fill();
        Require.that(
                state.venues().fill(fill.fillId()).isEmpty(), () -> "fill " + fill.fillId() + " must be booked once");
        Stake stake = new Stake(word.fund(), fill.instrument(), word.broker(), word.strategy());
        try {
            book(state, stake, fill);
        } catch (ArithmeticException e) {
            throw uncountable(fill, e);
        }
        state.venues().book(word.broker(), fill);
    }

    private static Stake stake(Order order) {
        return new Stake(order.fund(), order.instrument(), order.broker(), order.strategy());
    }

    private static void requireOf(Order order, Fill fill) {
        Require.that(
                fill.instrument().equals(order.instrument()),
                () -> "fill must be of the order's instrument " + order.instrument() + ", was of " + fill.instrument());
        Require.that(fill.side() == order.side(), () -> "fill must be " + order.side() + ", was " + fill.side());
    }

    private static void book(OmsState state, Stake stake, Fill fill) {
        Runnable moving = moving(state, stake, fill.signedQuantity());
        state.state(stake.fund()).book(stake.strategy(), fill, state.prices().listed(fill.instrument()));
        moving.run();
    }

    private static void unbook(OmsState state, Stake stake, Fill fill) {
        Runnable moving = moving(state, stake, fill.signedQuantity().negated());
        state.state(stake.fund()).unbook(stake.strategy(), fill, state.venues()::booked);
        moving.run();
    }

    /** What is held is counted by broker and by part too: before the books change, and moved there after it. */
    private static Runnable moving(OmsState state, Stake stake, Decimal more) {
        Decimal atBroker =
                state.venues().held(stake.broker(), stake.instrument()).plus(more);
        Decimal ofPart = state.operations().held(stake).plus(more);
        return () -> {
            state.venues().hold(stake.broker(), stake.instrument(), atBroker);
            state.operations().hold(stake, ofPart);
            state.allFunds().moved(state.state(stake.fund()), stake.instrument());
        };
    }

    private static IllegalArgumentException uncountable(Object what, ArithmeticException cause) {
        return new IllegalArgumentException("books must be able to count " + what + ": " + cause.getMessage(), cause);
    }
}
