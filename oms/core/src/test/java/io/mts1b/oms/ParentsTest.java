package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.parents.ParentEvent;
import io.mts1b.oms.parents.ParentState;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.AlgoInput;
import io.mts1b.omsalgos.ExecutionLimits;
import io.mts1b.omsalgos.FinishReason;
import io.mts1b.testkit.ForAll;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parents that algos work through the gates and over the line of a venue. */
class ParentsTest {
    private static final ActorId ANNA = new ActorId("anna");
    private static final int STEPS = 24;

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Worked.algos().keySet().stream();
    }

    private static Algo algo(String name) {
        return Objects.requireNonNull(Worked.algos().get(name));
    }

    /** What becomes of a child follows from its number: all, half or none of it trades, and some are refused. */
    private static long byNumber(Order child) {
        String id = child.orderId().value();
        int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        long quantity = child.quantity().value().toUnscaled(0);
        return number % 7 == 5 ? -1 : number % 3 == 0 ? quantity / 2 : number % 3 == 1 ? quantity : 0;
    }

    private static long all(Order child) {
        return child.quantity().value().toUnscaled(0);
    }

    /** Ten minutes in half minutes: a market that moves, a pause, an amendment, and a little more. */
    private static void work(Worked worked, Algo algo) {
        worked.insist(oms -> oms.parents().take(Worked.parent(), algo, ExecutionLimits.NONE, 7));
        for (int step = 0; step < STEPS; step++) {
            Instant now = Desk.NOW.plusSeconds(30L * step);
            worked.clock.advance(Duration.between(worked.clock.instant(), now));
            worked.insist(ParentsTest::look);
            String bid = "100.0" + step % 4;
            Quote here = Worked.quote(Desk.AAPL, bid, 100 + 10 * step, now);
            Quote there = Worked.quote(Worked.ELSEWHERE, bid, 60, now);
            Trade trade = Worked.trade("t-" + step, 200, now);
            told(
                    worked,
                    new AlgoInput.Traded(trade),
                    () -> worked.live().parents().traded(trade));
            told(
                    worked,
                    new AlgoInput.Quoted(here),
                    () -> worked.live().parents().quoted(here));
            told(
                    worked,
                    new AlgoInput.Quoted(there),
                    () -> worked.live().parents().quoted(there));
            if (step == 6) {
                asked(worked, "lunch", () -> worked.live().parents().pause(Worked.PARENT, ANNA, "lunch"));
            } else if (step == 8) {
                asked(worked, "over", () -> worked.live().parents().resume(Worked.PARENT, ANNA, "over"));
            } else if (step == 10) {
                asked(
                        worked,
                        "more",
                        () -> worked.live()
                                .parents()
                                .amend(Worked.PARENT, Quantity.of(700), Price.parse("101"), ANNA, "more"));
            }
        }
    }

    private static void look(Oms oms) {
        oms.together(oms::onTime);
    }

    /** A market that was told is not told again. */
    private static void told(Worked worked, AlgoInput input, Runnable tell) {
        worked.insist(_ -> {
            if (events(worked)
                    .noneMatch(event -> event instanceof ParentEvent.Moved moved
                            && moved.inputs().contains(input))) {
                worked.live().together(tell);
            }
        });
        worked.insist(ParentsTest::look);
    }

    private static void asked(Worked worked, String reason, Runnable ask) {
        worked.insist(_ -> {
            boolean done = events(worked)
                    .anyMatch(event -> event instanceof ParentEvent.Asked asked
                            && asked.reason().equals(reason));
            if (worked.state().isRunning() && !done) {
                ask.run();
            }
        });
        worked.insist(ParentsTest::look);
    }

    private static Stream<ParentEvent> events(Worked worked) {
        return worked.log.events.stream()
                .filter(OmsEvent.ParentChanged.class::isInstance)
                .map(event -> ((OmsEvent.ParentChanged) event).event());
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_worked_to_its_end(String name) {
        Worked worked = new Worked(new Pit(ParentsTest::byNumber), DeadlyLog.never());
        work(worked, algo(name));

        ParentState end = worked.state();
        assertThat(replayed(worked)).isEqualTo(worked.live().state().hash());
        Snapshots.goOn(folder, name, worked.log.events, new SplittableRandom(1));
        assertThat(end.finish()).isNotNull();
        assertThat(worked.children())
                .hasSizeGreaterThan(1)
                .allMatch(child -> child.status().isFinal());
        assertThat(worked.committed())
                .isEqualTo(end.progress().filled())
                .isGreaterThan(Quantity.of(100))
                .isLessThanOrEqualTo(end.progress().ordered());
        assertThat(worked.venue.orders).hasSize(worked.children().size());
        assertThat(worked.children())
                .allMatch(
                        child -> child.order().type().limitPrice().orElseThrow().compareTo(Price.parse("101")) <= 0);
    }

    /** Folds what the log would read, byte for byte. */
    private static String replayed(Worked worked) {
        EventCodec codec = new EventCodec();
        ByteSink bytes = new ByteSink();
        worked.log.events.forEach(event -> codec.write(event, bytes));
        OmsState state = new OmsState();
        EventCodec reader = new EventCodec();
        ByteSource in = new ByteSource(bytes.toBytes());
        while (in.hasMore()) {
            state.apply(reader.read(in));
        }
        return state.hash();
    }

    @ParameterizedTest
    @MethodSource("names")
    void goes_on_where_it_was_whenever_the_process_dies(String name) {
        Worked undisturbed = new Worked(new Pit(ParentsTest::byNumber), DeadlyLog.never());
        work(undisturbed, algo(name));
        int[] next = {0};
        Worked disturbed = new Worked(new Pit(ParentsTest::byNumber), new DeadlyLog.Killer() {

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
        work(disturbed, algo(name));

        assertThat(disturbed.state()).isEqualTo(undisturbed.state());
        assertThat(disturbed.children()).isEqualTo(undisturbed.children());
        assertThat(disturbed.live().state().hash())
                .isEqualTo(undisturbed.live().state().hash());
        assertThat(disturbed.venue.orders).isEqualTo(undisturbed.venue.orders);
        assertThat(disturbed.deaths).isGreaterThan(STEPS);
    }

    /** Venues tell what was lost in another order than the first time, and an algo answers what it hears. */
    @ParameterizedTest
    @MethodSource("names")
    void sends_nothing_twice_when_the_last_words_are_lost(String name) {
        for (int seed = 0; seed < 5; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Worked disturbed = new Worked(new Pit(ParentsTest::byNumber), new DeadlyLog.Killer() {

                @Override
                public void plan(DeadlyLog log) {
                    log.killAfter = log.work() + 1 + random.nextInt(30);
                }

                @Override
                public void bury(DeadlyLog log) {
                    log.keep(log.durable + random.nextInt(log.events.size() - log.durable + 1));
                }
            });
            work(disturbed, algo(name));

            ParentState end = disturbed.state();
            assertThat(end.finish()).as("seed %s", seed).isNotNull();
            assertThat(disturbed.deaths).as("seed %s", seed).isPositive();
            assertThat(disturbed.venue.orders).as("seed %s", seed).hasSize(end.children());
            assertThat(disturbed.venue.traded())
                    .as("seed %s", seed)
                    .isEqualTo(end.progress().filled());
            assertThat(disturbed.committed())
                    .as("seed %s", seed)
                    .isEqualTo(end.progress().filled())
                    .isLessThanOrEqualTo(end.progress().ordered());
        }
    }

    @Test
    void children_are_never_more_than_the_parent_whatever_happens() {
        List<Algo> algos = new ArrayList<>(Worked.algos().values());
        ForAll.cases(100, random -> {
            Worked worked = new Worked(
                    new Pit(child -> random.nextInt(8) == 0
                            ? -1
                            : random.nextLong(child.quantity().value().toUnscaled(0) + 1)),
                    DeadlyLog.never());
            worked.insist(oms -> oms.parents()
                    .take(
                            Worked.parent(),
                            algos.get(random.nextInt(algos.size())),
                            ExecutionLimits.NONE,
                            random.nextLong()));
            for (int step = 0; step < 60; step++) {
                happen(worked, random, step);
                assertThat(worked.committed()).isLessThanOrEqualTo(Quantity.of(600));
                assertThat(worked.state().progress().excess()).isEqualTo(Quantity.ZERO);
            }
            worked.venue.silent = false;
            worked.venue.open();
            worked.clock.advance(Duration.ofMinutes(11));
            for (int look = 0; look < 20; look++) {
                worked.clock.advance(Duration.ofMinutes(1));
                worked.live().onTime();
            }
            assertThat(worked.state().finish())
                    .as(() -> worked.state() + " " + worked.live().state().differences() + " " + worked.children())
                    .isNotNull();
            assertThat(worked.committed()).isEqualTo(worked.state().progress().filled());
            assertThat(worked.children())
                    .allMatch(child -> child.status().isFinal())
                    .hasSize(worked.state().children());
        });
    }

    private static void happen(Worked worked, RandomGenerator random, int step) {
        worked.clock.advance(Duration.ofSeconds(random.nextInt(20)));
        Oms oms = worked.live();
        Instant now = worked.clock.instant();
        boolean running = worked.state().isRunning();
        switch (random.nextInt(12)) {
            case 0 -> worked.venue.silent = true;
            case 1 -> {
                oms.onVenue(Counter.NOTES, new VenueMessage.LineDown(now, "cut"));
                worked.venue.silent = false;
                worked.venue.open();
            }
            case 2, 3 -> oms.parents().traded(Worked.trade("t-" + step, 1 + random.nextInt(400), now));
            case 4 -> {
                if (running) {
                    oms.parents().pause(Worked.PARENT, ANNA, "wait");
                }
            }
            case 5 -> {
                if (running) {
                    oms.parents().resume(Worked.PARENT, ANNA, "go");
                }
            }
            case 6 -> oms.onTime();
            default ->
                oms.parents()
                        .quoted(Worked.quote(
                                random.nextInt(4) == 0 ? Worked.ELSEWHERE : Desk.AAPL,
                                "100.0" + random.nextInt(10),
                                1 + random.nextInt(300),
                                now));
        }
    }

    @Test
    void waits_under_a_halt_and_ends_with_its_horizon() {
        Worked worked = new Worked(new Pit(ParentsTest::all), DeadlyLog.never());
        Oms oms = worked.live();
        oms.parents().take(Worked.parent(), algo("iceberg"), ExecutionLimits.NONE, 1);
        oms.accept(new OmsEvent.HaltSet(
                new HaltRequest(HaltSeverity.FUND_HALT, Desk.FUND, null, "drill", ANNA, Desk.NOW)));
        int before = worked.log.events.size();
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));
        worked.clock.advance(Duration.ofMinutes(9));
        oms.onTime();

        assertThat(worked.children()).isEmpty();
        assertThat(worked.log.events.subList(before, worked.log.events.size()))
                .noneMatch(OmsEvent.ParentChanged.class::isInstance);

        worked.clock.advance(Duration.ofMinutes(1));
        oms.onTime();
        assertThat(Objects.requireNonNull(worked.state().finish()).reason()).isEqualTo(FinishReason.HORIZON_OVER);
        assertThat(worked.children()).isEmpty();
    }

    @Test
    void waits_while_the_line_is_down() {
        Worked worked = new Worked(new Pit(ParentsTest::all), DeadlyLog.never());
        Oms oms = worked.live();
        oms.parents().take(Worked.parent(), algo("iceberg"), ExecutionLimits.NONE, 1);
        oms.onVenue(Counter.NOTES, new VenueMessage.LineDown(Desk.NOW, "cut"));
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));
        assertThat(worked.children()).isEmpty();

        worked.venue.open();
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));
        assertThat(worked.children()).hasSize(6);
        assertThat(Objects.requireNonNull(worked.state().finish()).reason()).isEqualTo(FinishReason.FILLED);
    }

    @Test
    void wishes_anew_for_what_came_too_late() {
        Worked worked = new Worked(new Pit(_ -> 0), DeadlyLog.never());
        Oms oms = worked.live();
        oms.parents().take(Worked.parent(), algo("iceberg"), ExecutionLimits.NONE, 1);
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));
        oms.onVenue(Counter.NOTES, new VenueMessage.LineDown(Desk.NOW, "cut"));
        worked.venue.trade(worked.children().getFirst().order());
        assertThat(worked.state().todo().make())
                .singleElement()
                .matches(wish -> wish.place().child() == 2);
        assertThat(worked.children()).hasSize(1);

        worked.clock.advance(Duration.ofSeconds(61));
        worked.venue.open();
        assertThat(worked.children())
                .extracting(child -> child.order().orderId().value())
                .containsExactly("p-1", "p-3");
        assertThat(worked.committed()).isEqualTo(Quantity.of(200));
        assertThat(events(worked))
                .filteredOn(ParentEvent.Withdrawn.class::isInstance)
                .containsExactly(
                        new ParentEvent.Withdrawn(Worked.PARENT, 2, "not sent within PT1M", worked.clock.instant()));
    }

    @Test
    void is_canceled_with_its_children() {
        Worked worked = new Worked(new Pit(_ -> 0), DeadlyLog.never());
        Oms oms = worked.live();
        oms.parents().take(Worked.parent(), algo("iceberg"), ExecutionLimits.NONE, 1);
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));
        assertThat(worked.children())
                .singleElement()
                .matches(child -> child.status() == OrderStatus.ACCEPTED)
                .matches(child -> child.order().orderId().value().equals("p-1"));
        oms.parents().cancel(Worked.PARENT, ANNA, "enough");

        assertThat(worked.children()).singleElement().matches(child -> child.status() == OrderStatus.CANCELED);
        assertThat(Objects.requireNonNull(worked.state().finish()).reason()).isEqualTo(FinishReason.CANCELED);
    }

    @Test
    void does_not_make_again_what_an_operator_takes_back() {
        Worked worked = new Worked(new Pit(_ -> 0), DeadlyLog.never());
        Oms oms = worked.live();
        oms.parents().take(Worked.parent(), algo("iceberg"), ExecutionLimits.NONE, 1);
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));
        oms.operations()
                .begin(new Operation(
                        "end",
                        Operation.Kind.CANCEL_ALL,
                        new Scope.OfFund(Desk.FUND),
                        "drill",
                        ANNA,
                        Desk.NOW,
                        Desk.NOW.plusSeconds(60)));
        oms.parents().quoted(Worked.quote(Desk.AAPL, "100", 100, Desk.NOW));

        assertThat(worked.venue.orders.values())
                .singleElement()
                .matches(order -> order.standing() == VenueOrder.Standing.CANCELED);
        assertThat(Objects.requireNonNull(worked.state().finish()).reason()).isEqualTo(FinishReason.CANCELED);
    }

    @Test
    void refuses_what_it_cannot_work() {
        Worked worked = new Worked(new Pit(_ -> 0), DeadlyLog.never());
        Oms oms = worked.live();
        Algo iceberg = algo("iceberg");
        Order parent = Worked.parent();
        oms.parents().take(parent, iceberg, ExecutionLimits.NONE, 1);
        int events = worked.log.events.size();

        assertThat(oms.parents().take(parent, iceberg, ExecutionLimits.NONE, 1)).isEqualTo(worked.state());
        assertThatThrownBy(() -> oms.parents().take(parent, algo("twap"), ExecutionLimits.NONE, 1))
                .hasMessageContaining("parent p must be what it was");
        assertThatThrownBy(
                        () -> oms.submit(List.of(Desk.order("p-3", Side.BUY, 1).build())))
                .hasMessageContaining("order p-3 must not be named as one of a parent");
        assertThatThrownBy(() ->
                        oms.parents().take(Desk.order("q", Side.BUY, 10).build(), iceberg, ExecutionLimits.NONE, 1))
                .hasMessageContaining("limit must be given");
        assertThatThrownBy(() -> oms.parents().amend(Worked.PARENT, Quantity.parse("0.5"), null, ANNA, "half"))
                .hasMessageContaining("quantity must be a multiple of the lot");
        assertThatThrownBy(() -> oms.parents().pause(new OrderId("q"), ANNA, "wait"))
                .hasMessageContaining("parent q must be worked");
        assertThatThrownBy(() -> oms.replace(new OrderId("p-1"), Quantity.of(5), new OrderType.Market()))
                .hasMessageContaining("p-1 must not be a parent's");
        assertThat(worked.log.events).hasSize(events);
    }
}
