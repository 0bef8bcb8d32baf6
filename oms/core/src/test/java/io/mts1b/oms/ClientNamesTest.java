package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.Side;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClientNamesTest {

    private static String name(OrderRecord record, int revision) {
        return ClientOrderId.of(record.state.order().orderId(), revision).value();
    }

    private static OrderRecord record(int number) {
        Order order = Desk.order("o-" + number, Side.BUY, 1).build();
        return new OrderRecord(true, OrderState.created(order));
    }

    /** The twin makes every name at once. */
    @Test
    void finds_what_is_found_if_every_name_is_made_at_once() {
        ForAll.cases(20, random -> {
            ClientNames names = new ClientNames();
            Map<String, OrderRecord> twin = new LinkedHashMap<>();
            List<OrderRecord> orders = new ArrayList<>();
            for (int i = 0; i < 12_000; i++) {
                step(random, names, twin, orders);
            }
            for (OrderRecord order : orders) {
                for (int revision = 0; revision <= order.sendings; revision++) {
                    String name = name(order, revision);
                    assertThat(names.find(name)).isSameAs(twin.get(name));
                }
            }
        });
    }

    private static void step(
            RandomGenerator random, ClientNames names, Map<String, OrderRecord> twin, List<OrderRecord> orders) {
        int what = random.nextInt(2_000);
        if (orders.isEmpty() || what < 1_700) {
            orders.add(record(orders.size()));
            send(orders.getLast(), names, twin);
            return;
        }
        OrderRecord order = orders.get(random.nextInt(orders.size()));
        if (what == 1_999) {
            assertThat(names.find(name(order, 0))).isSameAs(twin.get(name(order, 0)));
        } else if (!order.isArchived && what < 1_850) {
            send(order, names, twin);
        } else if (!order.isArchived) {
            order.isArchived = true;
            names.remove(order);
            twin.values().removeIf(order::equals);
        }
    }

    private static void send(OrderRecord order, ClientNames names, Map<String, OrderRecord> twin) {
        twin.put(name(order, order.sendings), order);
        order.sendings++;
        names.add(order);
    }
}
