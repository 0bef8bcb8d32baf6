package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.riskengine.gates.Borrow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to borrow is in the log, and binds whoever sells short. */
class BorrowTest {

    private static final ActorId OPS = new ActorId("ops");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Desk.NOW);

    private Oms open() {
        return Desk.open(folder.resolve("journal"), clock);
    }

    private static void limit(Oms oms, UnaryOperator<RiskEnvelopeBuilder> change) {
        RiskEnvelope now = oms.state().envelope(Desk.FUND).orElseThrow();
        oms.accept(new OmsEvent.EnvelopeSet(
                change.apply(new RiskEnvelopeBuilder().from(now))
                        .version(now.version() + 1)
                        .notes("shorts")
                        .build(),
                OPS));
    }

    private static void lend(Oms oms, @Nullable Borrow terms) {
        oms.accept(new OmsEvent.BorrowSet(Desk.AAPL, terms, OPS, Desk.NOW));
    }

    private static OrderStatus sellShort(Oms oms, String id) {
        oms.submit(List.of(Desk.order(id, Side.SHORT, 1).build()));
        return oms.state().order(new OrderId(id)).orElseThrow().status();
    }

    private Oms started() {
        Oms oms = open();
        Desk.furnish(oms);
        oms.connect(new Desk.Notes());
        return oms;
    }

    @Test
    void a_loan_above_the_largest_fee_stops_a_short() {
        try (Oms oms = started()) {
            lend(oms, new Borrow(Rate.ofBps(201), true, null));
            assertThat(sellShort(oms, "o-1")).isEqualTo(OrderStatus.DENIED);

            limit(oms, limits -> limits.maxShortFee(Rate.ofBps(201)));
            assertThat(sellShort(oms, "o-2")).isEqualTo(OrderStatus.SUBMITTED);
        }
    }

    @Test
    void what_must_be_located_goes_while_the_lender_sets_it_aside() {
        try (Oms oms = started()) {
            limit(oms, limits -> limits.requireBorrowLocate(true));
            assertThat(sellShort(oms, "o-1")).isEqualTo(OrderStatus.DENIED);

            lend(oms, new Borrow(Rate.ofBps(50), true, Desk.NOW.plusSeconds(60)));
            assertThat(sellShort(oms, "o-2")).isEqualTo(OrderStatus.SUBMITTED);

            clock.advance(Duration.ofSeconds(60));
            assertThat(sellShort(oms, "o-3")).isEqualTo(OrderStatus.DENIED);

            lend(oms, new Borrow(Rate.ofBps(50), true, null));
            assertThat(sellShort(oms, "o-4")).isEqualTo(OrderStatus.SUBMITTED);
            lend(oms, null);
            assertThat(sellShort(oms, "o-5")).isEqualTo(OrderStatus.DENIED);
            assertThat(oms.state().borrows()).isEmpty();
        }
    }

    @Test
    void a_restart_knows_the_terms_from_its_snapshot_and_from_its_log() {
        Borrow terms = new Borrow(Rate.ofBps(150), true, Desk.NOW.plusSeconds(60));
        String before;
        try (Oms oms = started()) {
            before = oms.state().hash();
            lend(oms, terms);
            assertThat(oms.state().hash()).isNotEqualTo(before);
            before = oms.state().hash();
        }
        try (Oms oms = open()) {
            assertThat(oms.state().hash()).isEqualTo(before);
            oms.snapshot();
        }
        try (Oms oms = open()) {
            assertThat(oms.replayed()).isZero();
            assertThat(oms.state().hash()).isEqualTo(before);
            assertThat(oms.state().borrow(Desk.AAPL)).contains(terms);
        }
    }

    @Test
    void terms_of_what_is_not_listed_are_refused() {
        try (Oms oms = started()) {
            assertThatThrownBy(() ->
                            oms.accept(new OmsEvent.BorrowSet(InstrumentId.parse("TSLA.XNAS"), null, OPS, Desk.NOW)))
                    .hasMessage("instrument TSLA.XNAS must be listed");
        }
    }
}
