package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ChildType;
import io.mts1b.omsalgos.ExecutionLimits;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Quotes and trades, published on the bus, at the service that runs. */
@Timeout(60)
class MarketDeskTest {

    private static final Topic<Quote> QUOTES = Topic.of(StableSubject.QUOTES_UPDATED, Quote.class);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Desk.NOW);
    private final Metrics metrics = Metrics.of("test");
    private InProcessNetwork network;
    private RunningOms running;
    private Bus marketdata;
    private Bus treasury;
    private Publisher<Quote> quotes;
    private Publisher<Trade> trades;
    private Publisher<NavSnapshot> values;
    private long events;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("mts.yaml"), """
                oms:
                  durability: on_flush
                  tick: 5ms
                  market: {stale_after: 5s, ahead_by: 1s, mark_every: 10s}
                  brokers: [{name: notes, kind: paper}]
                """);
        network = InProcessNetwork.open(folder.resolve("bus"), now::get);
        running = RunningOms.start(RunningOms.context(folder, network, now::get, metrics));
        running.ask(Desk::furnish);
        marketdata = network.connect("marketdata");
        quotes = marketdata.publisher(QUOTES);
        trades = marketdata.publisher(MarketDesk.TRADES);
        treasury = network.connect("treasury");
        values = treasury.publisher(Topic.of(StableSubject.NAV_UPDATED, NavSnapshot.class));
    }

    @AfterEach
    void stop() {
        marketdata.close();
        treasury.close();
        running.close();
        network.close();
        metrics.close();
    }

    private void quote(InstrumentId instrument, String bid, String ask, Instant at) {
        Subject subject = QUOTES.subject().partition(Subject.Key.SYMBOL, "AAPL");
        Quote quote = new Quote(instrument, Price.parse(bid), Price.parse(ask), Quantity.of(500), Quantity.of(500), at);
        quotes.put(new Event<>(new EventId("quote-" + ++events), subject, now.get(), quote));
    }

    private void trade(long quantity, Instant at) {
        Subject subject = MarketDesk.TRADES.subject().partition(Subject.Key.SYMBOL, "AAPL");
        Trade trade =
                new Trade("t-" + ++events, Desk.AAPL, Price.parse("100"), Quantity.of(quantity), Aggressor.BUYER, at);
        trades.put(new Event<>(new EventId("trade-" + events), subject, now.get(), trade));
    }

    private void awaitPrice(String price) {
        while (running.count(oms -> oms.lastPrice(Desk.AAPL).equals(Optional.of(Price.parse(price))) ? 1 : 0) == 0) {
            // Every look is a question to the writer.
        }
    }

    private List<String> marks() {
        running.close();
        List<String> marks = new ArrayList<>();
        OmsLog.forEach(folder.resolve("oms").resolve("journal"), event -> {
            if (event instanceof OmsEvent.MarketMarked marked
                    && !marked.market().at().equals(Desk.NOW)) {
                marks.add(marked.market().prices().toString());
            }
        });
        return marks;
    }

    private void awaitRefused(int count) {
        while (!metrics.scrape().contains("mts1b_oms_market_refused_total{service=\"test\"} " + count + ".0")) {
            // Every look reads all meters.
        }
    }

    @Test
    void a_quote_marks_its_middle_and_one_that_is_not_to_be_believed_does_not() {
        Instant at = Desk.NOW.plusSeconds(60);
        now.set(at);
        quote(Desk.AAPL, "101", "101.02", at.minusSeconds(1));
        awaitPrice("101.01");
        quote(Desk.AAPL, "50", "50.02", at.minusSeconds(6)); // stale
        awaitRefused(1);
        quote(Desk.AAPL, "51", "51.02", at.plusSeconds(2)); // of the future
        awaitRefused(2);
        quote(Desk.AAPL, "52", "52.02", at.minusSeconds(2)); // older than the last
        awaitRefused(3);
        quote(Desk.AAPL, "53", "80", at); // nobody trades so
        awaitRefused(4);
        quote(InstrumentId.parse("NONE.XNAS"), "54", "54.02", at); // not ours
        quote(Desk.AAPL, "102", "102.02", at); // too soon to be written down again
        now.set(at.plusSeconds(10));
        quote(Desk.AAPL, "103", "103.02", at.plusSeconds(10));
        awaitPrice("103.01");

        assertThat(marks()).containsExactly("{AAPL.XNAS=101.01}", "{AAPL.XNAS=103.01}");
    }

    @Test
    void what_a_session_came_to_is_written_down_before_the_next_begins() {
        Instant monday = Desk.NOW.plusSeconds(60);
        now.set(monday);
        quote(Desk.AAPL, "101", "101.02", monday);
        awaitPrice("101.01");
        now.set(monday.plusSeconds(20));
        quote(Desk.AAPL, "102", "102.02", now.get());
        awaitPrice("102.01");
        Instant tuesday = monday.plus(Duration.ofDays(1));
        now.set(tuesday);
        quote(Desk.AAPL, "103", "103.02", tuesday);
        awaitPrice("103.01");

        LocalDate day = monday.atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(values()).containsExactly(day.minusDays(1) + " 1000000 USD", day + " 1000000 USD");
    }

    @Test
    void a_value_that_is_published_counts_from_the_day_it_is_of() {
        LocalDate today = Desk.NOW.atZone(ZoneOffset.UTC).toLocalDate();
        publish(Desk.FUND, today.plusDays(1), "7 USD"); // not yet
        publish(Desk.FUND, today.minusDays(2), "8 EUR");
        publish(new FundId("nobody"), today.minusDays(2), "9 USD");
        publish(Desk.FUND, today.minusDays(2), "1050000 USD");
        publish(Desk.FUND, today.minusDays(2), "1050000 USD"); // again
        publish(Desk.FUND, today.minusDays(1), "1100000 USD");
        while (running.count(oms -> oms.lastNav(Desk.FUND)
                                .filter(nav -> nav.asOf().equals(today.minusDays(1)))
                                .isPresent()
                        ? 1
                        : 0)
                == 0) {
            // Every look is a question to the writer.
        }
        quote(Desk.AAPL, "101", "101.02", Desk.NOW.plusSeconds(1));
        awaitPrice("101.01");

        assertThat(values()).containsExactly(today.minusDays(2) + " 1050000 USD", today.minusDays(1) + " 1100000 USD");
    }

    private void publish(FundId fund, LocalDate asOf, String nav) {
        Topic<NavSnapshot> topic = Topic.of(StableSubject.NAV_UPDATED, NavSnapshot.class);
        Money worth = Money.parse(nav);
        Money none = Money.zero(worth.currency());
        values.put(new Event<>(
                new EventId("nav-" + ++events),
                topic.subject().partition(Subject.Key.FUND, fund.value()),
                now.get(),
                new NavSnapshot(fund, asOf, worth, worth, none, none, none)));
    }

    private List<String> values() {
        running.close();
        List<String> values = new ArrayList<>();
        OmsLog.forEach(folder.resolve("oms").resolve("journal"), event -> {
            if (event instanceof OmsEvent.NavMarked(NavSnapshot nav)) {
                values.add(nav.asOf() + " " + nav.nav());
            }
        });
        return values;
    }

    @Test
    void algos_see_quotes_and_trades_and_nothing_that_is_stale() {
        OrderId parent = new OrderId("p");
        running.ask(oms -> {
            oms.accept(new OmsEvent.EnvelopeSet(
                    RiskEnvelope.builder(Money.parse("1000000 USD"))
                            .envelopeId(new EnvelopeId("alpha"))
                            .version(2)
                            .fund(Desk.FUND)
                            .maxPosition(Rate.parse("0.5"))
                            .maxSector(Rate.ONE)
                            .maxOrderNotional(Money.parse("500000 USD"))
                            .allowedOrderTypes(List.of(OrderType.Kind.LIMIT, OrderType.Kind.MARKETABLE_LIMIT))
                            .notes("what algos use")
                            .createdAt(Desk.NOW)
                            .build(),
                    new ActorId("ops")));
            oms.parents()
                    .take(
                            Desk.order(parent.value(), Side.BUY, 600)
                                    .type(new OrderType.Limit(Price.parse("101")))
                                    .build(),
                            new Algo.Pov(
                                    Rate.parse("0.2"), Duration.ofMinutes(3), Duration.ofMinutes(10), ChildType.LIMIT),
                            ExecutionLimits.NONE,
                            1);
        });
        now.set(Desk.NOW.plusSeconds(30));
        quote(Desk.AAPL, "100", "100.02", now.get());
        awaitPrice("100.01");
        trade(10_000, now.get().minusSeconds(6));
        awaitRefused(1);
        trade(400, now.get());
        while (running.count(oms -> oms.parents().parent(parent).orElseThrow().children()) == 0) {
            // Every look is a question to the writer.
        }
        // A fifth of what has traded.
        assertThat(running.count(oms -> oms.order(new OrderId("p-1"))
                        .filter(order -> order.ordered().equals(Quantity.of(80)))
                        .map(_ -> 1)
                        .orElse(0)))
                .isEqualTo(1);
    }
}
