package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.riskengine.RiskEngine;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A process that dies after any event, and at any point between what is durable and what is not, and begins again, ends
 * where one ends that never died: the same state, the same orders at the venue.
 */
class KilledEverywhereTest {

    private static final int FEW = 250;

    /** A minute of fills is asked for again, as many as that may be. */
    private static final OmsPolicy POLICY = new OmsPolicy(
            OmsPolicy.STANDARD.answerWithin(),
            OmsPolicy.STANDARD.settleAfter(),
            OmsPolicy.STANDARD.askEvery(),
            OmsPolicy.STANDARD.compareEvery(),
            Duration.ofSeconds(10),
            OmsPolicy.STANDARD.approvalHolds(),
            OmsPolicy.STANDARD.pricesHold());

    /** What somebody wants, in order; who does not know whether it was done wants it again. */
    private static final class Desire {

        private final int orders;
        private final int kept;
        private final int snapshotEvery;
        private final DeadlyLog log = new DeadlyLog();
        private final Archive archive = new MemoryArchive();
        private final ManualClock clock = new ManualClock(Desk.NOW);
        private final Pit venue = new Pit(Desire::trades, clock);
        private final DeadlyLog.Killer killer;
        private @Nullable Oms oms;
        private int snapshotAt;
        private int deaths;
        private int canceled;

        Desire(int orders, int kept, int snapshotEvery, DeadlyLog.Killer killer) {
            this.orders = orders;
            this.kept = kept;
            this.snapshotEvery = snapshotEvery;
            this.killer = killer;
        }

        /** What becomes of an order follows from its number; what an operation orders trades in full. */
        private static long trades(Order order) {
            if (!order.orderId().value().startsWith("o-")) {
                return order.quantity().value().toUnscaled(0);
            }
            // What is sold is bought again with the next order.
            int pair = Integer.parseInt(order.orderId().value().substring(2)) / 2;
            return pair % 11 == 5 ? -1 : 10L * (pair % 4);
        }

        String run() {
            for (int number = 1; number <= orders; number++) {
                Order order = order(number);
                insist(oms -> oms.submit(List.of(order)));
                takeBack(new OrderId("o-" + Math.max(1, number - 3)));
                clock.advance(Duration.ofSeconds(1));
                if (log.events.size() - snapshotAt >= snapshotEvery) {
                    insist(Oms::snapshot);
                    snapshotAt = log.events.size();
                }
            }
            insist(Oms::onTime);
            insist(oms -> oms.operations()
                    .begin(new Operation(
                            "end",
                            Operation.Kind.FLATTEN,
                            new Scope.Everything(),
                            "the day is over",
                            new ActorId("anna"),
                            Desk.NOW,
                            clock.instant().plusSeconds(60))));
            insist(Oms::onTime);
            return live().state().hash();
        }

        /** Some orders rest until the end. */
        private void takeBack(OrderId id) {
            insist(oms -> {
                OrderStatus status = oms.state().order(id).orElseThrow().status();
                boolean rests = id.value().endsWith("00") && orders <= FEW;
                if (!rests && status.mayTrade() && status != OrderStatus.PENDING_CANCEL) {
                    canceled++;
                    oms.cancel(id, "enough");
                }
            });
        }

        long count(OrderStatus status) {
            long[] count = {0};
            live().state().forEachOrder(order -> count[0] += order.status() == status ? 1 : 0);
            return count[0];
        }

        private Order order(int number) {
            return Desk.order("o-" + number, number % 2 == 0 ? Side.SELL : Side.BUY, 30)
                    .type(new OrderType.Limit(Price.parse("100.5")))
                    .createdAt(clock.instant())
                    .build();
        }

        private void insist(Consumer<Oms> what) {
            while (true) {
                try {
                    what.accept(live());
                    return;
                } catch (DeadlyLog.Killed e) {
                    deaths++;
                    killer.bury(log);
                    oms = null;
                }
            }
        }

        /** Starts the process if there is none, as often as it takes. */
        private Oms live() {
            while (oms == null) {
                try {
                    killer.plan(log);
                    oms = begin();
                } catch (DeadlyLog.Killed e) {
                    deaths++;
                    killer.bury(log);
                }
            }
            return oms;
        }

        private Oms begin() {
            Oms begun = Oms.open(log, archive, kept, new RiskEngine(RiskEngine.Mode.FAIL_FAST), POLICY, clock);
            List<OmsEvent> setUp = Desk.setUp();
            for (OmsEvent event : setUp.subList(Math.min(log.events.size(), setUp.size()), setUp.size())) {
                begun.accept(event);
            }
            venue.listener = message -> begun.onVenue(Counter.NOTES, message);
            begun.connect(venue);
            return begun;
        }
    }

    @Test
    void after_every_event() {
        everywhere(FEW, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** 18,000 orders are more than 100,000 events, and take minutes: {@code -Dkilled.orders=18000}. */
    @Test
    void after_every_event_of_a_long_run_that_goes_on_from_snapshots() {
        int orders = Integer.getInteger("killed.orders", 2_000);
        assertThat(everywhere(orders, 20, 50).log.events.size()).isGreaterThan(28 * orders / 5);
    }

    private static Desire everywhere(int orders, int kept, int snapshotEvery) {
        Desire undisturbed = new Desire(orders, kept, Integer.MAX_VALUE, DeadlyLog.never());
        String hash = undisturbed.run();
        int[] next = {0};
        Desire disturbed = new Desire(orders, kept, snapshotEvery, new DeadlyLog.Killer() {

            @Override
            public void plan(DeadlyLog log) {
                // The next boundary nobody has died at.
                next[0] = Math.max(next[0], log.work()) + 1;
                log.killAfter = next[0];
            }

            @Override
            public void bury(DeadlyLog log) {
                log.durable = log.events.size();
            }
        });

        assertThat(disturbed.run()).isEqualTo(hash);
        assertThat(disturbed.venue.orders).isEqualTo(undisturbed.venue.orders);
        // The set-up and the lines aside, nobody dies twice at one place.
        assertThat(disturbed.deaths).isGreaterThan(undisturbed.log.work() * 9 / 10);
        assertThat(undisturbed.count(OrderStatus.FILLED)).isGreaterThan(orders / 12);
        assertThat(undisturbed.count(OrderStatus.CANCELED)).isGreaterThan(orders / 12);
        assertThat(undisturbed.deaths).isZero();
        assertThat(undisturbed.live().state().positions(Desk.FUND)).isEmpty();
        assertThat(undisturbed.live().state().operations().all())
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.left()).isEmpty();
                    assertThat(end.ordered()).hasSize(1);
                });
        return undisturbed;
    }

    @Test
    void anywhere_between_what_is_durable_and_what_is_not() {
        Desire undisturbed = new Desire(FEW, 20, Integer.MAX_VALUE, DeadlyLog.never());
        String hash = undisturbed.run();
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Desire disturbed = new Desire(FEW, 20, 40, new DeadlyLog.Killer() {

                @Override
                public void plan(DeadlyLog log) {
                    log.killAfter = log.work() + 1 + random.nextInt(60);
                }

                @Override
                public void bury(DeadlyLog log) {
                    int kept = log.durable + random.nextInt(log.events.size() - log.durable + 1);
                    log.keep(kept);
                }
            });

            assertThat(disturbed.run()).as("seed %s", seed).isEqualTo(hash);
            assertThat(disturbed.venue.orders).as("seed %s", seed).isEqualTo(undisturbed.venue.orders);
        }
    }
}
