package io.mts1b.oms;

import static io.mts1b.oms.Desk.AAPL;
import static io.mts1b.oms.Desk.FUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.riskengine.Review;
import io.mts1b.riskengine.gates.CroAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of a fund whose limits ask the chief risk officer, and wait five seconds. */
class VetoTest {

    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final Order OTHER = Desk.order("o-2", Side.BUY, 10).build();
    private static final CroAnswer YES = new CroAnswer(false, Rate.parse("0.9"), "nothing against it");
    private static final CroAnswer NO = new CroAnswer(true, Rate.parse("0.9"), "earnings tonight");

    @TempDir
    private Path folder;

    private final List<Order> asked = new ArrayList<>();
    private final List<Instant> until = new ArrayList<>();

    private Counter venue(boolean failsOpen) {
        Counter venue = Counter.up(folder);
        limit(venue, limits().croVetoFailsOpen(failsOpen).version(2));
        venue.oms().veto().connect(this::ask);
        return venue;
    }

    private void ask(Order order, Instant deadline) {
        asked.add(order);
        until.add(deadline);
    }

    private static RiskEnvelopeBuilder limits() {
        return RiskEnvelope.builder(Money.parse("1000000 USD"))
                .envelopeId(new EnvelopeId("alpha"))
                .fund(FUND)
                .maxPosition(Rate.parse("0.5"))
                .maxSector(Rate.ONE)
                .maxOrderNotional(Money.parse("500000 USD"))
                .enableShorting(true)
                .croVetoEnabled(true)
                .notes("the officer is asked")
                .createdAt(Desk.NOW);
    }

    private static void limit(Counter venue, RiskEnvelopeBuilder limits) {
        venue.oms().accept(new OmsEvent.EnvelopeSet(limits.build(), new ActorId("ops")));
    }

    private static void assertReplays(Counter venue, Path folder) {
        String hash = venue.oms().state().hash();
        venue.oms().together(() -> {});
        assertThat(OmsLog.replay(folder.resolve("journal")).hash()).isEqualTo(hash);
    }

