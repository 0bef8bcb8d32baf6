package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.Publisher;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.metrics.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bars, published on the bus, at the service that runs. */
@Timeout(60)
class PaperDeskTest {

    private static final Topic<Bar> BARS = Topic.of(StableSubject.BARS_CLOSED, Bar.class);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Desk.NOW);
    private final Metrics metrics = Metrics.of("test");
    private InProcessNetwork network;
    private RunningOms running;
    private Bus marketdata;
    private Publisher<Bar> bars;
    private long events;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("mts.yaml"), """
                oms:
                  durability: on_flush
                  tick: 5ms
                  market: {ahead_by: 1s}
                  brokers: [{name: notes, kind: paper}]
                """);
        network = InProcessNetwork.open(folder.resolve("bus"), now::get);
        running = RunningOms.start(RunningOms.context(folder, network, now::get, metrics));
        running.ask(Desk::furnish);
        marketdata = network.connect("marketdata");
        bars = marketdata.publisher(BARS);
    }

    @AfterEach
    void stop() {
        marketdata.close();
        running.close();
        network.close();
        metrics.close();
    }

    private void bar(InstrumentId instrument, String price, Instant at) {
        Subject subject = BARS.subject().partition(Subject.Key.SYMBOL, "SYMBOL");
        PriceRange range = PriceRange.flat(Price.parse(price));
        Bar bar = new Bar(instrument, BarInterval.MINUTE_1, at, range, Quantity.of(1_000));
        bars.put(new Event<>(new EventId("bar-" + ++events), subject, now.get(), bar));
    }

    private void awaitPrice(InstrumentId instrument, String price) {
        while (running.count(oms -> oms.lastPrice(instrument).equals(Optional.of(Price.parse(price))) ? 1 : 0) == 0) {
            // Every look is a question to the writer.
        }
    }

    private List<OmsEvent> log() {
        running.close();
        List<OmsEvent> log = new ArrayList<>();
        OmsLog.forEach(folder.resolve("oms").resolve("journal"), log::add);
        return log;
    }

    @Test
    void the_last_bar_marks_and_neither_a_late_one_nor_one_of_the_future_does() {
        Instant tuesday = Desk.NOW.plus(Duration.ofDays(1));
        now.set(tuesday);
        bar(Desk.AAPL, "101", tuesday);
        bar(Desk.AAPL, "50", tuesday.minusSeconds(60)); // late
        bar(Desk.AAPL, "51", tuesday.plusSeconds(2)); // of the future
        bar(Desk.FUTURE, "5001", Desk.NOW.plusSeconds(60)); // the last of its instrument, though of the day before
        bar(Desk.AAPL, "102", tuesday.plusSeconds(1)); // as far ahead as clocks may be
        awaitPrice(Desk.AAPL, "102");

        List<String> marks = new ArrayList<>();
        log().forEach(event -> {
            if (event instanceof OmsEvent.MarketMarked marked
                    && !marked.market().at().equals(Desk.NOW)) {
                marks.add(marked.session() + " " + marked.market().prices());
            }
        });
        LocalDate day = Desk.TODAY.plusDays(1);
        assertThat(marks)
                .containsExactly(day + " {AAPL.XNAS=101}", day + " {ESM4.XCME=5001}", day + " {AAPL.XNAS=102}");
    }

    @Test
    void what_a_session_came_to_is_written_down_before_a_bar_of_the_next_fills_and_marks() {
        now.set(Desk.NOW.plusSeconds(60));
        bar(Desk.AAPL, "101", now.get());
        awaitPrice(Desk.AAPL, "101");
        running.ask(oms -> oms.submit(List.of(Desk.order("o-1", Side.BUY, 100).build())));
        now.set(Desk.NOW.plus(Duration.ofDays(1)));
        bar(Desk.AAPL, "202", now.get());
        awaitPrice(Desk.AAPL, "202");

        List<String> values = new ArrayList<>();
        log().forEach(event -> {
            if (event instanceof OmsEvent.NavMarked(NavSnapshot nav)) {
                values.add(nav.asOf() + " " + nav.nav());
            }
        });
        assertThat(values).containsExactly(Desk.TODAY.minusDays(1) + " 1000000 USD", Desk.TODAY + " 1000000 USD");
    }

    @Test
    void a_price_of_the_future_that_was_taken_once_holds_up_no_other() {
        running.ask(oms -> oms.accept(new OmsEvent.MarketMarked(
                Desk.TODAY.plusDays(9),
                MarketSnapshot.of(Desk.NOW.plus(Duration.ofDays(9)), Map.of(Desk.AAPL, Price.parse("150"))))));
        now.set(Desk.NOW.plusSeconds(60));
        bar(Desk.AAPL, "101", now.get());
        awaitPrice(Desk.AAPL, "101");

        assertThat(running.count(oms -> oms.session().equals(Optional.of(Desk.TODAY)) ? 1 : 0))
                .isEqualTo(1);
    }
}
