package io.mts1b.brokers.ibkr.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.ibkr.local.IbkrVenue;
import io.mts1b.brokers.ibkr.local.PaperIbkr;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalServer;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
import io.mts1b.brokers.setup.VenueSession;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IbkrSessionTest {

    private static final InstrumentId SHARE = InstrumentId.parse("AAPL.XNAS");
    private static final URI GATEWAY = URI.create("https://localhost:5000");

    private final ManualClock clock = new ManualClock(Processes.START);
    private final HttpClients clients = Processes.clients(clock);
    private final Host host = new Host(clients, clock, 1);
    private final BlockingQueue<VenueMessage> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        clients.close();
    }

    private static BrokerSettings settings(BrokerMode mode, @Nullable URI api) {
        return new BrokerSettings(mode, null, null, api, null, Duration.ofSeconds(5), List.of(), null, null, List.of());
    }

    private List<Check> check(BrokerSettings settings) throws IOException {
        return IbkrSession.check(Orders.BROKER, settings, host, SHARE);
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::name).toList();
    }

    private <T extends VenueMessage> T next(Class<T> kind) throws InterruptedException {
        VenueMessage message = told.poll(30, TimeUnit.SECONDS);
        while (!kind.isInstance(Objects.requireNonNull(message, "nothing was told within 30 s"))) {
            message = told.poll(30, TimeUnit.SECONDS);
        }
        return kind.cast(message);
    }

    /** A gateway as another process has it. */
    private LocalServer gateway(boolean paper, ManualClock its, Consumer<IbkrVenue> first) throws IOException {
        LocalMarket market = new LocalMarket(
                its,
                new SplittableRandom(1),
                new PaperIbkr().listings(),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(1_000_000))));
        return LocalServer.start(0, _ -> {
            IbkrVenue venue = new IbkrVenue(
                    market,
                    new IbkrVenue.Account("DU1", paper, Set.of(), Processes.unlimited(its), Duration.ofDays(365)),
                    Symbology.house(),
                    its);
            first.accept(venue);
            return venue;
        });
    }

    @Test
    void trades_on_paper_without_asking_and_holds_what_it_bought() throws Exception {
        // Limits of requests need a clock that goes.
        Host here = new Host(clients, WallClock.source(), 1);
        try (VenueSession<ConfinedAccount<IbkrBroker>> session =
                IbkrSession.open(Orders.BROKER, settings(BrokerMode.PAPER, null), here, _ -> "", told::add)) {
            session.broker().open();
            next(VenueMessage.LineUp.class);
            session.broker().submit(Orders.order("o-1", SHARE, Side.BUY, 1, new OrderType.Market(), TimeInForce.GTC));
            assertThat(next(OrderReport.Traded.class).fill().instrument()).isEqualTo(SHARE);
            session.broker().listPositions(1);
            assertThat(next(VenueAnswer.Positions.class).quantities()).containsExactly(Map.entry(SHARE, Decimal.ONE));
        }
    }

    @Test
    void all_six_checks_pass_on_paper() throws Exception {
        List<Check> checks = check(settings(BrokerMode.PAPER, null));
        assertThat(failed(checks)).as(checks.toString()).isEmpty();
        assertThat(checks).hasSize(6);
        assertThat(checks.get(1).detail()).isEqualTo("user 'local', account DU1000000");
        assertThat(checks.get(5).detail()).isEqualTo("up, it answers");
    }

    /** The gateway is on this machine whosever money it trades: what is on paper only the account can say. */
    @Test
    void on_paper_the_account_must_be_one_on_paper() throws Exception {
        try (LocalServer real = gateway(false, clock, _ -> {})) {
            List<Check> checks = check(settings(BrokerMode.PAPER, real.address("http")));
            assertThat(failed(checks)).containsExactly("authenticated", "account", "time skew", "stream");
            assertThat(checks.get(1).detail()).contains("DU1 is with real money; that is mode live");
            assertThat(failed(check(settings(BrokerMode.LIVE, real.address("http")))))
                    .isEmpty();
        }
    }

    @Test
    void goes_live_only_after_the_words_were_typed_and_paper_stays_here() {
        BrokerSettings live = settings(BrokerMode.LIVE, null);
        assertThatThrownBy(() -> IbkrSession.open(Orders.BROKER, live, host, _ -> "yes", told::add))
                .hasMessage("going live must be confirmed by typing 'live venue', was not");
        assertThatThrownBy(() -> check(settings(BrokerMode.PAPER, URI.create("https://api.ibkr.com"))))
                .hasMessageStartingWith("on paper the venue must be on this machine");
        assertThatThrownBy(() -> check(settings(BrokerMode.LIVE, URI.create("http://10.0.0.7:5000"))))
                .hasMessage("the gateway must be on this machine, or be reached by https, was http://10.0.0.7:5000");
    }

    @Test
    void a_session_that_is_not_there_or_somebody_elses_does_not_pass() throws Exception {
        try (LocalServer gone = gateway(true, clock, IbkrVenue::endSession)) {
            List<Check> checks = check(settings(BrokerMode.PAPER, gone.address("http")));
            assertThat(failed(checks)).contains("authenticated", "account", "stream");
            assertThat(checks.get(1).detail())
                    .isEqualTo("the gateway must be in the session with the brokerage, is not");
        }
        try (LocalServer taken = gateway(true, clock, venue -> venue.compete(true))) {
            assertThat(check(settings(BrokerMode.PAPER, taken.address("http")))
                            .get(1)
                            .detail())
                    .endsWith("another program of the user is");
        }
        try (LocalServer nobody = gateway(true, clock, venue -> venue.sign(false))) {
            List<Check> checks = check(settings(BrokerMode.PAPER, nobody.address("http")));
            assertThat(failed(checks)).containsExactly("authenticated", "account", "book", "time skew", "stream");
            assertThat(checks.get(1).detail()).isEqualTo("somebody must be signed in at the gateway, nobody is");
        }
    }

    @Test
    void clocks_that_differ_are_found_out_in_both_directions() throws Exception {
        for (int seconds : List.of(-3, 3)) {
            try (LocalServer its = gateway(true, new ManualClock(clock.instant().plusSeconds(seconds)), _ -> {})) {
                assertThat(failed(check(settings(BrokerMode.PAPER, its.address("http")))))
                        .containsExactly("time skew");
            }
        }
    }

    @Test
    void what_the_gateway_has_no_use_for_is_refused() {
        Secret secret = Secret.of("s");
        BrokerSettings plain = settings(BrokerMode.PAPER, GATEWAY);
        assertThatThrownBy(() -> check(plain.with(secret, secret)))
                .hasMessage("key and secret must not be set, for the gateway has the user's");
        assertThatThrownBy(() -> check(new BrokerSettings(
                        BrokerMode.PAPER,
                        null,
                        null,
                        GATEWAY,
                        null,
                        Duration.ofSeconds(5),
                        List.of(),
                        Path.of("nonces"),
                        null,
                        List.of())))
                .hasMessage("nonces must not be set, for Interactive Brokers wants none");
        assertThatThrownBy(() -> check(new BrokerSettings(
                        BrokerMode.PAPER,
                        null,
                        null,
                        GATEWAY,
                        null,
                        Duration.ofSeconds(5),
                        List.of("k"),
                        null,
                        null,
                        List.of())))
                .hasMessage("keysThatMayMoveFunds must not be set, for Interactive Brokers has no keys");
    }
}
