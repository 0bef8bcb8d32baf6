package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.fix.FixSession;
import io.mts1b.brokers.fix.FixSymbols;
import io.mts1b.brokers.fix.FixVersion;
import io.mts1b.brokers.fix.local.LocalFixVenue;
import io.mts1b.brokers.fix.session.FixBrokerSession;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.FixBrokerSettings;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service in a process of its own, at a counterparty that speaks FIX over a socket. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FixServiceTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
    private static final Instrument SHARE = new Instrument.Equity(InstrumentId.parse("AAPL.XNAS"), TERMS);

    @TempDir
    private Path folder;

    private SimulatedVenue market;
    private LocalFixVenue venue;
    private Path file;
    private int port;

    @BeforeEach
    void open() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        market = new SimulatedVenue(CLOCK, random.split(), new TreeMap<>(Map.of(SHARE.id(), TERMS)), 10_000, _ -> {});
        int fix = OmsProcess.freePort();
        venue = new LocalFixVenue(
                new FixSession(
                        FixVersion.FIX44,
                        "VENUE",
                        "HOUSE",
                        new FixSession.Endpoint("127.0.0.1", fix, null),
                        new FixSession.Store(folder.resolve("venue"), false, FixSession.Resets.NEVER),
                        new FixSession.Timing(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(2)),
                        null),
                new FixSymbols(new TreeMap<>(Map.of(SHARE.id(), new FixSymbols.Listing("AAPL", "XNAS", Currency.USD)))),
                market,
                new LocalFixVenue.Surroundings(CLOCK, LocalFixVenue.Later.AT_ONCE, random.split()),
                Lies.NONE);
        venue.open();
        port = OmsProcess.freePort();
        file = Files.writeString(folder.resolve("mts.yaml"), """
                brokers:
                  fix:
                    street:
                      version: fix44
                      sender: HOUSE
                      target: VENUE
                      paper: {host: 127.0.0.1, port: %d}
                      store: {folder: "%s"}
                      timing: {reconnect: 1s}
                      instruments: [{instrument: AAPL.XNAS, symbol: AAPL, exchange: XNAS, currency: USD}]
                oms:
                  tick: 20ms
                  stop: keep_orders
                  brokers: [{name: street, kind: fix}]
                  api: {port: %d, clients: {trader: {token: "env:TRADER_TOKEN", funds: {alpha: [view, trade]}}}}
                """.formatted(fix, folder.resolve("fix"), port));
        Furnished.furnish(folder, new BrokerId("street"), SHARE, "100", CLOCK.instant());
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private OmsProcess start() throws Exception {
        return OmsProcess.start(folder, file, port, Map.of());
    }

    private static String wish(long quantity) {
        return Furnished.buy(SHARE, Long.toString(quantity), Furnished.limit("103"));
    }

    /** The market moves until nothing rests there, and tells what it has to tell, whether or not somebody hears. */
    private void trade() {
        venue.run(() -> {
            while (!market.working().isEmpty()) {
                market.move();
            }
        });
    }

    private List<VenueFill> fills() {
        List<VenueFill> fills = new ArrayList<>();
        venue.run(() -> fills.addAll(market.fills(Instant.EPOCH)));
        return fills;
    }

    private Decimal held() {
        return fills().stream().map(fill -> fill.quantity().value()).reduce(Decimal.ZERO, Decimal::plus);
    }

    @Test
    void hears_after_its_death_what_it_was_told_while_it_was_dead() throws Exception {
        OrderId resting;
        try (OmsProcess oms = start()) {
            resting = oms.submit("k-1", wish(1_000));
            oms.await(resting, status -> status != OrderStatus.SUBMITTED);
            oms.kill();
        }
        trade();
        try (OmsProcess oms = start()) {
            OrderState ended = oms.await(resting, OrderStatus::isFinal);
            assertThat(ended.status()).isIn(OrderStatus.FILLED, OrderStatus.EXPIRED);
            assertThat(oms.fills())
                    .extracting(
                            fill -> fill.fillId().value(), fill -> fill.fee().amount())
                    .containsExactlyInAnyOrderElementsOf(fills().stream()
                            .map(fill -> tuple(
                                    ClientOrderId.of(resting, 0) + "/" + fill.fillId(),
                                    fill.fee().amount()))
                            .toList());
            assertThat(oms.position(SHARE.id())).isEqualByComparingTo(held());
            oms.stop();
        }
    }

    /** As a process that dies between its session and its log: what the session took in is told no more. */
    @Test
    void asks_for_what_the_session_took_in_and_the_log_did_not() throws Exception {
        OrderId resting;
        try (OmsProcess oms = start()) {
            resting = oms.submit("k-1", wish(1_000));
            oms.await(resting, status -> status != OrderStatus.SUBMITTED);
            oms.kill();
        }
        List<VenueMessage> lost = new CopyOnWriteArrayList<>();
        CountDownLatch up = new CountDownLatch(1);
        FixBrokerSettings settings = Configuration.load(
                        Configuration.installedSections(),
                        ConfigurationSources.of(Optional.of(file), Map.of("TRADER_TOKEN", "t".repeat(32)), List.of()))
                .section(BrokersSettings.class)
                .fix()
                .get("street");
        try (FixBrokerSession forgetful = FixBrokerSession.open(
                new BrokerId("street"), Objects.requireNonNull(settings), CLOCK, _ -> "", message -> {
                    lost.add(message);
                    up.countDown();
                })) {
            forgetful.broker().open();
            up.await();
            trade();
            assertThat(venue.settle(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(lost).hasAtLeastOneElementOfType(OrderReport.Traded.class);
        try (OmsProcess oms = start()) {
            OrderState ended = oms.await(resting, OrderStatus::isFinal);
            assertThat(ended.status()).isIn(OrderStatus.FILLED, OrderStatus.EXPIRED);
            assertThat(oms.position(SHARE.id())).isEqualByComparingTo(held());
            assertThat(oms.fills()).anyMatch(fill -> fill.fillId().value().startsWith("inferred-"));
            oms.stop();
        }
    }

    @Test
    void comes_back_from_kills_with_what_the_venue_holds() throws Exception {
        for (int death = 0; death < 3; death++) {
            try (OmsProcess oms = start()) {
                OrderId order = oms.submit("k-" + death, wish(100));
                if (death == 1) {
                    oms.await(order, status -> status != OrderStatus.SUBMITTED);
                    trade();
                }
                oms.kill();
            }
            trade();
        }
        try (OmsProcess oms = start()) {
            for (int death = 0; death < 3; death++) {
                OrderState ended = oms.await(oms.submit("k-" + death, wish(100)), OrderStatus::isFinal);
                assertThat(ended.status()).isNotEqualTo(OrderStatus.DENIED);
            }
            assertThat(oms.position(SHARE.id())).isEqualByComparingTo(held());
            oms.stop();
        }
    }

    @Test
    void a_second_process_cannot_use_the_same_numbers() throws Exception {
        try (OmsProcess oms = start()) {
            Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
            assertThatThrownBy(() -> OmsProcess.start(elsewhere, file, port, Map.of()))
                    .hasMessageContaining("session FIX.4.4:HOUSE->VENUE must have its folder " + folder.resolve("fix")
                            + "/paper for itself, process ")
                    .hasMessageContaining(" uses it");
            assertThat(oms.page("readyz").status()).isEqualTo(200);
        }
    }
}
