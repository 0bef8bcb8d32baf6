package io.mts1b.oms;

import static io.mts1b.oms.Floor.COIN;
import static io.mts1b.oms.Floor.FUND;
import static io.mts1b.oms.Floor.SHARE;
import static io.mts1b.oms.Floor.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.platform.security.Ed25519;
import io.mts1b.riskengine.halts.Cosigners;
import io.mts1b.riskengine.halts.HaltRelease;
import io.mts1b.riskengine.halts.SignedRelease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do to many orders at once, at a paper broker. */
class OperationsTest {

    private static final Scope ALL = new Scope.Everything();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPL.XNAS",
                "AAPL240621C100.XCBO",
                "ESM4.XCME",
                "BTCPERP.KRAKEN",
                "BTCUSD.KRAKEN",
                "EURUSD.IDEALPRO",
                "RAIN.KALSHI",
                "HOME.BETFAIR"
            })
    void every_kind_of_account_is_flattened_long_and_short(String name) {
        Instrument instrument = Floor.instruments().stream()
                .filter(one -> one.id().toString().equals(name))
                .findFirst()
                .orElseThrow();
        String quantity = new Quantity(instrument.terms().lot().value().times(Decimal.of(7))).toString();
        for (Side side : List.of(Side.BUY, Side.SHORT)) {
            try (Floor floor = new Floor(folder.resolve(side.name()))) {
                floor.submit(Floor.order("o-1", instrument.id(), side, quantity).build());
                floor.trade();
                assertThat(floor.positions()).containsOnlyKeys(instrument.id());

                floor.oms().operations().begin(floor.flatten("f", ALL));
                floor.trade();

                assertThat(floor.positions()).isEmpty();
                OperationState done = floor.state("f");
                assertThat(done.isRunning()).isFalse();
                assertThat(done.left()).isEmpty();
                Order closing = order(floor, "flatten-f-1").order();
                assertThat(closing.side()).isEqualTo(side == Side.BUY ? Side.SELL : Side.COVER);
                assertThat(closing.actor()).isEqualTo(Floor.ANNA);
                assertThat(closing.thesis()).isEqualTo("flatten everything: drill");
            }
        }
    }

    @Test
    void orders_are_taken_back_before_anything_is_closed() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();
            // It holds sixty of what is held; only once it is gone can a hundred be sold.
            floor.submit(Floor.resting("o-2", SHARE, Side.SELL, "60"), Floor.resting("o-3", SHARE, Side.BUY, "40"));

            floor.oms().operations().begin(floor.flatten("f", new Scope.OfFund(FUND)));

            assertThat(order(floor, "o-2").status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(order(floor, "o-3").status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(order(floor, "flatten-f-1").ordered()).isEqualTo(Quantity.of(100));
            floor.trade();
            assertThat(floor.positions()).isEmpty();
            assertThat(floor.state("f").cancels()).containsExactly(new OrderId("o-2"), new OrderId("o-3"));
        }
    }

    @Test
    void a_flatten_halts_its_scope_and_passes_its_own_halt_alone() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();

            floor.oms().operations().begin(floor.flatten("f", new Scope.OfFund(FUND)));
            floor.submit(
                    Floor.order("o-2", SHARE, Side.BUY, "1").build(),
                    Floor.order("o-3", SHARE, Side.SELL, "1").build());

            assertThat(floor.oms().state().halts()).hasSize(1);
            assertThat(order(floor, "o-2").status()).isEqualTo(OrderStatus.DENIED);
            assertThat(order(floor, "o-3").status()).isEqualTo(OrderStatus.DENIED);
            assertThat(order(floor, "flatten-f-1").status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThatThrownBy(() -> floor.submit(
                            Floor.order("flatten-f-1", SHARE, Side.SELL, "1").build()))
                    .hasMessageContaining("must not be named as one of an operation");
            assertThatThrownBy(() -> floor.oms()
                            .accept(new OmsEvent.OperationChanged(
                                    new OperationEvent.Ordered("f", new OrderId("flatten-f-2")))))
                    .hasMessageContaining("what operators want by operations");

            floor.oms().operations().begin(floor.flatten("g", new Scope.OfStrategy(FUND, TWO)));
            assertThat(floor.oms().state().halts()).as("halted already").hasSize(1);
        }
    }

    @Test
    void no_halt_is_lifted_under_which_something_is_flattened() {
        Ed25519 key = Ed25519.generate();
        ActorId ben = new ActorId("ben");
        Cosigners cosigners =
                new Cosigners(Map.of(Floor.ANNA, Ed25519.generate().publicKey(), ben, key.publicKey()));
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();
            floor.oms().operations().begin(floor.flatten("f", new Scope.OfFund(FUND)));
            HaltRelease release = new HaltRelease(floor.oms().state().halts().getFirst(), Floor.ANNA, ben, floor.now());
            SignedRelease signed = cosigners.check(release, key.sign(release.message()));

            assertThatThrownBy(() -> floor.oms().lift(signed))
                    .hasMessage("operation f must have ended or be called off before the halt of fund:all is lifted");
            floor.oms().operations().callOff("f", "enough", ben);
            floor.oms().lift(signed);

            assertThat(floor.oms().state().halts()).isEmpty();
        }
    }

    @Test
    void asking_twice_is_asking_once() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();
            Operation flatten = floor.flatten("f", ALL);

            floor.oms().operations().begin(flatten);
            floor.oms().operations().begin(flatten);

            assertThat(floor.state("f").ordered()).containsExactly(new OrderId("flatten-f-1"));
            assertThatThrownBy(() -> floor.oms().operations().begin(floor.cancelAll("f", ALL)))
                    .hasMessageContaining("must be FLATTEN of everything");
        }
    }

    @Test
    void of_a_strategy_only_its_part_goes_and_only_what_no_order_holds() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(
                    Floor.order("o-1", COIN, Side.BUY, "0.5").build(),
                    Floor.order("o-2", COIN, Side.BUY, "0.3").strategy(TWO).build());
            floor.trade();
            // The other strategy sells more than it has: three tenths of what the first has are held by that order.
            Order held = Floor.resting("o-3", COIN, Side.SELL, "0.6");
            floor.submit(Order.builder().from(held).strategy(TWO).build());

            floor.oms().operations().begin(floor.flatten("f", new Scope.OfStrategy(FUND, Floor.ONE)));

            assertThat(order(floor, "flatten-f-1").ordered()).isEqualTo(Quantity.parse("0.2"));
            assertThat(order(floor, "o-3").status()).isEqualTo(OrderStatus.ACCEPTED);
            floor.trade();
            assertThat(floor.positions()).containsEntry(COIN, Decimal.parse("0.6"));
            assertThat(floor.state("f").isRunning()).isTrue();

            floor.oms().cancel(new OrderId("o-3"), "let go");
            floor.trade();
            assertThat(floor.positions()).containsEntry(COIN, Decimal.parse("0.3"));
            assertThat(floor.state("f").left()).isEmpty();
        }
    }

    @Test
    void what_others_hold_the_other_way_is_left_and_told() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();
            floor.submit(
                    Floor.order("o-2", SHARE, Side.SELL, "60").strategy(TWO).build());
            floor.trade();

            floor.oms().operations().begin(floor.flatten("f", new Scope.OfStrategy(FUND, TWO)));

            assertThat(floor.state("f").left()).singleElement().satisfies(left -> {
                assertThat(left.quantity()).isEqualTo(Decimal.of(-60));
                assertThat(left.reason()).isEqualTo("others hold the opposite, so closing it would open");
            });
            floor.oms().operations().begin(floor.flatten("g", new Scope.OfFund(FUND)));
            assertThat(order(floor, "flatten-g-1").ordered()).isEqualTo(Quantity.of(40));
            floor.trade();
            assertThat(floor.positions()).isEmpty();
            assertThat(floor.state("g").left()).isEmpty();
        }
    }

    @Test
    void large_positions_go_in_orders_within_the_limits_and_on_tick() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "1000").build());
            floor.trade();
            floor.limits(Floor.limits()
                    .allowedOrderTypes(List.of(OrderType.Kind.LIMIT))
                    .maxOrderQuantity(Quantity.of(450))
                    .maxOrderNotional(Money.parse("40050 USD"))
                    .maxPriceDistance(Rate.parse("0.0032")));

            floor.oms().operations().begin(floor.flatten("f", ALL));
            floor.trade("99.75");
            floor.trade("99.75");
            floor.trade("99.75");

            // 0.32 % below 100 is 99.68, and the first tick above it 99.70; they may get 100, so that 400 are within
            // 40,050.
            assertThat(order(floor, "flatten-f-1").type()).isEqualTo(new OrderType.Limit(Price.parse("99.7")));
            assertThat(floor.state("f").ordered())
                    .extracting(id -> order(floor, id.value()).ordered())
                    .containsExactly(Quantity.of(400), Quantity.of(400), Quantity.of(200));
            assertThat(floor.positions()).isEmpty();
        }
    }

    @Test
    void less_than_a_lot_is_left_and_told() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", COIN, Side.BUY, "0.00007").build());
            floor.trade();
            Instrument coin = floor.oms().state().instrument(COIN).orElseThrow();
            Instrument coarse = new Instrument.CryptoSpot(
                    COIN,
                    new io.mts1b.foundation.symbology.ContractTerms(
                            coin.terms().tick(),
                            Quantity.parse("0.00005"),
                            Decimal.ONE,
                            coin.terms().currency()),
                    io.mts1b.foundation.numbers.Currency.parse("BTC"));
            floor.oms()
                    .accept(new OmsEvent.InstrumentListed(
                            coarse, io.mts1b.foundation.symbology.Classification.unknown(coarse)));

            floor.oms().operations().begin(floor.flatten("f", ALL));
            floor.trade();

            assertThat(order(floor, "flatten-f-1").ordered()).isEqualTo(Quantity.parse("0.00005"));
            assertThat(floor.state("f").left()).singleElement().satisfies(left -> {
                assertThat(left.quantity()).isEqualTo(Decimal.parse("0.00002"));
                assertThat(left.reason()).isEqualTo("less than a lot of 0.00005");
            });
        }
    }

    @Test
    void what_has_expired_is_left_and_told() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", Floor.OPTION, Side.SHORT, "3").build());
            floor.trade();
            floor.pass(Duration.between(floor.now(), Floor.LATER));

            floor.oms().operations().begin(floor.flatten("f", ALL));

            assertThat(floor.state("f").left())
                    .extracting(Leftover::reason)
                    .containsExactly("it expired at " + Floor.LATER);
        }
    }

    @Test
    void what_the_gates_refuse_three_times_is_left_with_their_reason() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();
            floor.limits(Floor.limits().allowedBrokers(List.of(new BrokerId("other"))));

            floor.oms().operations().begin(floor.flatten("f", ALL));
            for (int i = 0; i < 10 && floor.state("f").isRunning(); i++) {
                floor.pass(Duration.ofSeconds(2));
            }

            assertThat(floor.state("f").ordered()).hasSize(3);
            assertThat(floor.state("f").left())
                    .singleElement()
                    .satisfies(left -> assertThat(left.reason())
                            .isEqualTo("tried 3 times: order flatten-f-3 is DENIED (BROKER_NOT_ALLOWED), 100 held"));
            assertThat(floor.positions()).containsEntry(SHARE, Decimal.of(100));
        }
    }

    @Test
    void what_does_not_trade_in_time_is_left_and_told() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();

            floor.oms().operations().begin(floor.flatten("f", ALL));
            floor.pass(Duration.ofMinutes(9));
            assertThat(floor.state("f").isRunning()).isTrue();
            floor.pass(Duration.ofMinutes(1));

            assertThat(floor.state("f").left())
                    .extracting(Leftover::reason)
                    .containsExactly("order flatten-f-1 is ACCEPTED");
        }
    }

    @Test
    void one_that_is_called_off_takes_back_what_it_ordered() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.order("o-1", SHARE, Side.BUY, "100").build());
            floor.trade();
            floor.oms().operations().begin(floor.flatten("f", ALL));

            floor.oms().operations().callOff("f", "the wrong fund", Floor.ANNA);

            assertThat(order(floor, "flatten-f-1").status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(floor.state("f").isRunning()).isFalse();
            floor.pass(Duration.ofMinutes(1));
            floor.trade();
            assertThat(floor.positions()).containsEntry(SHARE, Decimal.of(100));
            assertThat(floor.oms().state().halts()).hasSize(1);
            assertThatThrownBy(() -> floor.oms().operations().callOff("f", "again", Floor.ANNA))
                    .hasMessageContaining("must be running");
        }
    }

    @Test
    void cancel_all_reaches_its_scope_and_no_further() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(
                    Floor.resting("o-1", SHARE, Side.BUY, "10"),
                    Order.builder()
                            .from(Floor.resting("o-2", SHARE, Side.BUY, "10"))
                            .strategy(TWO)
                            .build(),
                    Floor.resting("o-3", COIN, Side.BUY, "1"));

            floor.oms().operations().begin(floor.cancelAll("two", new Scope.OfStrategy(FUND, TWO)));
            assertThat(floor.oms().state().openOrders(FUND)).hasSize(2);
            floor.oms().operations().begin(floor.cancelAll("there", new Scope.OfBroker(new BrokerId("other"))));
            assertThat(floor.oms().state().openOrders(FUND)).hasSize(2);
            floor.oms().operations().begin(floor.cancelAll("here", new Scope.OfBroker(Floor.PAPER)));
            assertThat(floor.oms().state().openOrders(FUND)).isEmpty();

            // It stops nothing that comes after it.
            floor.submit(Floor.resting("o-4", SHARE, Side.BUY, "10"));
            assertThat(order(floor, "o-4").status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(floor.oms().state().operations().all())
                    .extracting(OperationState::isRunning)
                    .containsExactly(false, false, false);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STOP")
    void what_does_not_exist_is_refused(Operation.Kind kind) {
        try (Floor floor = new Floor(folder)) {
            for (Scope scope : List.of(
                    new Scope.OfFund(new FundId("none")),
                    new Scope.OfStrategy(FUND, new StrategyId("none")),
                    new Scope.OfStrategy(new FundId("none"), TWO))) {
                Operation unknown = new Operation(
                        "x",
                        kind,
                        scope,
                        "drill",
                        Floor.ANNA,
                        floor.now(),
                        floor.now().plusSeconds(1));
                assertThatThrownBy(() -> floor.oms().operations().begin(unknown))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("must be");
            }
            assertThat(floor.oms().state().halts()).isEmpty();
            assertThatThrownBy(() -> floor.flatten("x", new Scope.OfBroker(Floor.PAPER)))
                    .hasMessageContaining("which can be halted");
        }
    }

    @Test
    void goes_on_after_a_restart_and_orders_nothing_twice() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(
                    Floor.order("o-1", SHARE, Side.BUY, "100").build(),
                    Floor.order("o-2", COIN, Side.BUY, "1").build());
            floor.trade();
            floor.oms().operations().begin(floor.flatten("f", ALL));

            floor.restart();
            assertThat(floor.state("f").ordered()).hasSize(2);
            floor.trade();

            assertThat(floor.positions()).isEmpty();
            assertThat(floor.state("f").left()).isEmpty();
            assertThat(floor.oms().state().lastOrders()).hasSize(4);
            floor.restart();
            assertThat(floor.state("f").isRunning()).isFalse();
        }
    }

    @Test
    void a_process_that_stops_takes_nothing_new_and_takes_back_what_rests() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.resting("o-1", SHARE, Side.BUY, "10"));

            CompletableFuture<List<Leftover>> done = floor.oms()
                    .operations()
                    .drain(OmsPolicy.Stop.CANCEL_ORDERS, Floor.ANNA, floor.now().plusSeconds(5));

            assertThat(done).isCompletedWithValue(List.of());
            assertThatThrownBy(() -> floor.submit(Floor.resting("o-2", SHARE, Side.BUY, "10")))
                    .hasMessageContaining("before the process stops");
            floor.restart();
            floor.submit(Floor.resting("o-2", SHARE, Side.BUY, "10"));
            assertThat(order(floor, "o-2").status()).isEqualTo(OrderStatus.ACCEPTED);
        }
    }

    @Test
    void a_process_that_stops_tells_what_rests() {
        try (Floor floor = new Floor(folder)) {
            floor.submit(Floor.resting("o-1", SHARE, Side.BUY, "10"));

            CompletableFuture<List<Leftover>> done = floor.oms()
                    .operations()
                    .drain(OmsPolicy.Stop.KEEP_ORDERS, Floor.ANNA, floor.now().plusSeconds(5));

            assertThat(done.join()).extracting(Leftover::order).containsExactly(new OrderId("o-1"));
        }
    }

    private static OrderState order(Floor floor, String id) {
        return floor.oms().state().order(new OrderId(id)).orElseThrow();
    }
}
