package io.mts1b.oms.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.simulation.SimulationPlan.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Bugs that order management systems have had are planted around ours, and the simulation finds each of them. */
class PlantedBugsTest {

    private static final int SEEDS = 1_000;

    @Test
    void a_reconciliation_that_is_skipped_is_found() {
        assertFound(SimulationPlan.STANDARD.with(new Faults(UnaryOperator.identity(), AsksNothing::new, same())));
    }

    @Test
    void an_order_in_flight_that_is_forgotten_over_a_restart_is_found() {
        assertFound(SimulationPlan.STANDARD.with(new Faults(ForgetsInFlight::new, same(), same())));
    }

    @Test
    void a_fill_that_is_applied_twice_is_found() {
        assertFound(SimulationPlan.STANDARD.with(new Faults(same(), same(), CountsTwice::new)));
    }

    @Test
    void a_gate_that_is_bypassed_is_found() {
        assertFound(SimulationPlan.STANDARD.withMaxPosition(Rate.ONE));
    }

    @Test
    void an_acknowledgement_before_the_log_is_durable_is_found() {
        assertFound(SimulationPlan.STANDARD.with(new Faults(NeverFlushes::new, same(), same())));
    }

    private static <T> UnaryOperator<T> same() {
        return UnaryOperator.identity();
    }

    private static void assertFound(SimulationPlan plan) {
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                Simulation.run(seed, plan);
            } catch (BrokenInvariantException e) {
                assertThat(e.log()).isNotEmpty();
                return;
            }
        }
        throw new AssertionError("not found within " + SEEDS + " seeds");
    }

    /** A venue that is never asked anything: whatever was not told stays unknown. */
    private record AsksNothing(Broker real) implements SubmitsOrders, CancelsOrders, ReplacesOrders {

        @Override
        public BrokerId broker() {
            return real.broker();
        }

        @Override
        public void open() {
            real.open();
        }

        @Override
        public void submit(ApprovedOrder order) {
            ((SubmitsOrders) real).submit(order);
        }

        @Override
        public void cancel(SentOrder order) {
            ((CancelsOrders) real).cancel(order);
        }

        @Override
        public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
            ((ReplacesOrders) real).replace(order, name, quantity, type);
        }
    }

    /** What was sent and not answered before the process died never happened. */
    private record ForgetsInFlight(EventLog real) implements EventLog {

        @Override
        public void replay(long after, Consumer<OmsEvent> consumer) {
            Set<OrderId> sent = new HashSet<>();
            Set<OrderId> answered = new HashSet<>();
            real.replay(after, event -> {
                if (event instanceof OmsEvent.OrderChanged(OrderEvent.Submitted submitted)) {
                    sent.add(submitted.orderId());
                } else if (event instanceof OmsEvent.OrderChanged(OrderEvent changed)) {
                    answered.add(changed.orderId());
                }
            });
            sent.removeAll(answered);
            real.replay(after, event -> {
                boolean forgotten = switch (event) {
                    case OmsEvent.OrderReceived received ->
                        sent.contains(received.order().orderId());
                    case OmsEvent.OrderDecided(RiskDecision decision) -> sent.contains(decision.orderId());
                    case OmsEvent.OrderChanged(OrderEvent changed) -> sent.contains(changed.orderId());
                    default -> false;
                };
                if (!forgotten) {
                    consumer.accept(event);
                }
            });
        }

        @Override
        public Optional<Snapshot> snapshot() {
            return Optional.empty();
        }

        @Override
        public void save(List<byte[]> parts) {
            real.save(parts);
        }

        @Override
        public void append(OmsEvent event) {
            real.append(event);
        }

        @Override
        public void flush() {
            real.flush();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    /** A fill that is told again gets another name, as if nobody looked whether it was there. */
    private static final class CountsTwice implements VenueListener {

        private final VenueListener real;
        private final Set<FillId> told = new HashSet<>();

        CountsTwice(VenueListener real) {
            this.real = real;
        }

        @Override
        public void onMessage(io.mts1b.brokers.VenueMessage message) {
            if (message instanceof OrderReport.Traded(VenueFill fill) && !told.add(fill.fillId())) {
                real.onMessage(new OrderReport.Traded(new VenueFill(
                        new FillId(fill.fillId() + "-again"),
                        fill.order(),
                        fill.instrument(),
                        fill.buys(),
                        fill.quantity(),
                        fill.price(),
                        fill.fee(),
                        fill.liquidity(),
                        fill.at())));
            } else {
                real.onMessage(message);
            }
        }
    }

    /** A log that says it is durable and is not. */
    private record NeverFlushes(EventLog real) implements EventLog {

        @Override
        public void replay(long after, Consumer<OmsEvent> consumer) {
            real.replay(after, consumer);
        }

        @Override
        public Optional<Snapshot> snapshot() {
            return real.snapshot();
        }

        @Override
        public void save(List<byte[]> parts) {
            real.save(parts);
        }

        @Override
        public void append(OmsEvent event) {
            real.append(event);
        }

        @Override
        public void flush() {
            // It returns at once.
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
