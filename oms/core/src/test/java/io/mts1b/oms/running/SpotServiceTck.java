package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalServer;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Scheduler;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service in a process of its own, at a spot market on this machine: real sockets, signatures, tokens and files, and kills
 * that nobody is told of.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class SpotServiceTck {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Currency BTC = Currency.parse("BTC");
    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.1"), Quantity.parse("0.0001"), Decimal.ONE, Currency.USD);

    private final String kind;
    private final PaperVenue.Options account;
    private final Instrument pair;

    /** Which broker, whose key is the account's. */
    SpotServiceTck(String kind, String key, String secret) {
        this.kind = kind;
        this.account = new PaperVenue.Options(0, key, Secret.of(secret), List.of(), Faults.NONE, 7);
        this.pair =
                new Instrument.CryptoSpot(InstrumentId.parse("BTC-USD." + kind.toUpperCase(Locale.ROOT)), TERMS, BTC);
    }

    /** Makes the venue. */
    abstract LocalVenue speak(LocalMarket spoken, PaperVenue.Options of, InstantSource clock, Scheduler timer);

    @TempDir
    private Path folder;

    private LocalMarket market;
    private LocalServer venue;
    private Path file;
    private int port;

    @BeforeEach
    void open() throws Exception {
        market = new LocalMarket(
                CLOCK,
                new SplittableRandom(7),
                new TreeMap<>(Map.of(pair.id(), new LocalMarket.Listing(BTC, TERMS, Price.parse("60000"), 5_000))),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(10_000_000))));
        venue = LocalServer.start(0, timer -> speak(market, account, CLOCK, timer));
        port = OmsProcess.freePort();
        file = Files.writeString(folder.resolve("mts.yaml"), """
                brokers:
                  %1$s: {mode: paper, key: "env:VENUE_KEY", secret: "env:VENUE_SECRET", api: "%2$s"}
                oms:
                  tick: 20ms
                  stop: keep_orders
                  brokers: [{name: %1$s, kind: %1$s}]
                  api: {port: %3$d, clients: {trader: {token: "env:TRADER_TOKEN", funds: {alpha: [view, trade]}}}}
                """.formatted(kind, venue.address("http"), port));
        Furnished.furnish(folder, new BrokerId(kind), pair, "60000", CLOCK.instant());
    }

    @AfterEach
    void close() throws Exception {
        venue.close();
    }

    private OmsProcess start() throws Exception {
        return OmsProcess.start(
                folder,
                file,
                port,
                Map.of(
                        "VENUE_KEY",
                        account.key(),
                        "VENUE_SECRET",
                        account.secret().reveal()));
    }

    private String wish(String quantity, String type) {
        return Furnished.buy(pair, quantity, type);
    }

    /** The crowd trades until nothing of ours is on the book. */
    private void trade() {
        venue.call(() -> {
            while (market.orders().stream().anyMatch(order -> order.isWorking())) {
                market.move();
            }
            return true;
        });
    }

    private Decimal held() {
        return venue.call(() -> market.balances().getOrDefault(BTC, Decimal.ZERO));
    }

    private int orders() {
        return venue.call(() -> market.orders().size());
    }

    /** Every fill of the venue, once, and no other. */
    private void agree(OmsProcess oms) throws Exception {
        assertThat(oms.position(pair.id())).isEqualByComparingTo(held());
        List<String> venues = venue.call(() -> market.fills().stream()
                .map((LocalFill fill) -> fill.quantity() + " at " + fill.price())
                .sorted()
                .toList());
        assertThat(oms.fills().stream()
                        .map((Fill fill) -> fill.quantity() + " at " + fill.price())
                        .sorted())
                .containsExactlyElementsOf(venues);
    }

    @Test
    void trades_and_goes_on_after_a_restart_where_the_venue_is_by_then() throws Exception {
        OrderId resting;
        try (OmsProcess oms = start()) {
            OrderId bought = oms.submit("k-1", wish("0.5", "{\"type\":\"market\"}"));
            assertThat(oms.await(bought, OrderStatus::isFinal).status()).isEqualTo(OrderStatus.FILLED);
            resting = oms.submit("k-2", wish("0.3", Furnished.limit("59990")));
            assertThat(oms.await(resting, status -> status != OrderStatus.SUBMITTED)
                            .status())
                    .isEqualTo(OrderStatus.ACCEPTED);
            agree(oms);
            oms.stop();
        }
        assertThat(market.orders().getLast().isWorking()).isTrue();
        trade();
        try (OmsProcess oms = start()) {
            OrderState filled = oms.await(resting, OrderStatus::isFinal);
            assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(oms.submit("k-2", wish("0.3", Furnished.limit("59990")))).isEqualTo(resting);
            agree(oms);
            oms.stop();
        }
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void comes_back_from_a_lost_line_with_what_traded_meanwhile() throws Exception {
        try (OmsProcess oms = start()) {
            OrderId resting = oms.submit("k-1", wish("0.3", Furnished.limit("59990")));
            oms.await(resting, status -> status == OrderStatus.ACCEPTED);
            venue.refuseConnections(true);
            venue.disconnect();
            while (oms.page("readyz").status() == 200) {
                // Every look takes a request.
            }
            assertThat(oms.page("readyz").body()).contains("oms-venues", "the line is DOWN");
            trade();
            venue.refuseConnections(false);
            assertThat(oms.await(resting, OrderStatus::isFinal).status()).isEqualTo(OrderStatus.FILLED);
            while (oms.page("readyz").status() != 200) {
                // Every look takes a request.
            }
            agree(oms);
            oms.stop();
        }
    }

    @Test
    void comes_back_from_kills_with_what_the_venue_holds() throws Exception {
        OrderId resting;
        try (OmsProcess oms = start()) {
            resting = oms.submit("k-1", wish("0.3", Furnished.limit("59990")));
            oms.await(resting, status -> status == OrderStatus.ACCEPTED);
            oms.kill();
        }
        trade();
        for (int death = 0; death < 3; death++) {
            try (OmsProcess oms = start()) {
                assertThat(oms.await(resting, OrderStatus::isFinal).status()).isEqualTo(OrderStatus.FILLED);
                // It dies with the order on its way, at the venue, or with its fills on their way back.
                oms.submit("k-now-" + death, wish("0.01", "{\"type\":\"market\"}"));
                oms.kill();
            }
        }
        try (OmsProcess oms = start()) {
            for (int death = 0; death < 3; death++) {
                OrderId order = oms.submit("k-now-" + death, wish("0.01", "{\"type\":\"market\"}"));
                OrderState ended = oms.await(order, OrderStatus::isFinal);
                assertThat(ended.status()).as(oms.reason(order)).isIn(OrderStatus.FILLED, OrderStatus.REJECTED);
            }
            agree(oms);
            oms.stop();
        }
    }
}
