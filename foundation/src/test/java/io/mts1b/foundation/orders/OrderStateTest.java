package io.mts1b.foundation.orders;

import static io.mts1b.foundation.orders.Orders.NOON;
import static io.mts1b.foundation.orders.Orders.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderEvent.Accepted;
import io.mts1b.foundation.orders.OrderEvent.CancelRejected;
import io.mts1b.foundation.orders.OrderEvent.CancelRequested;
import io.mts1b.foundation.orders.OrderEvent.Canceled;
import io.mts1b.foundation.orders.OrderEvent.Expired;
import io.mts1b.foundation.orders.OrderEvent.FillBusted;
import io.mts1b.foundation.orders.OrderEvent.Filled;
import io.mts1b.foundation.orders.OrderEvent.Lost;
import io.mts1b.foundation.orders.OrderEvent.Rejected;
import io.mts1b.foundation.orders.OrderEvent.ReplaceRejected;
import io.mts1b.foundation.orders.OrderEvent.ReplaceRequested;
import io.mts1b.foundation.orders.OrderEvent.Replaced;
import io.mts1b.foundation.orders.OrderEvent.RiskApproved;
import io.mts1b.foundation.orders.OrderEvent.RiskDenied;
import io.mts1b.foundation.orders.OrderEvent.RiskRequested;
import io.mts1b.foundation.orders.OrderEvent.Submitted;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OrderStateTest {

    private static final OrderId ID = new OrderId("o-1");
    private static final OrderEvent APPROVED = new RiskApproved(ID, NOON);
    private static final OrderEvent SUBMITTED = new Submitted(ID, NOON);
    private static final OrderEvent ACCEPTED = new Accepted(ID, NOON, "V-77");
    private static final OrderEvent CANCEL_REQUESTED = new CancelRequested(ID, NOON);
    private static final OrderEvent CANCELED = new Canceled(ID, NOON, "by request");
    private static final OrderEvent LOST = new Lost(ID, NOON, "disconnected");

    @Test
    void fills_in_parts_and_averages_their_prices() {
        OrderState state = after(
                APPROVED, SUBMITTED, ACCEPTED, new Filled(fill("f-1", 30, "10.01")), new Filled(fill("f-2", 70, "10")));

        assertThat(state.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(state.filled()).isEqualTo(Quantity.of(100));
        assertThat(state.averagePrice()).contains(Price.parse("10.003"));
        assertThat(state.remaining()).isEqualTo(Quantity.ZERO);
        assertThat(state.venueOrderId()).isEqualTo("V-77");
    }

    @Test
    void is_the_wish_of_its_last_replacement() {
        OrderType asked = new OrderType.Limit(Price.parse("9.5"));
        OrderState before = after(APPROVED, SUBMITTED, ACCEPTED);
        OrderState replaced = before.apply(new ReplaceRequested(ID, NOON, Quantity.of(150), asked))
                .apply(new Replaced(ID, NOON, Quantity.of(150), asked));

        assertThat(before.current()).isSameAs(before.order());
        assertThat(replaced.current().quantity()).isEqualTo(Quantity.of(150));
        assertThat(replaced.current().type()).isEqualTo(asked);
        assertThat(replaced.current()
                        .amended(before.order().quantity(), before.order().type()))
                .isEqualTo(before.order());
    }

    @Test
    void counts_a_fill_that_comes_before_the_acknowledgement() {
        OrderState state = after(APPROVED, SUBMITTED, new Filled(fill("f-1", 100, "10")), ACCEPTED);

        assertThat(state.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(state.venueOrderId()).isEqualTo("V-77");
    }

    @Test
    void counts_a_fill_that_comes_after_the_cancel() {
        OrderState part =
                after(APPROVED, SUBMITTED, ACCEPTED, CANCEL_REQUESTED, CANCELED, new Filled(fill("f-1", 40, "10")));

        assertThat(part.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(part.filled()).isEqualTo(Quantity.of(40));
        assertThat(part.remaining()).isEqualTo(Quantity.ZERO);
        assertThat(part.apply(new Filled(fill("f-2", 60, "10"))).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void ignores_a_cancel_refusal_that_a_fill_overtook() {
        OrderState state = after(
                APPROVED,
                SUBMITTED,
                ACCEPTED,
                CANCEL_REQUESTED,
                new Filled(fill("f-1", 100, "10")),
                new CancelRejected(ID, NOON, "too late to cancel"));

        assertThat(state.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void stays_unknown_until_the_venue_speaks_of_the_rest() {
        OrderState lost = after(APPROVED, SUBMITTED, LOST);
        OrderState partlyFilled = lost.apply(new Filled(fill("f-1", 10, "10")));

        assertThat(partlyFilled.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(partlyFilled.status().mayTrade()).isTrue();
        assertThat(partlyFilled.remaining()).isEqualTo(Quantity.of(90));
        assertThat(partlyFilled.apply(ACCEPTED).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(partlyFilled.apply(CANCELED).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void doubts_a_venue_that_rejects_and_then_trades() {
        OrderState state =
                after(APPROVED, SUBMITTED, new Rejected(ID, NOON, "no margin"), new Filled(fill("f-1", 10, "10")));

        assertThat(state.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(state.filled()).isEqualTo(Quantity.of(10));
    }

    @Test
    void counts_what_the_venue_overfills() {
        OrderState state =
                after(APPROVED, SUBMITTED, new Filled(fill("f-1", 100, "10")), new Filled(fill("f-2", 5, "10")));

        assertThat(state.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(state.filled()).isEqualTo(Quantity.of(105));
        assertThat(state.remaining()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void takes_back_a_busted_fill() {
        OrderState state = after(APPROVED, SUBMITTED, new Filled(fill("f-1", 100, "10")));

        OrderState busted = state.apply(new FillBusted(fill("f-1", 100, "10"), NOON));

        assertThat(busted.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(busted.filled()).isEqualTo(Quantity.ZERO);
        assertThat(busted.averagePrice()).isEmpty();
    }

    @Test
    void wants_what_the_replacement_says() {
        OrderState working = after(APPROVED, SUBMITTED, ACCEPTED, new Filled(fill("f-1", 40, "10")));
        OrderType limit = new OrderType.Limit(Price.parse("9.5"));

        OrderState larger = working.apply(new ReplaceRequested(ID, NOON, Quantity.of(150), limit))
                .apply(new Replaced(ID, NOON, Quantity.of(150), limit));
        OrderState smaller = working.apply(new Replaced(ID, NOON, Quantity.of(40), limit));

        assertThat(larger.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(larger.remaining()).isEqualTo(Quantity.of(110));
        assertThat(larger.type()).isEqualTo(limit);
        assertThat(smaller.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void counts_a_larger_replacement_until_it_is_answered() {
        OrderType limit = new OrderType.Limit(Price.parse("9.5"));
        OrderState asked =
                after(APPROVED, SUBMITTED, ACCEPTED, new ReplaceRequested(ID, NOON, Quantity.of(150), limit));
        OrderState traded = asked.apply(new Filled(fill("f-1", 120, "10")));

        assertThat(asked.remaining()).isEqualTo(Quantity.of(150));
        // The venue can only have taken it; until it says so, the rest may be alive.
        assertThat(traded.status()).isEqualTo(OrderStatus.PENDING_REPLACE);
        assertThat(traded.remaining()).isEqualTo(Quantity.of(30));
        assertThat(traded.apply(new Replaced(ID, NOON, Quantity.of(150), limit)).status())
                .isEqualTo(OrderStatus.ACCEPTED);
        assertThat(traded.apply(new ReplaceRejected(ID, NOON, "too late")).status())
                .isEqualTo(OrderStatus.FILLED);
        assertThat(asked.apply(new ReplaceRejected(ID, NOON, "no")).remaining()).isEqualTo(Quantity.of(100));
        assertThat(traded.apply(new Filled(fill("f-2", 30, "10"))).status()).isEqualTo(OrderStatus.FILLED);
        OrderState smaller =
                after(APPROVED, SUBMITTED, ACCEPTED, new ReplaceRequested(ID, NOON, Quantity.of(50), limit));
        assertThat(smaller.remaining()).isEqualTo(Quantity.of(100));
    }

    @Test
    void doubts_a_filled_order_that_was_replaced_by_more() {
        OrderState filled = after(APPROVED, SUBMITTED, ACCEPTED, new Filled(fill("f-1", 100, "10")));

        OrderState replaced = filled.apply(new Replaced(ID, NOON, Quantity.of(150), new OrderType.Market()));

        assertThat(replaced.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(replaced.remaining()).isEqualTo(Quantity.of(50));
    }

    @Test
    void refuses_an_event_that_cannot_follow() {
        OrderState created = OrderState.created(Orders.order().build());

        assertThatThrownBy(() -> created.apply(ACCEPTED))
                .isInstanceOf(OrderTransitionException.class)
                .hasMessageStartingWith("order o-1 is CREATED, which cannot be followed by Accepted[");
        assertThatThrownBy(() ->
                        after(new RiskDenied(ID, NOON, "POSITION_ABOVE_LIMIT")).apply(new Filled(fill("f-1", 1, "10"))))
                .isInstanceOf(OrderTransitionException.class);
    }

    @Test
    void refuses_the_event_of_another_order() {
        OrderState created = OrderState.created(Orders.order().build());

        assertThatThrownBy(() -> created.apply(new RiskApproved(new OrderId("o-2"), NOON)))
                .isInstanceOf(OrderTransitionException.class);
    }

    @Test
    void a_fold_of_any_legal_events_keeps_the_sum_of_its_fills() {
        ForAll.cases(random -> {
            OrderState state = OrderState.created(Orders.order().build());
            List<Fill> fills = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                OrderEvent event = anyEvent(random, i);
                if (event instanceof FillBusted && fills.isEmpty()) {
                    continue;
                }
                OrderEvent next = event instanceof FillBusted ? new FillBusted(fills.getLast(), NOON) : event;
                try {
                    state = state.apply(next);
                } catch (OrderTransitionException e) {
                    continue;
                }
                if (next instanceof Filled filled) {
                    fills.add(filled.fill());
                } else if (next instanceof FillBusted) {
                    fills.removeLast();
                }
            }
            Quantity sum = fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
            assertThat(state.filled()).isEqualTo(sum);
            if (state.status() == OrderStatus.FILLED) {
                assertThat(state.filled()).isGreaterThanOrEqualTo(state.ordered());
            }
        });
    }

    private static OrderEvent anyEvent(RandomGenerator random, int number) {
        Quantity quantity = Quantity.of(random.nextLong(1, 150));
        OrderType market = new OrderType.Market();
        return switch (random.nextInt(17)) {
            case 0 -> new RiskRequested(ID, NOON);
            case 1 -> APPROVED;
            case 2 -> new RiskDenied(ID, NOON, "no");
            case 3, 4 -> SUBMITTED;
            case 5 -> ACCEPTED;
            case 6 -> new Rejected(ID, NOON, "no");
            case 7, 8 -> new Filled(fill("f-" + number, random.nextLong(1, 60), "10.5"));
            case 9 -> new FillBusted(fill("f-" + number, 1, "10.5"), NOON);
            case 10 -> CANCEL_REQUESTED;
            case 11 -> new CancelRejected(ID, NOON, "no");
            case 12 -> CANCELED;
            case 13 -> new ReplaceRequested(ID, NOON, quantity, market);
            case 14 -> new Replaced(ID, NOON, quantity, market);
            case 15 -> new ReplaceRejected(ID, NOON, "no");
            default -> random.nextBoolean() ? new Expired(ID, NOON) : LOST;
        };
    }

    private static OrderState after(OrderEvent... events) {
        OrderState state = OrderState.created(Orders.order().build());
        for (OrderEvent event : events) {
            state = state.apply(event);
        }
        return state;
    }
}
