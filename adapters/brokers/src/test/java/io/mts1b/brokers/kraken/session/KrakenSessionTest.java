package io.mts1b.brokers.kraken.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.local.KrakenVenue;
import io.mts1b.brokers.kraken.local.PaperKraken;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSession;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.Host;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KrakenSessionTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.KRAKEN");
    private static final BrokerSettings PAPER = Configuration.defaults(BrokerSettings.class);
    private static final Confirmation NOBODY = _ -> "";
    private static final Secret KEY = Secret.of("the-key");
    private static final Secret SECRET = Secret.of("c2VjcmV0");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-05-05T10:00:00.250Z"));
    private final HttpClients clients = new HttpClients(
            new HttpSettings(new HttpSettings.Timeouts(TEN, TEN, TEN, TEN), 4, 4, new DataSize(1 << 20), 1, TEN, null),
            new HttpClients.Surroundings(
                    Tls.system(), Redaction.standard(), _ -> {}, clock, _ -> {}, new SplittableRandom(1)),
            Map.of());
    private final Host host = new Host(clients, clock, 1);
    private final BlockingQueue<VenueMessage> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        clients.close();
    }

    private static BrokerSettings settings(BrokerMode mode, URI api, List<String> mayMoveFunds) {
        return new BrokerSettings(mode, KEY, SECRET, api, null, Duration.ofSeconds(5), mayMoveFunds, null);
    }

    private PaperVenue venue(List<String> permissions, Secret secret, ManualClock its) throws IOException {
        return PaperVenue.open(
                new PaperKraken(), new PaperVenue.Options(0, KEY.reveal(), secret, permissions, Faults.NONE, 1), its);
    }

    private <T extends VenueMessage> T next(Class<T> kind) throws InterruptedException {
        VenueMessage message = told.poll(30, TimeUnit.SECONDS);
        while (!kind.isInstance(Objects.requireNonNull(message, "nothing was told within 30 s"))) {
            message = told.poll(30, TimeUnit.SECONDS);
        }
        return kind.cast(message);
    }

    private List<Check> check(BrokerSettings settings) throws IOException {
        return KrakenSession.check(Orders.BROKER, settings, host, PAIR);
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::name).toList();
    }

    @Test
    void trades_on_paper_without_a_key_and_without_asking() throws Exception {
        try (BrokerSession<ConfinedBroker<KrakenBroker>> session =
                KrakenSession.open(Orders.BROKER, PAPER, host, NOBODY, told::add)) {
            session.broker().open();
            next(VenueMessage.LineUp.class);
            session.broker().submit(Orders.order("o-1", PAIR, Side.SELL, 1, new OrderType.Market(), TimeInForce.GTC));
            assertThat(next(OrderReport.Traded.class).fill().instrument()).isEqualTo(PAIR);
        }
    }

    @Test
    void goes_live_only_after_the_words_were_typed() throws Exception {
        try (PaperVenue stands = venue(KrakenVenue.Account.TRADES, SECRET, clock)) {
            BrokerSettings live = settings(BrokerMode.LIVE, stands.api(), List.of());
            List<String> questions = new ArrayList<>();
            for (String typed : List.of("", "yes", "live", "live kraken")) {
                assertThatThrownBy(() -> KrakenSession.open(
                                Orders.BROKER,
                                live,
                                host,
                                question -> {
                                    questions.add(question);
                                    return typed;
                                },
                                told::add))
                        .hasMessage("going live must be confirmed by typing 'live venue', was not");
            }
            assertThat(questions)
                    .hasSize(4)
                    .containsOnly("Orders to venue are with real money. Type 'live venue' to go on: ");
            try (BrokerSession<ConfinedBroker<KrakenBroker>> session =
                    KrakenSession.open(Orders.BROKER, live, host, _ -> "live venue\n", told::add)) {
                session.broker().open();
                next(VenueMessage.LineUp.class);
            }
        }
    }

    @Test
    void paper_and_live_differ_in_one_field() {
        BrokerSettings live = settings(BrokerMode.LIVE, URI.create("https://api.kraken.com"), List.of());
        BrokerSettings paper = settings(BrokerMode.PAPER, URI.create("https://api.kraken.com"), List.of());
        assertThatThrownBy(() -> check(paper))
                .hasMessageStartingWith("on paper the venue must be on this machine, was https://api.kraken.com");
        assertThat(live).usingRecursiveComparison().ignoringFields("mode").isEqualTo(paper);
    }

    @Test
    void all_six_checks_pass_on_paper() throws Exception {
        assertThat(check(PAPER))
                .extracting(Check::name, Check::passed)
                .map(Object::toString)
                .containsExactly(
                        "(\"reachable\", true)",
                        "(\"authenticated\", true)",
                        "(\"account\", true)",
                        "(\"book\", true)",
                        "(\"time skew\", true)",
                        "(\"stream\", true)");
    }

    @Test
    void a_key_that_can_withdraw_does_not_pass_unless_it_is_named() throws Exception {
        List<String> permissions = new ArrayList<>(KrakenVenue.Account.TRADES);
        permissions.add("withdraw-funds");
        try (PaperVenue stands = venue(permissions, SECRET, clock)) {
            List<Check> refused = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
            assertThat(failed(refused)).containsExactly("authenticated", "account", "stream");
            assertThat(refused.get(1).detail()).contains("must not be able to move funds", "[withdraw-funds]");
            clock.advance(Duration.ofMillis(1)); // A key's numbers rise, whoever uses it.
            assertThat(failed(check(settings(BrokerMode.LIVE, stands.api(), List.of("paper")))))
                    .isEmpty();
        }
    }

    @Test
    void a_key_that_cannot_trade_does_not_pass() throws Exception {
        try (PaperVenue stands = venue(List.of("query-funds", "query-open-trades"), SECRET, clock)) {
            List<Check> checks = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
            assertThat(checks.get(1).detail()).contains("must be allowed modify-trades");
        }
    }

    @Test
    void a_wrong_key_is_told_as_the_venue_tells_it() throws Exception {
        try (PaperVenue stands = venue(KrakenVenue.Account.TRADES, Secret.of("b3RoZXI="), clock)) {
            List<Check> checks = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
            assertThat(failed(checks)).containsExactly("authenticated", "account", "stream");
            assertThat(checks.get(1).detail()).isEqualTo("the venue says EAPI:Invalid signature");
        }
    }

    @Test
    void clocks_that_differ_are_found_out_in_both_directions() throws Exception {
        for (long seconds : List.of(-3, 3)) {
            ManualClock its = new ManualClock(clock.instant().plusSeconds(seconds));
            try (PaperVenue stands = venue(KrakenVenue.Account.TRADES, SECRET, its)) {
                List<Check> checks = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
                assertThat(failed(checks)).containsExactly("time skew");
            }
        }
    }

    @Test
    void nothing_passes_where_every_request_is_one_too_many() throws Exception {
        try (PaperVenue stands = PaperVenue.open(
                new PaperKraken(),
                new PaperVenue.Options(
                        0, KEY.reveal(), SECRET, KrakenVenue.Account.TRADES, new Faults(Lies.NONE, 0, 1), 1),
                clock)) {
            List<Check> checks = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
            assertThat(failed(checks)).hasSize(6);
            assertThat(checks.getFirst().detail()).isEqualTo("the venue says EAPI:Rate limit exceeded");
        }
    }

    @Test
    void nothing_passes_where_nobody_answers() throws Exception {
        URI gone;
        try (PaperVenue stands = venue(KrakenVenue.Account.TRADES, SECRET, clock)) {
            gone = stands.api();
        }
        assertThat(failed(check(settings(BrokerMode.LIVE, gone, List.of())))).hasSize(6);
    }

    @Test
    void refuses_settings_that_do_not_fit_together() {
        assertThatThrownBy(() -> new BrokerSettings(
                        BrokerMode.PAPER, KEY, null, null, null, Duration.ofSeconds(5), List.of(), null))
                .hasMessage("key and secret must both be given, or neither");
        assertThatThrownBy(() -> PAPER.at(URI.create("ftp://x"), null))
                .hasMessage("api must be an absolute http or https address, was ftp://x");
        assertThatThrownBy(() -> PAPER.at(URI.create("http://x"), URI.create("http://x")))
                .hasMessage("stream must be an absolute ws or wss address, was http://x");
        assertThatThrownBy(() -> check(PAPER.at(URI.create("http://localhost:1"), null)))
                .hasMessage("key and secret must be given where the venue is not in this process");
    }
}
