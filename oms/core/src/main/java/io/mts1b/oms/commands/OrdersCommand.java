package io.mts1b.oms.commands;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.service.Console;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms orders}. */
@Command(name = "orders", description = "Lists the orders of a log, and where each stands.")
final class OrdersCommand extends LogCommand {

    @Option(names = "--open", description = "Only those that are not final.")
    private boolean open;

    @Option(names = "--status", description = "Only those of one status, such as unknown.")
    private @Nullable String status;

    OrdersCommand(Console console) {
        super(console);
    }

    /** One order for programs. */
    record Row(
            Order order,
            OrderStatus status,
            ClientOrderId clientOrderId,
            @Nullable String venueOrderId,
            Quantity ordered,
            Quantity filled,
            Quantity remaining,
            @Nullable Price averagePrice) {}

    /** What is printed to programs. */
    record Report(List<Row> orders) {}

    @Override
    protected Answer answer() {
        OrderStatus wanted = status == null ? null : wanted(status);
        return withState(state -> {
            forEach(state::apply);
            return report(state, wanted);
        });
    }

    private Answer report(OmsState state, @Nullable OrderStatus wanted) {
        SortedMap<OrderId, OrderState> chosen = new TreeMap<>();
        state.forEachOrder(order -> {
            if ((!open || !order.status().isFinal()) && (wanted == null || order.status() == wanted)) {
                chosen.put(order.order().orderId(), order);
            }
        });
        Collection<OrderState> orders = chosen.values();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s %-16s %-6s %-18s %14s %14s %s",
                "order",
                "status",
                "side",
                "instrument",
                "ordered",
                "filled",
                "average"));
        for (OrderState order : orders) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-28s %-16s %-6s %-18s %14s %14s %s",
                    order.order().orderId(),
                    order.status(),
                    order.order().side(),
                    order.order().instrument(),
                    order.ordered(),
                    order.filled(),
                    order.averagePrice().map(Price::toString).orElse("")));
        }
        return Answer.done(new Report(orders.stream().map(OrdersCommand::row).toList()), text.toString());
    }

    private static OrderStatus wanted(String name) {
        for (OrderStatus one : OrderStatus.values()) {
            if (one.name().equalsIgnoreCase(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException("status must be one of " + List.of(OrderStatus.values()) + ", was " + name);
    }

    private static Row row(OrderState order) {
        return new Row(
                order.order(),
                order.status(),
                ClientOrderId.of(order.order().orderId(), 0),
                order.venueOrderId(),
                order.ordered(),
                order.filled(),
                order.remaining(),
                order.averagePrice().orElse(null));
    }
}