    @Test
    void what_passes_the_other_gates_waits_and_goes_when_nothing_is_said_against_it() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            assertThat(asked).containsExactly(BUY);
            assertThat(until).containsExactly(venue.now().plusSeconds(5));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_RISK);
            assertThat(venue.submitted()).isEmpty();

            assertThat(venue.oms().veto().answer(BUY.orderId(), YES)).isTrue();

            assertThat(venue.submitted()).containsExactly(BUY.orderId());
            assertThat(venue.oms().veto().answer(BUY.orderId(), NO))
                    .as("a second time")
                    .isFalse();
            assertThat(venue.oms().state().operations().vetoes().all()).isEmpty();
            assertReplays(venue, folder);
        }
    }

    @Test
    void an_objection_that_is_sure_denies_and_one_that_is_not_does_not() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.submit(OTHER);
            venue.oms().veto().answer(BUY.orderId(), NO);
            venue.oms().veto().answer(OTHER.orderId(), new CroAnswer(true, Rate.parse("0.84"), "a feeling"));

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(venue.submitted()).containsExactly(OTHER.orderId());
            assertReplays(venue, folder);
        }
    }

    @Test
    void what_waits_for_an_order_that_is_vetoed_ends_with_it() {
        Order exit = Desk.order("o-3", Side.SELL, 100)
                .addLinks(new OrderLink.BracketExit(BUY.orderId(), OrderLink.Exit.STOP_LOSS))
                .build();
        Order after = Desk.order("o-4", Side.BUY, 10)
                .addLinks(new OrderLink.TriggeredBy(OTHER.orderId()))
                .build();
        Order last = Desk.order("o-5", Side.BUY, 10)
                .addLinks(new OrderLink.TriggeredBy(after.orderId()))
                .build();
        try (Counter venue = venue(false)) {
            venue.oms().submit(List.of(BUY, exit, OTHER, after, last));
            venue.oms().veto().answer(BUY.orderId(), NO);
            assertThat(venue.order(exit).status()).isEqualTo(OrderStatus.CANCELED);

            venue.oms().veto().answer(OTHER.orderId(), YES);
            venue.tell(new OrderReport.Traded(venue.execute(OTHER, "f-1", 10, "100")));
            assertThat(venue.order(after).status()).isEqualTo(OrderStatus.PENDING_RISK);
            venue.oms().veto().answer(after.orderId(), NO);
            assertThat(venue.order(last).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.submitted()).containsExactly(OTHER.orderId());
            assertReplays(venue, folder);
        }
    }

    @Test
    void silence_denies_when_the_limits_fail_closed_and_a_late_answer_changes_nothing() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.pass(Duration.ofMillis(4_999));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_RISK);
            venue.pass(Duration.ofMillis(1));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.DENIED);

            assertThat(venue.oms().veto().answer(BUY.orderId(), YES)).isFalse();

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(venue.submitted()).isEmpty();
            assertReplays(venue, folder);
        }
    }

    @Test
    void silence_lets_go_when_the_limits_fail_open_and_a_late_objection_changes_nothing() {
        try (Counter venue = venue(true)) {
            venue.submit(BUY);
            assertThat(venue.submitted()).isEmpty();
            venue.pass(Duration.ofSeconds(5));
            assertThat(venue.submitted()).containsExactly(BUY.orderId());

            assertThat(venue.oms().veto().answer(BUY.orderId(), NO)).isFalse();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.SUBMITTED);
            assertReplays(venue, folder);
        }
    }

    @Test
    void a_person_sees_what_waits_and_hears_why_an_answer_does_not_count() {
        try (Counter venue = venue(false)) {
            VetoDesk desk = venue.oms().veto();
            venue.submit(BUY);
            venue.submit(OTHER);
            List<String> waiting = new ArrayList<>();
            desk.forEachWaiting((order, time) -> waiting.add(order.orderId() + " until " + time));
            assertThat(waiting)
                    .containsExactly(
                            "o-1 until " + venue.now().plusSeconds(5),
                            "o-2 until " + venue.now().plusSeconds(5));

            desk.rule(BUY.orderId(), YES);
            String what = "order o-1 must wait for an answer of the chief risk officer, ";
            assertThatThrownBy(() -> desk.rule(BUY.orderId(), NO)).hasMessage(what + "is SUBMITTED");
            assertThatThrownBy(() -> desk.rule(new OrderId("o-9"), NO))
                    .hasMessage(what.replace("o-1", "o-9") + "was never received");
            Instant over = venue.now().plusSeconds(5);
            venue.sleep(Duration.ofSeconds(5));
            waiting.clear();
            desk.forEachWaiting((order, _) -> waiting.add(order.orderId().value()));
            assertThat(waiting).as("late before anybody has looked").isEmpty();
            assertThatThrownBy(() -> desk.rule(OTHER.orderId(), YES))
                    .hasMessage(what.replace("o-1", "o-2") + "was asked about until " + over);
            venue.pass(Duration.ZERO);
            assertThatThrownBy(() -> desk.rule(OTHER.orderId(), YES))
                    .hasMessage(what.replace("o-1", "o-2") + "is DENIED");
            assertReplays(venue, folder);
        }
    }

    @Test
    void an_answer_is_late_before_anybody_has_looked_at_the_clock() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.sleep(Duration.ofSeconds(5));
            assertThat(venue.oms().veto().answer(BUY.orderId(), YES)).isFalse();
            venue.pass(Duration.ZERO);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void every_order_has_its_own_deadline() {
        try (Counter venue = venue(true)) {
            venue.submit(BUY);
            venue.pass(Duration.ofSeconds(3));
            venue.submit(OTHER);
            venue.pass(Duration.ofSeconds(2));
            assertThat(venue.submitted()).containsExactly(BUY.orderId());
            venue.pass(Duration.ofMillis(2_999));
            assertThat(venue.submitted()).containsExactly(BUY.orderId());
            venue.pass(Duration.ofMillis(1));
            assertThat(venue.submitted()).containsExactly(BUY.orderId(), OTHER.orderId());
        }
    }

    @Test
    void nobody_who_could_answer_is_silence() {
        try (Counter venue = Counter.up(folder)) {
            limit(venue, limits().version(2));
            venue.submit(BUY);
            venue.pass(Duration.ofSeconds(5));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void what_another_gate_stops_is_not_asked_about() {
        try (Counter venue = venue(false)) {
            Order large = Desk.order("o-3", Side.BUY, 9_000).build();
            venue.submit(large);

            assertThat(asked).isEmpty();
            assertThat(venue.order(large).status()).isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void other_orders_go_on_meanwhile_and_the_world_may_change() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.submit(OTHER);
            venue.oms().veto().answer(OTHER.orderId(), YES);
            assertThat(venue.submitted()).containsExactly(OTHER.orderId());
            venue.tell(new OrderReport.Accepted(Desk.name(OTHER), venue.now()));
            venue.oms().cancel(OTHER.orderId(), "enough");
            assertThat(venue.canceled()).containsExactly(OTHER.orderId());

            venue.oms()
                    .accept(new OmsEvent.HaltSet(new HaltRequest(
                            HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("anna"), venue.now())));
            venue.oms().veto().answer(BUY.orderId(), YES);

            assertThat(venue.order(BUY).status()).as("halted meanwhile").isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void what_waits_can_be_taken_back_and_ends_with_the_asking() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.submit(OTHER);
            venue.oms().cancel(BUY.orderId(), "not wanted");
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.oms().veto().answer(BUY.orderId(), YES)).isFalse();

            limit(venue, limits().croVetoEnabled(false).version(3));

            assertThat(venue.submitted()).containsExactly(OTHER.orderId());
        }
    }

    @Test
    void a_restart_keeps_it_waiting_and_asks_again() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.pass(Duration.ofSeconds(4));
            venue.restart();
            venue.lineUp();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_RISK);
            assertThat(venue.oms().state().operations().vetoes().isAwaited(BUY.orderId()))
                    .isTrue();

            venue.oms().veto().connect(this::ask);
            assertThat(asked).containsExactly(BUY, BUY);
            venue.pass(Duration.ofSeconds(4));
            assertThat(venue.order(BUY).status())
                    .as("it has all its time again")
                    .isEqualTo(OrderStatus.PENDING_RISK);
            venue.oms().veto().answer(BUY.orderId(), YES);

            assertThat(venue.submitted()).containsExactly(BUY.orderId());
            assertReplays(venue, folder);
        }
    }

    @Test
    void what_is_too_old_after_a_restart_is_not_wanted_any_more() {
        try (Counter venue = venue(true)) {
            venue.submit(BUY);
            venue.pass(Duration.ZERO);
            venue.restart();
            venue.pass(Duration.ofSeconds(1));
            venue.restart();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_RISK);
        }
        try (Counter venue = Counter.up(folder.resolve("old"))) {
            limit(venue, limits().croVetoFailsOpen(true).version(2));
            venue.submit(BUY);
            venue.sleep(Duration.ofSeconds(66));
            venue.restart();
            venue.lineUp();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.submitted()).isEmpty();
        }
    }

    @Test
    void what_was_answered_and_not_decided_when_the_process_died_is_decided_by_the_next() {
        DeadlyLog log = new DeadlyLog();
        List<OmsEvent> events = new ArrayList<>();
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.oms().veto().answer(BUY.orderId(), YES);
            venue.oms().together(() -> {});
            OmsLog.forEach(folder.resolve("journal"), events::add);
        }
        int answered = 0;
        while (!(events.get(answered) instanceof OmsEvent.VetoAnswered)) {
            answered++;
        }
        log.events.addAll(events.subList(0, answered + 1));
        Worked next = new Worked(new Pit(order -> order.quantity().value().toUnscaled(0)), DeadlyLog.never(), log);

        assertThat(next.live().state().positions(FUND)).containsEntry(AAPL, Decimal.of(100));
    }

    private static Worked worked(DeadlyLog.Killer killer) {
        Worked worked = new Worked(new Pit(order -> order.quantity().value().toUnscaled(0)), killer);
        worked.officer = order -> order.orderId().value().endsWith("3") ? NO : YES;
        worked.insist(oms -> {
            if (oms.state().envelope(FUND).orElseThrow().version() < 3) {
                oms.accept(new OmsEvent.EnvelopeSet(limits().version(3).build(), new ActorId("ops")));
            }
        });
        for (int i = 1; i <= 15; i++) {
            Order order = Desk.order("o-" + i, Side.BUY, 10L * i).build();
            worked.insist(oms -> oms.submit(List.of(order)));
            worked.insist(oms -> oms.together(oms::onTime));
        }
        return worked;
    }

    @Test
    void a_process_that_dies_anywhere_decides_as_one_that_does_not() {
        Worked undisturbed = worked(DeadlyLog.never());
        assertThat(undisturbed.venue.orders).hasSize(13);
        int[] next = {0};
        Worked everywhere = worked(new DeadlyLog.Killer() {

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
        assertThat(everywhere.deaths).isGreaterThan(100);
        assertSame(everywhere, undisturbed, "everywhere");
        for (int seed = 0; seed < 30; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Worked disturbed = worked(new DeadlyLog.Killer() {

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
        assertThat(disturbed.venue.orders).as(how).isEqualTo(undisturbed.venue.orders);
        assertThat(disturbed.live().state().hash())
                .as(how)
                .isEqualTo(undisturbed.live().state().hash());
    }

    @Test
    void what_a_stop_or_a_flatten_closes_is_not_asked_about() {
        try (Counter venue = venue(false)) {
            venue.submit(BUY);
            venue.oms().veto().answer(BUY.orderId(), YES);
            venue.tell(new OrderReport.Accepted(Desk.name(BUY), venue.now()));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "x-1", 100, "100")));
            venue.hold(100);

            venue.oms().accept(Desk.marked(Desk.TODAY, "89", "5000"));

            assertThat(venue.submitted()).containsExactly(BUY.orderId(), new OrderId("stop-1-1"));
            assertThat(asked).containsExactly(BUY);
        }
    }

    @Test
    void a_change_of_an_order_meets_silence() {
        for (boolean failsOpen : List.of(true, false)) {
            Path journal = folder.resolve(String.valueOf(failsOpen));
            try (Counter venue = Counter.up(journal)) {
                limit(venue, limits().croVetoFailsOpen(failsOpen).version(2));
                Order limit = Desk.order("o-9", Side.BUY, 10)
                        .type(new OrderType.Limit(Price.parse("99")))
                        .build();
                venue.submit(limit);
                venue.oms().veto().answer(limit.orderId(), YES);
                venue.tell(new OrderReport.Accepted(Desk.name(limit), venue.now()));

                Review review =
                        venue.oms().replace(limit.orderId(), Quantity.of(20), new OrderType.Limit(Price.parse("99")));

                assertThat(review instanceof Review.Passed).isEqualTo(failsOpen);
            }
        }
    }
}
