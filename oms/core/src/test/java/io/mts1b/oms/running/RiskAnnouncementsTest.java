package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.GateReport;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.risk.RiskReport;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.ConsumerOptions;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.service.ServiceContext;
import io.mts1b.riskengine.gates.CroAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running service tells of its gates, what it asks the officer, and what quotes do to it. */
class RiskAnnouncementsTest {

    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final Order LARGE = Desk.order("o-2", Side.BUY, 9_000).build();

    @TempDir
    private Path folder;

    private final Metrics metrics = Metrics.of("test");
    private final LinkedBlockingQueue<Event<GateReport>> reports = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Event<RiskEnvelope>> limits = new LinkedBlockingQueue<>();
    private InProcessNetwork network;
    private RunningOms running;

    @BeforeEach
    void start() throws Exception {
        Path prices = Files.write(
                folder.resolve("prices.csv"),
                List.of("date,AAPL.XNAS", "2024-05-01,100", "2024-05-02,101", "2024-05-03,98.98"));
        Files.writeString(folder.resolve("mts.yaml"), """
                oms:
                  durability: on_flush
                  tick: 5ms
                  brokers:
                    - name: notes
                      kind: paper
                  risk:
                    prices: %s
                    every: 50ms
                    shocks:
                      crash: -0.2
                """.formatted(prices));
        network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW);
        running = RunningOms.start(context());
        consume(StableSubject.GATES_PASSED, GateReport.class, reports);
        consume(StableSubject.GATES_FAILED, GateReport.class, reports);
        consume(StableSubject.ENVELOPES_UPDATED, RiskEnvelope.class, limits);
        running.ask(Desk::furnish);
    }

    private ServiceContext context() {
        return RunningOms.context(folder, network, () -> Desk.NOW, metrics);
    }

    private <T> void consume(StableSubject subject, Class<T> type, LinkedBlockingQueue<Event<T>> into) {
        network.connect("ledger")
                .consume(
                        Feed.ofParts(Topic.of(subject, type)),
                        ConsumerOptions.of(
                                "ledger-" + subject.subject().toString().replace('.', '-')),
                        delivery -> {
                            into.add(delivery.event());
                            delivery.ack();
                        });
    }

    @AfterEach
    void stop() {
        running.close();
        metrics.close();
        network.close();
    }

    private static <T> Event<T> next(LinkedBlockingQueue<Event<T>> queue) throws InterruptedException {
        Event<T> event = queue.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("an event within 20 seconds").isNotNull();
        return event;
    }

    @Test
    void decisions_are_told_with_their_latency_and_limits_with_their_version() throws Exception {
        running.ask(oms -> oms.submit(List.of(BUY, LARGE)));

        Event<RiskEnvelope> set = next(limits);
        assertThat(set.subject().toString()).isEqualTo("mts.v1.riskengine.envelopes.updated.fund.alpha");
        assertThat(set.payload().version()).isEqualTo(1);
        Event<GateReport> first = next(reports);
        Event<GateReport> second = next(reports);
        // The two subjects have no common order.
        boolean inOrder = first.payload().decision() instanceof RiskDecision.Approved;
        Event<GateReport> passed = inOrder ? first : second;
        Event<GateReport> failed = inOrder ? second : first;
        assertThat(passed.subject().toString()).isEqualTo("mts.v1.riskengine.gates.passed.fund.alpha");
        assertThat(passed.payload().decision()).isEqualTo(new RiskDecision.Approved(BUY.orderId(), Desk.NOW, 1));
        assertThat(passed.payload().latency()).isPositive();
        assertThat(failed.subject().toString()).isEqualTo("mts.v1.riskengine.gates.failed.fund.alpha");
        assertThat(failed.payload().latency()).isPositive();
        assertThat(((RiskDecision.Denied) failed.payload().decision()).denials())
                .hasAtLeastOneElementOfType(Denial.OrderNotionalAboveLimit.class);
        assertThat(passed.eventId().value()).startsWith("riskengine-");
    }

    @Test
    void a_restart_goes_on_where_it_was_and_what_is_told_twice_is_kept_once() throws Exception {
        running.ask(oms -> oms.submit(List.of(BUY)));
        next(reports);
        running.close();
        // All of the log was told, or needs no telling.
        long events = OmsLog.forEach(folder.resolve("oms").resolve("journal"), _ -> {});
        assertThat(Announcer.told(folder.resolve("oms/announced-riskengine"))).isEqualTo(events);
        assertThat(Announcer.told(folder.resolve("oms/announced"))).isEqualTo(events);

        running = RunningOms.start(context());
        running.ask(oms -> oms.submit(List.of(LARGE)));
        assertThat(next(reports).payload().decision().orderId()).isEqualTo(LARGE.orderId());
        running.close();
        Files.delete(folder.resolve("oms/announced-riskengine"));

        running = RunningOms.start(context());
        running.ask(oms -> oms.submit(List.of(Desk.order("o-3", Side.BUY, 9_001).build())));

        // The stream knows the identities, and keeps each once.
        assertThat(next(reports).payload().decision().orderId()).isEqualTo(new OrderId("o-3"));
    }

    @Test
    void the_officer_is_asked_over_the_bus_and_answers_there() throws Exception {
        LinkedBlockingQueue<VetoQuestion> questions = new LinkedBlockingQueue<>();
        try (Bus officer = network.connect("llm")) {
            officer.subscribe(Feed.of(VetoQuestion.TOPIC), event -> questions.add(event.payload()));
            running.ask(oms -> {
                oms.accept(new OmsEvent.EnvelopeSet(
                        RiskEnvelope.builder(Money.parse("1000000 USD"))
                                .envelopeId(new EnvelopeId("alpha"))
                                .fund(Desk.FUND)
                                .maxPosition(Rate.parse("0.5"))
                                .maxSector(Rate.ONE)
                                .croVetoEnabled(true)
                                .notes("the officer is asked")
                                .version(2)
                                .createdAt(Desk.NOW)
                                .build(),
                        new ActorId("ops")));
                oms.submit(List.of(BUY));
            });
            VetoQuestion question = questions.poll(20, TimeUnit.SECONDS);
            assertThat(question).isEqualTo(new VetoQuestion(BUY, Desk.NOW.plusSeconds(5)));
            assertThat(reports).isEmpty();

            CroAnswer no = new CroAnswer(true, Rate.parse("0.9"), "earnings tonight");
            VetoQuestion.Reply reply = new VetoQuestion.Reply(BUY.orderId(), no);
            assertThat(officer.ask(VetoQuestion.CALL, reply, Duration.ofSeconds(20))
                            .join()
                            .counts())
                    .isTrue();
            assertThat(officer.ask(VetoQuestion.CALL, reply, Duration.ofSeconds(20))
                            .join()
                            .counts())
                    .isFalse();

            RiskDecision.Denied denied =
                    (RiskDecision.Denied) next(reports).payload().decision();
            assertThat(denied.denials()).containsExactly(new Denial.Vetoed("earnings tonight", Rate.parse("0.9")));
        }
    }

    @Test
    void what_a_fund_may_lose_is_told_again_and_again_and_what_an_order_adds_when_asked() throws Exception {
        LinkedBlockingQueue<Event<RiskReport>> told = new LinkedBlockingQueue<>();
        try (Bus frontends = network.connect("frontends")) {
            frontends.subscribe(Feed.ofParts(RiskQuestion.TOPIC), told::add);
            running.ask(oms -> {
                oms.submit(List.of(BUY));
                oms.onVenue(BUY.broker(), Desk.traded(Desk.fill(BUY, "f-1", 100, "100"), BUY));
            });
            Event<RiskReport> report = next(told);
            while (report.payload().greeks().isEmpty()) {
                report = next(told);
            }
            assertThat(report.subject().toString()).isEqualTo("mts.v1.riskengine.risks.measured.fund.alpha");
            assertThat(report.payload().tail().expectedShortfall()).isEqualTo(Money.parse("200 USD"));
            assertThat(report.payload().stress()).containsEntry("crash", Money.parse("-2000 USD"));

            RiskQuestion question = new RiskQuestion(Desk.FUND, new TreeMap<>(Map.of(Desk.AAPL, Decimal.of(-100))));
            RiskReport answer = Objects.requireNonNull(frontends
                    .ask(RiskQuestion.CALL, question, Duration.ofSeconds(20))
                    .join()
                    .report());
            assertThat(Objects.requireNonNull(answer.incremental()).expectedShortfall())
                    .isEqualTo(Money.parse("-200 USD"));
            RiskQuestion other = new RiskQuestion(new FundId("none"), new TreeMap<>());
            assertThat(frontends
                            .ask(RiskQuestion.CALL, other, Duration.ofSeconds(20))
                            .join()
                            .refused())
                    .isEqualTo("fund none must be open");
        }
    }

    @Test
    void a_quote_that_is_published_passes_a_stop() throws Exception {
        running.ask(oms -> {
            oms.submit(List.of(BUY));
            oms.onVenue(BUY.broker(), Desk.traded(Desk.fill(BUY, "f-1", 100, "100"), BUY));
        });
        Topic<Quote> topic = Topic.of(StableSubject.QUOTES_UPDATED, Quote.class);
        Quote quote =
                new Quote(Desk.AAPL, Price.parse("89"), Price.parse("90"), Quantity.of(1), Quantity.of(1), Desk.NOW);
        try (Bus bus = network.connect("marketdata")) {
            bus.publisher(topic)
                    .put(new Event<>(
                            new EventId("q-1"),
                            topic.subject().partition(Subject.Key.SYMBOL, "AAPL"),
                            Desk.NOW,
                            quote));
        }

        assertThat(next(reports).payload().decision().orderId()).isEqualTo(BUY.orderId());
        assertThat(next(reports).payload().decision().orderId()).isEqualTo(new OrderId("stop-1-1"));
        assertThat(running.count(state ->
                        state.order(new OrderId("stop-1-1")).orElseThrow().status() == OrderStatus.DENIED ? 1 : 0))
                .isZero();
    }
}
