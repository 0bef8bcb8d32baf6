package io.mts1b.brokers.coinbase.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.coinbase.local.PaperCoinbase;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSession;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoinbaseSessionTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.COINBASE");
    private static final Secret KEY = Secret.of("organizations/o/apiKeys/k");

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

    private static Secret secret(int seed) {
        byte[] both = new byte[64];
        both[0] = (byte) seed;
        return Secret.of(Base64.getEncoder().encodeToString(both));
    }

    private static BrokerSettings settings(BrokerMode mode, @Nullable URI api, List<String> mayMoveFunds) {
        return new BrokerSettings(mode, KEY, secret(7), api, null, Duration.ofSeconds(5), mayMoveFunds, null);
    }

    private PaperVenue venue(List<String> permissions, int seed, ManualClock its) throws IOException {
        return PaperVenue.open(
                new PaperCoinbase(),
                new PaperVenue.Options(0, KEY.reveal(), secret(seed), permissions, Faults.NONE, 1),
                its);
    }

    private <T extends VenueMessage> T next(Class<T> kind) throws InterruptedException {
        VenueMessage message = told.poll(30, TimeUnit.SECONDS);
        while (!kind.isInstance(Objects.requireNonNull(message, "nothing was told within 30 s"))) {
            message = told.poll(30, TimeUnit.SECONDS);
        }
        return kind.cast(message);
    }

    private List<Check> check(BrokerSettings settings) throws IOException {
        return CoinbaseSession.check(Orders.BROKER, settings, host, PAIR);
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::name).toList();
    }

    @Test
    void trades_on_paper_without_a_key_and_without_asking() throws Exception {
        BrokerSettings paper = Configuration.defaults(BrokerSettings.class);
        assertThat(failed(check(paper))).isEmpty();
        try (BrokerSession<ConfinedBroker<CoinbaseBroker>> session =
                CoinbaseSession.open(Orders.BROKER, paper, host, _ -> "", told::add)) {
            session.broker().open();
            next(VenueMessage.LineUp.class);
            session.broker().submit(Orders.order("o-1", PAIR, Side.SELL, 1, new OrderType.Market(), TimeInForce.GTC));
            assertThat(next(OrderReport.Traded.class).fill().instrument()).isEqualTo(PAIR);
        }
    }

    @Test
    void goes_live_only_after_the_words_were_typed_and_paper_stays_here() throws Exception {
        BrokerSettings live = settings(BrokerMode.LIVE, null, List.of());
        assertThatThrownBy(() -> CoinbaseSession.open(Orders.BROKER, live, host, _ -> "yes", told::add))
                .hasMessage("going live must be confirmed by typing 'live venue', was not");
        BrokerSettings paper = settings(BrokerMode.PAPER, URI.create("https://api.coinbase.com"), List.of());
        assertThatThrownBy(() -> check(paper)).hasMessageStartingWith("on paper the venue must be on this machine");
        BrokerSettings numbered = new BrokerSettings(
                BrokerMode.PAPER, null, null, null, null, Duration.ofSeconds(5), List.of(), Path.of("nonces"));
        assertThatThrownBy(() -> check(numbered)).hasMessage("nonces must not be set, for Coinbase wants none");
    }

    @Test
    void a_key_that_can_transfer_does_not_pass_unless_it_is_named() throws Exception {
        try (PaperVenue stands = venue(List.of("view", "trade", "transfer"), 7, clock)) {
            List<Check> refused = check(settings(BrokerMode.LIVE, stands.api(), List.of("another")));
            assertThat(failed(refused)).containsExactly("authenticated", "account", "stream");
            assertThat(refused.get(1).detail()).contains("must not be able to move funds");
            clock.advance(Duration.ofMillis(1)); // No token is used twice, whoever makes it.
            assertThat(failed(check(settings(BrokerMode.LIVE, stands.api(), List.of(KEY.reveal())))))
                    .isEmpty();
        }
    }

    @Test
    void a_key_that_cannot_trade_or_is_another_does_not_pass() throws Exception {
        try (PaperVenue stands = venue(List.of("view"), 7, clock)) {
            assertThat(check(settings(BrokerMode.LIVE, stands.api(), List.of()))
                            .get(1)
                            .detail())
                    .contains("must be allowed to view and trade");
        }
        try (PaperVenue stands = venue(List.of(), 8, clock)) {
            List<Check> checks = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
            assertThat(failed(checks)).containsExactly("authenticated", "account", "stream");
            assertThat(checks.get(1).detail()).isEqualTo("the answer must have status 200, has 401");
        }
    }

    @Test
    void clocks_that_differ_are_found_out_in_both_directions() throws Exception {
        for (int seconds : List.of(-3, 3)) {
            ManualClock its = new ManualClock(clock.instant().plusSeconds(seconds));
            try (PaperVenue stands = venue(List.of(), 7, its)) {
                assertThat(failed(check(settings(BrokerMode.LIVE, stands.api(), List.of()))))
                        .contains("time skew");
            }
        }
    }
}
