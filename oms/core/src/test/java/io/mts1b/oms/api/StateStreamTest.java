package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.oms.Desk;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What followers are told of what happened while they did not look. */
class StateStreamTest {

    private static final Order BUY = Desk.order("o-1", Side.BUY, 10).build();
    private static final OmsEvent SPLIT = new OmsEvent.CorporateActionApplied(
            new CorporateAction.Split("s", Desk.AAPL, Desk.NOW, UnitRatio.parse("3:1")), new ActorId("anna"), Desk.NOW);

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void start() throws IOException {
        served = Served.start(folder);
        work(oms -> oms.submit(List.of(BUY)));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    /** What is done in one go becomes durable together. */
    private void work(Consumer<Oms> work) {
        served.writer
                .ask(oms -> {
                    work.accept(oms);
                    return true;
                })
                .join();
    }

    /** Follows the fund, from after the first snapshot. */
    private StateStream follow() throws InterruptedException {
        StateStream stream = StateStream.open(
                served.api,
                new OmsApi.Caller(
                        new ActorId("viewer"),
                        new ApiSettings.Client(Secret.of(Served.VIEWER), Map.of("alpha", List.of(Permission.VIEW)))),
                Desk.FUND);
        assertThat(stream.next(Duration.ZERO))
                .extracting(StateStream.Item::name)
                .containsExactly("snapshot");
        return stream;
    }

    private static Decimal held(StateStream.Item snapshot) {
        return ((StateStream.Snapshot) snapshot.data())
                .account()
                .positions()
                .getFirst()
                .quantity();
    }

    @Test
    void a_fill_that_comes_with_a_corporate_action_is_told_before_everything_is_shown_anew() throws Exception {
        try (StateStream stream = follow()) {
            work(oms -> {
                oms.onVenue(Served.NOTES, Desk.traded(Desk.fill(BUY, "f-1", 10, "100"), BUY));
                oms.accept(SPLIT);
            });

            List<StateStream.Item> items = stream.next(Duration.ZERO);
            assertThat(items).extracting(StateStream.Item::name).containsExactly("fill", "order", "snapshot");
            assertThat(((ApiReply.FillView) items.getFirst().data()).fill().fillId())
                    .hasToString("f-1");
            // The snapshot shows no order that has ended.
            assertThat(((ApiReply.OrderView) items.get(1).data()).state().status())
                    .isEqualTo(OrderStatus.FILLED);
            assertThat(held(items.getLast())).isEqualTo(Decimal.of(30));
        }
    }

    @Test
    void a_fill_that_is_taken_back_after_its_number_was_forgotten_shows_everything_anew() throws Exception {
        Order other = Desk.order("o-2", Side.BUY, 200_000).build();
        work(oms -> {
            oms.onVenue(Served.NOTES, Desk.traded(Desk.fill(BUY, "f-1", 4, "100"), BUY));
            oms.onVenue(Served.NOTES, Desk.traded(Desk.fill(BUY, "f-2", 6, "100"), BUY));
            for (int i = 0; i < 100_000; i++) {
                served.feed.append(
                        new OmsEvent.OrderChanged(new OrderEvent.Filled(Desk.fill(other, "x-" + i, 1, "100"))));
            }
        });
        assertThat(served.feed.fills().get(1)).isEmpty();
        try (StateStream stream = follow();
                Changes elsewhere = served.writer
                        .ask(oms -> served.feed.follow(new FundId("beta"), oms.state()))
                        .join()) {
            work(oms -> oms.onVenue(Served.NOTES, new OrderReport.Busted(Desk.name(BUY), new FillId("f-1"), Desk.NOW)));

            List<StateStream.Item> items = stream.next(Duration.ZERO);
            assertThat(items).extracting(StateStream.Item::name).containsExactly("order", "snapshot");
            assertThat(held(items.getLast())).isEqualTo(Decimal.of(6));
            assertThat(elsewhere.take(Duration.ZERO).isEmpty()).isTrue();
        }
    }
}
