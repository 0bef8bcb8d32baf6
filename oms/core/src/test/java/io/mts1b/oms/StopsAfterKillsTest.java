package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Processes die before, within and after the closing of a position that has passed its stop. */
class StopsAfterKillsTest {

    private static final OrderType LIMIT = new OrderType.Limit(Price.parse("100.5"));
    private static final Order BUY =
            Desk.order("o-1", Side.BUY, 600).type(LIMIT).build();
    private static final Order ELSEWHERE = Desk.order("o-2", Side.BUY, 70)
            .instrument(Worked.ELSEWHERE)
            .type(LIMIT)
            .build();
    private static final Order AGAIN =
            Desk.order("o-3", Side.BUY, 40).type(LIMIT).build();

    /** The first exit is refused, the second trades in part and not on, the third in full; all else trades. */
    private static long trades(Order order) {
        long quantity = order.quantity().value().toUnscaled(0);
        return switch (order.orderId().value()) {
            case "stop-1-1" -> -1;
            case "stop-1-2" -> quantity / 3;
            default -> quantity;
        };
    }

    /** Two positions, of which one passes its stop, then is opened again and passes it again; the other passes it late. */
    private static Worked run(DeadlyLog.Killer killer) {
        Worked worked = new Worked(new Pit(StopsAfterKillsTest::trades), killer);
        worked.insist(oms -> oms.submit(List.of(BUY)));
        worked.insist(oms -> oms.submit(List.of(ELSEWHERE)));
        mark(worked, 1, Desk.AAPL, "91");
        mark(worked, 2, Desk.AAPL, "89");
        mark(worked, 3, Desk.AAPL, "95");
        for (int i = 0; i < 5; i++) {
            worked.clock.advance(OmsPolicy.STANDARD.askEvery());
            worked.insist(StopsAfterKillsTest::look);
        }
        worked.insist(oms -> oms.submit(List.of(AGAIN)));
        mark(worked, 15, Desk.AAPL, "80");
        mark(worked, 16, Worked.ELSEWHERE, "80");
        worked.insist(StopsAfterKillsTest::look);
        return worked;
    }

    /** Durable, so that time passes for what has happened only. */
    private static void look(Oms oms) {
        oms.together(oms::onTime);
    }

    private static void mark(Worked worked, int second, InstrumentId id, String price) {
        Instant at = Desk.NOW.plusSeconds(second);
        worked.clock.advance(Duration.between(worked.clock.instant(), at));
        worked.insist(oms -> {
            if (!oms.state().pricedAt(id).orElseThrow().equals(at)) {
                OmsEvent mark =
                        new OmsEvent.MarketMarked(Desk.TODAY, MarketSnapshot.of(at, Map.of(id, Price.parse(price))));
                oms.together(() -> oms.accept(mark));
            }
        });
        worked.insist(StopsAfterKillsTest::look);
    }

    private static Quantity filled(Worked worked, String id) {
        return worked.live().state().order(new OrderId(id)).orElseThrow().filled();
    }

    @Test
    void every_position_is_closed_once() {
        Worked worked = run(DeadlyLog.never());

        assertThat(worked.live().state().positions(Desk.FUND)).isEmpty();
        assertThat(worked.live().state().operations().all())
                .extracting(state -> state.operation().id())
                .containsExactly("stop-1", "stop-2", "stop-3");
        assertThat(worked.live().state().operations().running()).isEmpty();
        assertThat(filled(worked, "stop-1-2")).isEqualTo(Quantity.of(200));
        assertThat(filled(worked, "stop-1-3")).isEqualTo(Quantity.of(400));
        assertThat(filled(worked, "stop-2-1")).isEqualTo(Quantity.of(40));
        assertThat(filled(worked, "stop-3-1")).isEqualTo(Quantity.of(70));
    }

    @Test
    void after_every_event() {
        Worked undisturbed = run(DeadlyLog.never());
        int[] next = {0};
        Worked disturbed = run(new DeadlyLog.Killer() {

            @Override
            public void plan(DeadlyLog log) {
                next[0] = Math.max(next[0], log.work()) + 1;
                log.killAfter = next[0];
            }

            @Override
            public void bury(DeadlyLog log) {
                log.durable = log.events.size();
            }
        });

        assertSame(disturbed, undisturbed, "after every event");
        assertThat(disturbed.deaths).isGreaterThan(50);
    }

    @Test
    void anywhere_between_what_is_durable_and_what_is_not() {
        Worked undisturbed = run(DeadlyLog.never());
        for (int seed = 0; seed < 50; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Worked disturbed = run(new DeadlyLog.Killer() {

                @Override
                public void plan(DeadlyLog log) {
                    log.killAfter = log.work() + 1 + random.nextInt(20);
                }

                @Override
                public void bury(DeadlyLog log) {
                    log.keep(log.durable + random.nextInt(log.events.size() - log.durable + 1));
                }
            });

            assertSame(disturbed, undisturbed, "seed " + seed);
        }
    }

    private static void assertSame(Worked disturbed, Worked undisturbed, String how) {
        assertThat(disturbed.live().state().operations().all())
                .as(how)
                .isEqualTo(undisturbed.live().state().operations().all());
        assertThat(disturbed.venue.orders).as(how).isEqualTo(undisturbed.venue.orders);
        assertThat(disturbed.live().state().hash())
                .as(how)
                .isEqualTo(undisturbed.live().state().hash());
    }
}
