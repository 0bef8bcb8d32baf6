package io.mts1b.oms;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks to take orders back until their venues have said what became of them: a no may be a passing one. Confined to the
 * writer's thread.
 */
final class TakingBack {

    private final Recorder recorder;
    private final OperationsDesk.Hands hands;
    private final Duration askEvery;
    /** When each order may be asked again, the first first; a process that dies asks again, and twice is once. */
    private final Map<OrderId, Instant> askAgain = new LinkedHashMap<>();

    TakingBack(Recorder recorder, OperationsDesk.Hands hands, Duration askEvery) {
        this.recorder = recorder;
        this.hands = hands;
        this.askEvery = askEvery;
    }

    /** Asks for an order that has not ended, unless its venue is waited for, nobody takes it back or it was asked just now. */
    void take(OrderState order, String reason) {
        OrderId id = order.order().orderId();
        if (!order.status().mayTrade()) {
            hands.takeBack().accept(id, reason);
        } else if (!recorder.state().venues().isCanceling(order)
                && isServed(order.order().broker())) {
            Instant now = recorder.now();
            forget(now);
            if (askAgain.putIfAbsent(id, now.plus(askEvery)) == null) {
                hands.takeBack().accept(id, reason);
            }
        }
    }

    private void forget(Instant now) {
        for (Iterator<Instant> times = askAgain.values().iterator(); times.hasNext(); ) {
            if (now.isBefore(times.next())) {
                break;
            }
            times.remove();
        }
    }

    /** Tells whether somebody is connected who takes orders of a broker back. */
    boolean isServed(BrokerId broker) {
        return hands.connected()
                .apply(broker)
                .filter(CancelsOrders.class::isInstance)
                .isPresent();
    }
}
