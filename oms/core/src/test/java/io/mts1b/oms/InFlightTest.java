package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.Review;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked of a venue and is not answered yet: replacements, cancels, approvals. */
class InFlightTest {

    private static final OmsPolicy POLICY = OmsPolicy.STANDARD;
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final OrderType LIMIT = new OrderType.Limit(Price.parse("101"));

    @TempDir
    private Path folder;

    @Test
    void a_replacement_passes_the_gates_and_an_older_answer_changes_nothing() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            assertThat(venue.oms().replace(BUY.orderId(), Quantity.of(9_000), LIMIT))
                    .isInstanceOf(Review.Stopped.class);
            assertThat(venue.replacements()).isEmpty();

            assertThat(venue.oms().replace(BUY.orderId(), Quantity.of(120), LIMIT))
                    .isInstanceOf(Review.Passed.class);
            assertThat(venue.order(BUY).remaining()).isEqualTo(Quantity.of(120));
            OrderName first = new OrderName(venue.replacements().getFirst().value(), "V-o-1");
            OrderReport took = new OrderReport.Replaced(first, venue.now(), Quantity.of(120), LIMIT);
            venue.tell(took);
            venue.oms().replace(BUY.orderId(), Quantity.of(150), LIMIT);
            OrderName next = new OrderName(venue.replacements().getLast().value(), "V-o-1");
            venue.tell(new OrderReport.Replaced(next, venue.now(), Quantity.of(150), LIMIT));
            venue.tell(took);

            assertThat(venue.order(BUY).ordered()).isEqualTo(Quantity.of(150));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThatThrownBy(() -> venue.oms().replace(BUY.orderId(), Quantity.of(0), LIMIT))
                    .hasMessage("quantity must be above the 0 that have traded, was 0");
        }
    }

    /** Found by seed 9190: the venue took the first change and refused the second, and five shares were nobody's. */
    @Test
    void an_order_is_changed_once_at_a_time() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.oms().replace(BUY.orderId(), Quantity.of(150), LIMIT);
            venue.oms().cancel(BUY.orderId(), "rather not");
            venue.tell(new OrderReport.CancelRejected(Desk.name(BUY), venue.now(), "it is being changed"));

            assertThatThrownBy(() -> venue.oms().replace(BUY.orderId(), Quantity.of(200), LIMIT))
                    .hasMessage("order o-1 must be changed once at a time, a change to 150 is not answered yet");
            assertThat(venue.order(BUY).remaining()).isEqualTo(Quantity.of(150));

            // Until it is known what became of it.
            venue.pass(POLICY.answerWithin());
            venue.answer(BUY, Standing.WORKING, 0, null);
            venue.pass(POLICY.settleAfter());
            venue.put(BUY, Standing.WORKING, 0, null);
            venue.pass(POLICY.compareEvery());
            venue.oms().replace(BUY.orderId(), Quantity.of(200), LIMIT);
            assertThat(venue.replacements()).hasSize(2);
        }
    }

    @Test
    void a_cancel_that_is_not_answered_is_asked_about_and_sent_again() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.oms().cancel(BUY.orderId(), "enough");
            venue.pass(POLICY.answerWithin());
            venue.answer(BUY, Standing.WORKING, 0, null);

            assertThat(venue.canceled()).containsExactly(BUY.orderId(), BUY.orderId());
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_CANCEL);

            venue.pass(POLICY.askEvery());
            venue.pass(POLICY.answerWithin());
            venue.answer(BUY, Standing.CANCELED, 0, null);
            assertThatThrownBy(() -> venue.oms().cancel(BUY.orderId(), "again"))
                    .hasMessage("order o-1 must not have ended, is CANCELED");
        }
    }

    /** Found by seed 0 once shares could be split: whoever asked twice a second never learned where the order stood. */
    @Test
    void who_cancels_again_and_again_learns_where_the_order_stands() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.oms().cancel(BUY.orderId(), "enough");
            long half = POLICY.answerWithin().toMillis() / 2;
            for (int i = 0; i < 3; i++) {
                venue.pass(Duration.ofMillis(half));
                venue.oms().cancel(BUY.orderId(), "enough");
            }
            assertThat(venue.canceled()).hasSize(4);
            assertThat(venue.asked()).hasSize(1);

            venue.answer(BUY, Standing.CANCELED, 0, null);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    /** Found by seed 2: that we want it gone made every answer look older than what we knew. */
    @Test
    void a_cancel_does_not_make_an_answer_old() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 41, "100")));
            venue.pass(POLICY.answerWithin());
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            venue.oms().cancel(BUY.orderId(), "enough");
            venue.answer(BUY, Standing.CANCELED, 40, "100");

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    @Test
    void a_cancel_outlives_a_doubt() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.oms().cancel(BUY.orderId(), "enough");
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 41, "100")));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);

            venue.pass(POLICY.answerWithin());
            venue.answer(BUY, Standing.WORKING, 40, "100");
            assertThat(venue.canceled()).containsExactly(BUY.orderId(), BUY.orderId());
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);

            // Whoever asks again is waited for again.
            venue.oms().cancel(BUY.orderId(), "enough");
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
            assertThat(venue.canceled()).hasSize(3);

            // Until the venue says no.
            venue.tell(new OrderReport.CancelRejected(Desk.name(BUY), venue.now(), "it may not be"));
            venue.pass(POLICY.answerWithin());
            venue.put(BUY, Standing.WORKING, 40, "100");
            venue.pass(POLICY.compareEvery());
            assertThat(venue.canceled()).hasSize(3);
        }
    }

    @Test
    void what_changed_while_fills_were_asked_for_is_not_undone() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.oms().replace(BUY.orderId(), Quantity.of(150), LIMIT);
            venue.slowFills();
            venue.execute(BUY, "f-1", 40, "100");
            // The venue tells 40 of 100; its fills are asked for, and meanwhile the order becomes one of 150.
            venue.pass(POLICY.answerWithin());
            venue.answer(BUY, Standing.WORKING, 40, "100");
            OrderName name = new OrderName(venue.replacements().getFirst().value(), "V-o-1");
            venue.tell(new OrderReport.Replaced(name, venue.now(), Quantity.of(150), LIMIT));
            venue.answerFills();

            assertThat(venue.order(BUY).filled()).isEqualTo(Quantity.of(40));
            assertThat(venue.order(BUY).ordered()).isEqualTo(Quantity.of(150));
        }
    }

    @Test
    void an_approval_lapses_when_it_was_not_followed_by_sending() {
        Order approved = Desk.order("o-1", Side.BUY, 100).build();
        Path journal = folder.resolve("journal");
        try (JournaledLog log = JournaledLog.open(journal, JournalOptions.of(DurabilityPolicy.ASYNC))) {
            Desk.setUp().forEach(log::append);
            log.append(new OmsEvent.OrderReceived(approved));
            log.append(new OmsEvent.OrderDecided(new RiskDecision.Approved(approved.orderId(), Desk.NOW, 1)));
        }
        Instant late = Desk.NOW.plus(POLICY.approvalHolds()).plusNanos(1);
        try (Oms oms = Desk.open(journal, InstantSource.fixed(late))) {
            Desk.Notes venue = new Desk.Notes();
            oms.connect(venue);

            assertThat(venue.taken()).isEmpty();
            assertThat(oms.state().order(approved.orderId()).orElseThrow().status())
                    .isEqualTo(OrderStatus.CANCELED);
        }
    }
}
