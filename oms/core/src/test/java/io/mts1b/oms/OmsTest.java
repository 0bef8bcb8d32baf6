package io.mts1b.oms;

import static io.mts1b.oms.Desk.FUND;
import static io.mts1b.oms.Desk.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.oms.Desk.Notes;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.security.Ed25519;
import io.mts1b.riskengine.halts.Cosigners;
import io.mts1b.riskengine.halts.HaltRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmsTest {

    private static final BrokerId NOTES = new BrokerId("notes");
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    @Test
    void sends_what_passed_the_gates_and_nothing_else() {
        Order tooLarge = Desk.order("o-2", Side.BUY, 9_000).build();
        try (Oms oms = furnished()) {
            Notes venue = connect(oms);

            oms.submit(List.of(BUY, tooLarge));

            assertThat(venue.taken()).containsExactly(new OrderId("o-1"));
            assertThat(status(oms, "o-1")).isEqualTo(OrderStatus.SUBMITTED);
            assertThat(status(oms, "o-2")).isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void journals_everything_in_order_before_it_acts() {
        try (Oms oms = furnished()) {
            connect(oms);
            oms.submit(List.of(BUY));
            oms.onVenue(NOTES, new OrderReport.Accepted(Desk.name(BUY), NOW));
        }

        List<String> log = new ArrayList<>();
        long count = OmsLog.forEach(journal(), event -> log.add(event.getClass().getSimpleName()));

        assertThat(count).isEqualTo(9);
        assertThat(log.subList(5, 9)).containsExactly("OrderReceived", "OrderDecided", "OrderChanged", "OrderChanged");
    }

    @Test
    void a_halt_ends_only_by_a_second_signature() {
        ActorId anna = new ActorId("anna");
        ActorId ben = new ActorId("ben");
        Ed25519 key = Ed25519.generate();
        Cosigners cosigners = new Cosigners(Map.of(anna, Ed25519.generate().publicKey(), ben, key.publicKey()));
        HaltRequest halt = new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", anna, NOW);
        HaltRelease release = new HaltRelease(halt, anna, ben, NOW);
        try (Oms oms = furnished()) {
            oms.accept(new OmsEvent.HaltSet(halt));

            assertThatThrownBy(() -> oms.accept(new OmsEvent.HaltLifted(halt, anna, ben, NOW)))
                    .hasMessageContaining("ends of halts by lift");
            assertThat(oms.state().halts()).containsExactly(halt);

            oms.lift(cosigners.check(release, key.sign(release.message())));
            assertThat(oms.state().halts()).isEmpty();
        }
        assertThat(OmsLog.replay(journal()).halts()).isEmpty();
    }

    @Test
    void a_restart_is_a_replay() {
        String before;
        try (Oms oms = furnished()) {
            connect(oms);
            oms.submit(List.of(BUY));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(BUY, "f-1", 40, "100.5"), BUY));
            before = oms.state().hash();
        }

        assertThat(OmsLog.replay(journal()).hash()).isEqualTo(before);
        try (Oms again = Desk.open(journal())) {
            assertThat(again.state().hash()).isEqualTo(before);
            assertThat(again.state().openOrders(FUND)).hasSize(1);
        }
    }

    @Test
    void a_wish_that_was_seen_is_not_sent_again_even_after_a_restart() {
        try (Oms oms = furnished()) {
            connect(oms);
            oms.submit(List.of(BUY));
            oms.onVenue(NOTES, new OrderReport.Canceled(Desk.name(BUY), NOW, Quantity.ZERO, "by request"));
        }
        try (Oms again = Desk.open(journal())) {
            Notes venue = connect(again);
            Order sameWish = Desk.order("o-77", Side.BUY, 100)
                    .idempotencyKey(new IdempotencyKey("key-o-1"))
                    .build();

            again.submit(List.of(BUY, sameWish));

            assertThat(venue.taken()).isEmpty();
            assertThat(status(again, "o-77")).isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void goes_on_wherever_the_process_died() {
        // Every prefix of the log is a place where it can die; each must end in the same state.
        String expected;
        List<OmsEvent> events = new ArrayList<>();
        Order second = Desk.order("o-2", Side.BUY, 50).build();
        try (Oms oms = furnished()) {
            connect(oms);
            oms.submit(List.of(BUY, second));
            expected = oms.state().hash();
        }
        OmsLog.forEach(journal(), events::add);

        for (int length = Desk.setUp().size(); length <= events.size(); length++) {
            Path copy = folder.resolve("died-after-" + length);
            SampleLog.write(copy, events.subList(0, length));
            try (Oms again = Desk.open(copy)) {
                Notes venue = connect(again);
                again.submit(List.of(BUY, second));

                assertThat(again.state().hash())
                        .as("died after %s events", length)
                        .isEqualTo(expected);
                assertThat(venue.taken()).containsExactlyInAnyOrder(new OrderId("o-1"), new OrderId("o-2"));
            }
        }
    }

    @Test
    void refuses_what_cannot_be_and_does_not_journal_it() {
        try (Oms oms = furnished()) {
            assertThatThrownBy(() -> oms.submit(List.of(BUY))).hasMessage("broker notes must be connected");
            connect(oms);
            Order stranger =
                    Desk.order("o-3", Side.BUY, 1).fund(new FundId("beta")).build();
            assertThatThrownBy(() -> oms.submit(List.of(BUY, stranger))).hasMessage("fund beta must be open");
            assertThatThrownBy(() -> oms.accept(new OmsEvent.OrderReceived(BUY)))
                    .hasMessageStartingWith("orders must come in by submit");
            oms.submit(List.of(Desk.order("o-4", Side.BUY, 9_000).build()));
            assertThatThrownBy(() -> connect(oms)).hasMessage("broker notes must be connected once");
        }
        List<OmsEvent> log = new ArrayList<>();
        OmsLog.forEach(journal(), log::add);
        assertThat(log).hasSize(Desk.setUp().size() + 2);
    }

    @Test
    void has_one_writer() {
        try (Oms oms = furnished()) {
            assertThat(oms.state().funds()).hasSize(1);
            assertThatThrownBy(() -> Desk.open(journal())).isInstanceOf(JournalException.class);
        }
    }

    private Oms furnished() {
        Oms oms = Desk.open(journal());
        Desk.furnish(oms);
        return oms;
    }

    private static Notes connect(Oms oms) {
        Notes venue = new Notes();
        oms.connect(venue);
        return venue;
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private static OrderStatus status(Oms oms, String order) {
        return oms.state().order(new OrderId(order)).orElseThrow().status();
    }
}
