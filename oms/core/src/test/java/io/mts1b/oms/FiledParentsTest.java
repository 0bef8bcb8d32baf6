package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.oms.parents.ParentState;
import io.mts1b.oms.parents.ParentStatus;
import io.mts1b.oms.parents.Parents;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ExecutionLimits;
import io.mts1b.omsalgos.FinishReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parents that have ended are no longer in memory, and nobody can tell. */
class FiledParentsTest {

    private static final ActorId ANNA = new ActorId("anna");

    @TempDir
    private Path folder;

    /** A parent whose first child takes all of it. */
    private static Worked ended() {
        Worked worked = new Worked(new Pit(child -> child.quantity().value().toUnscaled(0)), DeadlyLog.never());
        Algo twap = Objects.requireNonNull(Worked.algos().get("twap"));
        worked.insist(oms -> oms.parents().take(Worked.parent(), twap, ExecutionLimits.NONE, 7));
        for (int minute = 0; minute < 12; minute++) {
            worked.clock.advance(Duration.ofMinutes(1));
            worked.live().parents().quoted(Worked.quote(Desk.AAPL, "100.00", 1_000, worked.clock.instant()));
            worked.live().onTime();
        }
        return worked;
    }

    @Test
    void one_that_has_ended_is_not_in_memory_and_still_answers() {
        Worked worked = ended();
        Parents parents = worked.live().state().parents();

        assertThat(parents.form().inMemory()).isEmpty();
        assertThat(parents.running()).isEmpty();
        ParentState state = parents.parent(Worked.PARENT).orElseThrow();
        assertThat(Objects.requireNonNull(state.finish()).reason()).isEqualTo(FinishReason.FILLED);
        assertThat(state.progress().filled()).isEqualTo(Quantity.of(600));
        assertThat(state.children()).isEqualTo(5);
        assertThat(parents.status(Worked.PARENT)).contains(ParentStatus.ENDED);
        assertThat(parents.taken()).isEqualTo(1);
        assertThat(parents.taken(1)).isEqualTo(state);
        assertThat(parents.names(Worked.PARENT)).isTrue();
        assertThat(parents.names(new OrderId(Worked.PARENT + "-77"))).isTrue();
        assertThat(parents.names(new OrderId("q-77"))).isFalse();
    }

    @Test
    void one_that_has_ended_is_taken_once_and_not_worked_any_more() {
        Worked worked = ended();
        int events = worked.log.events.size();
        ParentsDesk desk = worked.live().parents();
        Algo twap = Objects.requireNonNull(Worked.algos().get("twap"));

        assertThat(desk.take(Worked.parent(), twap, ExecutionLimits.NONE, 7).children())
                .isEqualTo(5);
        assertThatThrownBy(() -> desk.pause(Worked.PARENT, ANNA, "too late")).hasMessage("parent p must be worked");
        assertThatThrownBy(() -> worked.live()
                        .submit(List.of(Desk.order("p", Side.BUY, 1).build())))
                .hasMessage("order p must not be named as one of a parent");
        assertThat(worked.log.events).hasSize(events);
    }

    @Test
    void a_fill_that_is_taken_back_long_after_the_end_is_taken_from_its_parent() {
        Worked worked = ended();
        Oms oms = worked.live();
        OrderId child = new OrderId("p-1");
        Fill fill = oms.state().venues().fills(child).getFirst();
        OrderName name = OrderName.of(ClientOrderId.of(child, 0));

        oms.onVenue(Counter.NOTES, new OrderReport.Busted(name, fill.fillId(), worked.clock.instant()));

        assertThat(oms.state().order(child).orElseThrow().status()).isEqualTo(OrderStatus.CANCELED);
        ParentState state = oms.state().parents().parent(Worked.PARENT).orElseThrow();
        assertThat(state.isRunning()).isFalse();
        assertThat(state.progress().filled().plus(fill.quantity())).isEqualTo(Quantity.of(600));
        assertThat(oms.state().parents().taken(1)).isEqualTo(state);
        assertThat(oms.state().parents().form().inMemory()).isEmpty();
        try (Archive archive = FileArchive.create(folder)) {
            OmsState replayed = new OmsState(archive, 0);
            worked.log.events.forEach(replayed::apply);
            assertThat(replayed.hash()).isEqualTo(oms.state().hash());
            assertThat(replayed.parents().parent(Worked.PARENT)).contains(state);
        }
    }
}
