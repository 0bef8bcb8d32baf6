package io.mts1b.oms.api;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.api.ApiReply.FillView;
import io.mts1b.oms.api.ApiReply.NumberedOrder;
import io.mts1b.oms.api.ApiReply.OrderView;
import io.mts1b.oms.api.ApiReply.PositionView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Makes what is shown of what stands, on the writer's thread. */
final class Views {

    /** How many orders or fills are looked at for a page, so that no question holds up the trading. */
    private static final int MOST = 10_000;

    private Views() {}

    static OrderView order(OrderState state, LogFeed feed) {
        return new OrderView(
                state,
                state.averagePrice().orElse(null),
                state.remaining(),
                feed.reason(state.order().orderId()).orElse(null));
    }

    static List<OrderView> openOrders(OmsState state, LogFeed feed, FundId fund) {
        return state.openOrders(fund).stream()
                .sorted(Comparator.comparing(order -> order.order().orderId()))
                .map(order -> order(order, feed))
                .toList();
    }

    static ApiReply.OpenOrders openOrders(OmsState state, LogFeed feed, ApiCommand.ListOpenOrders wanted) {
        OrderId after = wanted.after();
        List<OrderView> found = openOrders(state, feed, wanted.fund()).stream()
                .filter(order -> after == null || id(order).compareTo(after) > 0)
                .limit(wanted.limit() + 1L)
                .toList();
        return found.size() <= wanted.limit()
                ? new ApiReply.OpenOrders(found, null)
                : new ApiReply.OpenOrders(found.subList(0, wanted.limit()), id(found.get(wanted.limit() - 1)));
    }

    private static OrderId id(OrderView order) {
        return order.state().order().orderId();
    }

    static ApiReply.Orders orders(OmsState state, LogFeed feed, ApiCommand.ListOrders wanted) {
        List<NumberedOrder> found = new ArrayList<>();
        Long next = walk(feed.orders(), wanted.after(), wanted.limit(), (number, id) -> {
            OrderState order = state.order(id).orElseThrow();
            return order.order().fund().equals(wanted.fund())
                    && found.add(new NumberedOrder(number, order(order, feed)));
        });
        return new ApiReply.Orders(found, next);
    }

    static ApiReply.Fills fills(OmsState state, LogFeed feed, ApiCommand.ListFills wanted) {
        List<FillView> found = new ArrayList<>();
        Long next = walk(
                feed.fills(),
                wanted.after(),
                wanted.limit(),
                (_, fill) -> wanted.fund().equals(fund(state, fill)) && found.add(fill.view()));
        return new ApiReply.Fills(found, next);
    }

    private static FundId fund(OmsState state, LogFeed.Booked fill) {
        return fill.fund() != null
                ? fill.fund()
                : state.order(fill.view().fill().orderId())
                        .orElseThrow()
                        .order()
                        .fund();
    }

    /** Tries what came after a number, until so many were taken; returns where to go on, or null at the end. */
    private static <T> @Nullable Long walk(Recent<T> all, long after, int limit, BiPredicate<Long, T> take) {
        int taken = 0;
        int looked = 0;
        for (long number = Math.max(after + 1, all.first()); number <= all.last(); number++) {
            if (taken == limit || looked++ == MOST) {
                return number - 1;
            }
            if (take.test(number, all.get(number).orElseThrow())) {
                taken++;
            }
        }
        return null;
    }

    static ApiReply.Account account(OmsState state, FundId fund) {
        List<PositionView> positions = new ArrayList<>();
        state.holdings(fund)
                .forEach((instrument, holding) -> positions.add(new PositionView(
                        instrument, holding.quantity(), holding.realized(), holding.fees(), holding.income())));
        return new ApiReply.Account(fund, state.balances(fund), positions);
    }
}
