package io.mts1b.oms.running;

import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusException;
import io.mts1b.platform.bus.Publisher;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the chief risk officer over the bus, and takes the answers. Who is not there, or loses a question, is silent. */
final class VetoLine {

    private static final Logger LOG = LoggerFactory.getLogger(VetoLine.class);

    private VetoLine() {}

    /** Asks from now on in the name of the risk engine, and answers as oms. */
    static void connect(Bus gates, Bus oms, OmsWriter writer, InstantSource clock) {
        oms.answer(
                VetoQuestion.CALL,
                reply -> writer.ask(
                                system -> new VetoQuestion.Taken(system.veto().answer(reply.order(), reply.answer())))
                        .join());
        Publisher<VetoQuestion> questions = gates.publisher(VetoQuestion.TOPIC);
        writer.ask(system -> {
                    system.veto().connect((order, until) -> ask(questions, order, until, clock.instant()));
                    return true;
                })
                .join();
    }

    private static void ask(Publisher<VetoQuestion> questions, Order order, Instant until, Instant now) {
        EventId id = new EventId("veto-" + order.orderId());
        try {
            questions.offer(VetoQuestion.TOPIC.event(id, now, new VetoQuestion(order, until)));
        } catch (BusException e) {
            LOG.warn("the chief risk officer cannot be asked about {}: {}", order.orderId(), e.getMessage());
        }
    }
}
