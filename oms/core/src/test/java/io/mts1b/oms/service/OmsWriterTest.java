package io.mts1b.oms.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.oms.Desk;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.MemoryLog;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsPolicy;
import io.mts1b.oms.service.WriterException.Category;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.riskengine.RiskEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OmsWriterTest {

    private static final BrokerId NOTES = new BrokerId("notes");
    private static final Duration TICK = Duration.ofSeconds(5);

    private final ManualClock clock = new ManualClock(Desk.NOW);
    private final Desk.Notes venue = new Desk.Notes();
    private final EventLog log = new MemoryLog(List.of(), this::flush);
    private int flushes;
    private boolean full;

    private void flush() {
        if (full) {
            throw new IllegalStateException("disk full");
        }
        flushes++;
    }

    private Oms open() {
        Oms oms = Oms.open(log, new RiskEngine(RiskEngine.Mode.REPORT_ALL), OmsPolicy.STANDARD, clock);
        Desk.furnish(oms);
        oms.connect(venue);
        return oms;
    }

    private OmsWriter start(int capacity) {
        return OmsWriter.start(_ -> open(), capacity, TICK, clock);
    }

    private static Function<Oms, OrderStatus> submit(String id) {
        return oms -> {
            oms.submit(List.of(Desk.order(id, Side.BUY, 1).build()));
            return oms.state().order(new OrderId(id)).orElseThrow().status();
        };
    }

    /** Keeps the writer busy until it is released, so that what is asked meanwhile waits together. */
    private static CountDownLatch hold(OmsWriter writer) {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Boolean> holding = writer.ask(_ -> {
            held.countDown();
            await(release);
            return true;
        });
        assertThat(holding).isNotCompletedExceptionally();
        await(held);
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_waits_together_is_durable_together_and_sent_after() {
        try (OmsWriter writer = start(100)) {
            CountDownLatch release = hold(writer);
            int before = flushes;
            List<CompletableFuture<OrderStatus>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(writer.ask(submit("o-" + i)));
            }
            release.countDown();

            answers.forEach(answer -> assertThat(answer.join()).isEqualTo(OrderStatus.SUBMITTED));
            assertThat(venue.taken()).hasSize(50);
            assertThat(flushes - before).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void one_refusal_leaves_the_others_alone() {
        try (OmsWriter writer = start(100)) {
            CompletableFuture<Boolean> refused = writer.ask(oms -> {
                oms.cancel(new OrderId("nobody"), "no such order");
                return true;
            });
            assertThatThrownBy(refused::join).hasMessageEndingWith("order nobody must have been received");
            assertThat(writer.ask(submit("o-1")).join()).isEqualTo(OrderStatus.SUBMITTED);
        }
    }

    @Test
    void what_venues_say_is_taken_in_order_with_commands() {
        try (OmsWriter writer = start(1)) {
            var order = Desk.order("o-1", Side.BUY, 1).build();
            writer.ask(submit("o-1")).join();
            writer.tell(NOTES, Desk.traded(Desk.fill(order, "f-1", 1, "100"), order));

            assertThat(writer.ask(oms -> oms.state()
                                    .order(order.orderId())
                                    .orElseThrow()
                                    .status())
                            .join())
                    .isEqualTo(OrderStatus.FILLED);
        }
    }

    @Test
    void too_many_are_refused_and_nothing_of_them_is_done() {
        try (OmsWriter writer = start(2)) {
            CountDownLatch release = hold(writer);
            CompletableFuture<OrderStatus> first = writer.ask(submit("o-1"));
            CompletableFuture<OrderStatus> second = writer.ask(submit("o-2"));
            CompletableFuture<OrderStatus> third = writer.ask(submit("o-3"));
            assertThat(category(third)).isEqualTo(Category.BUSY);
            release.countDown();

            assertThat(List.of(first.join(), second.join())).containsOnly(OrderStatus.SUBMITTED);
            assertThat(writer.ask(oms -> oms.state().order(new OrderId("o-3"))).join())
                    .isEmpty();
        }
    }

    @Test
    void nothing_is_answered_or_sent_if_it_is_not_durable() {
        try (OmsWriter writer = start(10)) {
            CountDownLatch release = hold(writer);
            full = true;
            CompletableFuture<OrderStatus> answer = writer.ask(submit("o-1"));
            release.countDown();

            assertThat(category(answer)).isEqualTo(Category.FAILED);
            assertThat(venue.taken()).isEmpty();
            assertThat(category(writer.ask(submit("o-2")))).isEqualTo(Category.FAILED);
            assertThat(writer.failure())
                    .hasValueSatisfying(reason ->
                            assertThat(reason).hasMessageContaining("disk full").hasRootCauseMessage("disk full"));
        }
    }

    @Test
    void closing_does_what_waits_and_takes_nothing_more() {
        OmsWriter writer = start(10);
        CountDownLatch release = hold(writer);
        CompletableFuture<OrderStatus> waiting = writer.ask(submit("o-1"));
        release.countDown();
        writer.close();
        writer.close();

        assertThat(writer.failure()).isEmpty();
        assertThat(waiting.join()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(category(writer.ask(submit("o-2")))).isEqualTo(Category.CLOSED);
    }

    /** A venue that counts how often it was asked what is open, and answers nothing. */
    private static final class Asked implements RestoresOrders, ListsOpenOrders {

        private int times;

        @Override
        public BrokerId broker() {
            return new BrokerId("asked");
        }

        @Override
        public void open() {
            // It has no line.
        }

        @Override
        public void restore(List<ApprovedOrder> orders) {
            // It forgets nothing.
        }

        @Override
        public void listOpenOrders(long request) {
            times++;
        }
    }

    @Test
    void a_clock_that_is_set_back_holds_nothing_up() {
        Asked asked = new Asked();
        try (OmsWriter writer = start(10)) {
            writer.ask(_ -> true).join();
            clock.set(Desk.NOW.minus(Duration.ofHours(1)));
            writer.ask(oms -> {
                        oms.connect(asked);
                        return true;
                    })
                    .join();
        }
        assertThat(asked.times).isEqualTo(1);
    }

    @Test
    void a_failure_is_in_the_log_file() {
        Logger logger = (Logger) LoggerFactory.getLogger(OmsWriter.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try (OmsWriter writer = start(10)) {
            CompletableFuture<Boolean> answer = writer.ask(_ -> {
                throw new AssertionError("odd");
            });
            assertThat(category(answer)).isEqualTo(Category.FAILED);
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy().getMessage()).contains("odd");
        });
    }

    @Test
    void what_cannot_be_opened_is_told() {
        assertThatThrownBy(() -> OmsWriter.start(
                        _ -> {
                            throw new IllegalArgumentException("no such journal");
                        },
                        1,
                        TICK,
                        clock))
                .hasMessage("no such journal");
    }

    private static Category category(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WriterException reason) {
                return reason.category();
            }
            throw e;
        }
        throw new AssertionError("it was answered");
    }
}
