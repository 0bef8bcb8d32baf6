package io.mts1b.brokers.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.testkit.ForAll;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LocalMarketTest {

    private static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.KRAKEN");
    private static final Currency BTC = Currency.parse("BTC");
    private static final Decimal DOLLARS = Decimal.of(1_000_000);

    private static LocalMarket market(RandomGenerator random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.parse("0.5"), Decimal.ONE, Currency.USD);
        return new LocalMarket(
                new ManualClock(Instant.parse("2026-05-05T10:00:00Z")),
                random,
                new TreeMap<>(Map.of(PAIR, new LocalMarket.Listing(BTC, terms, Price.parse("100"), 20))),
                new TreeMap<>(Map.of(Currency.USD, DOLLARS, BTC, Decimal.of(500))));
    }

    private static LocalOrder.Ticket ticket(String name, boolean buys, String quantity, OrderType type) {
        return new LocalOrder.Ticket(name, PAIR, buys, Quantity.parse(quantity), type, TimeInForce.GTC);
    }

    private static OrderType limit(String price) {
        return new OrderType.Limit(Price.parse(price));
    }

    private static LocalOrder worked(LocalMarket market, LocalOrder.Ticket ticket) {
        LocalOrder order = market.admit(ticket);
        market.work(order);
        return order;
    }

    @Test
    void shares_are_sold_short_free_of_fees_and_held_as_positions() {
        InstrumentId share = InstrumentId.parse("AAPL.ALPACA");
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        LocalMarket market = new LocalMarket(
                new ManualClock(Instant.parse("2026-05-05T10:00:00Z")),
                new SplittableRandom(1),
                new TreeMap<>(Map.of(
                        share, new LocalMarket.Listing(null, terms, Price.parse("100"), 20, LocalMarket.Fees.NONE))),
                new TreeMap<>(Map.of(Currency.USD, DOLLARS)));
        assertThat(market.positions()).isEmpty();
        LocalOrder.Ticket sale =
                new LocalOrder.Ticket("a", share, false, Quantity.of(3), new OrderType.Market(), TimeInForce.GTC);
        LocalOrder sold = worked(market, sale);

        assertThat(sold.filled()).isEqualTo(Quantity.of(3));
        assertThat(market.positions()).isEqualTo(Map.of(share, Decimal.of(-3)));
        assertThat(market.balances()).isEqualTo(Map.of(Currency.USD, DOLLARS.plus(sold.turnover())));
        assertThat(sold.fees()).isEqualTo(Decimal.ZERO);
        worked(
                market,
                new LocalOrder.Ticket("b", share, true, Quantity.of(3), new OrderType.Market(), TimeInForce.GTC));
        assertThat(market.positions()).isEmpty();
        assertThat(market(new SplittableRandom(1)).positions()).isEqualTo(Map.of(PAIR, Decimal.of(500)));
    }

    /** The slow twin: what the account has is what it had and what its fills did, one by one. */
    @Test
    void balances_and_orders_are_the_fold_of_the_fills_whatever_is_done() {
        int[] fills = new int[1];
        ForAll.cases(100, random -> {
            LocalMarket market = market(new SplittableRandom(random.nextLong()));
            List<LocalFill> told = new ArrayList<>();
            market.tell(new LocalMarket.Listener() {
                @Override
                public void traded(LocalFill fill) {
                    told.add(fill);
                }
            });
            for (int i = 0; i < 100; i++) {
                act(random, market, i);
                folds(market);
            }
            assertThat(told).isEqualTo(market.fills());
            fills[0] += told.size();
        });
        assertThat(fills[0]).isGreaterThan(3_000);
    }

    private static void act(RandomGenerator random, LocalMarket market, int i) {
        List<LocalOrder> working =
                market.orders().stream().filter(LocalOrder::isWorking).toList();
        Quantity quantity = new Quantity(Decimal.parse("0.5").times(Decimal.of(random.nextInt(1, 40))));
        Price price = Price.ofTicks(random.nextInt(9_990, 10_010), Price.parse("0.01"));
        int what = random.nextInt(6);
        try {
            if (what < 2) {
                OrderType type = ForAll.oneOf(
                        random,
                        new OrderType.Limit(price),
                        new OrderType.Limit(price),
                        new OrderType.Market(),
                        new OrderType.Stop(price),
                        new OrderType.StopLimit(price, price));
                TimeInForce time = ForAll.oneOf(random, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK);
                worked(market, new LocalOrder.Ticket("o-" + i, PAIR, random.nextBoolean(), quantity, type, time));
            } else if (what == 2 && !working.isEmpty()) {
                market.cancel(working.get(random.nextInt(working.size())));
            } else if (what == 3 && !working.isEmpty()) {
                LocalOrder order = working.get(random.nextInt(working.size()));
                OrderType type = order.type() instanceof OrderType.Limit ? new OrderType.Limit(price) : order.type();
                market.amend(order, quantity, type);
            } else {
                market.move();
            }
        } catch (RefusedException e) {
            assertThat(e.reason()).isEqualTo(RefusedException.Reason.FUNDS);
        }
    }

    private static void folds(LocalMarket market) {
        Decimal dollars = DOLLARS;
        Decimal coins = Decimal.of(500);
        Map<Long, Quantity> filled = new TreeMap<>();
        for (LocalFill fill : market.fills()) {
            boolean buys = fill.order().ticket().buys();
            Decimal value = fill.price().value().times(fill.quantity().value(), 8, RoundingMode.HALF_EVEN);
            Decimal rate = Decimal.parse(fill.liquidity() == Liquidity.MAKER ? "0.0025" : "0.0040");
            assertThat(fill.fee().amount()).isEqualTo(value.times(rate, 4, RoundingMode.HALF_UP));
            dollars = (buys ? dollars.minus(value) : dollars.plus(value))
                    .minus(fill.fee().amount());
            coins = buys
                    ? coins.plus(fill.quantity().value())
                    : coins.minus(fill.quantity().value());
            filled.merge(fill.order().number(), fill.quantity(), Quantity::plus);
        }
        assertThat(market.balances()).containsEntry(Currency.USD, dollars).containsEntry(BTC, coins);
        assertThat(coins.signum()).isNotNegative();
        for (LocalOrder order : market.orders()) {
            assertThat(order.filled()).isEqualTo(filled.getOrDefault(order.number(), Quantity.ZERO));
            assertThat(order.filled()).isLessThanOrEqualTo(order.quantity());
            assertThat(order.standing() == Standing.FILLED)
                    .isEqualTo(order.filled().equals(order.quantity()));
        }
    }

    @Test
    void a_stop_sleeps_until_the_market_trades_there() {
        LocalMarket market = market(new SplittableRandom(1));
        LocalOrder stop = worked(market, ticket("s", false, "1", new OrderType.Stop(Price.parse("99.98"))));
        assertThat(stop.isWorking()).isTrue();
        worked(market, ticket("a", false, "0.5", limit("99.99")));
        assertThat(stop.filled()).isEqualTo(Quantity.ZERO);
        worked(market, ticket("b", false, "30", limit("99.98")));
        assertThat(stop.standing()).isEqualTo(Standing.FILLED);
    }

    @Test
    void refuses_what_it_cannot_do_and_does_nothing() {
        LocalMarket market = market(new SplittableRandom(1));
        LocalOrder.Ticket elsewhere = new LocalOrder.Ticket(
                "x", InstrumentId.parse("ETH-USD.KRAKEN"), true, Quantity.of(1), limit("1"), TimeInForce.GTC);
        refused(market, elsewhere, RefusedException.Reason.INSTRUMENT);
        refused(market, ticket("x", true, "1", limit("0.001")), RefusedException.Reason.PRICE);
        refused(market, ticket("x", true, "1", limit("10000000000")), RefusedException.Reason.PRICE);
        refused(market, ticket("x", true, "0.4", limit("1")), RefusedException.Reason.QUANTITY);
        refused(market, ticket("x", true, "9000000000000", limit("1")), RefusedException.Reason.QUANTITY);
        refused(market, ticket("x", true, "20000", limit("100")), RefusedException.Reason.FUNDS);
        worked(market, ticket("x", true, "1", limit("1")));
        refused(market, ticket("x", true, "1", limit("1")), RefusedException.Reason.NAME);
        market.cancel(market.working("x").orElseThrow());
        worked(market, ticket("x", true, "1", limit("1")));
        assertThat(market.orders()).hasSize(2);
    }

    private static void refused(LocalMarket market, LocalOrder.Ticket ticket, RefusedException.Reason reason) {
        int before = market.orders().size();
        assertThatThrownBy(() -> market.admit(ticket))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(market.orders()).hasSize(before);
    }

    @Test
    void what_working_orders_would_give_is_not_free() {
        LocalMarket market = market(new SplittableRandom(1));
        worked(market, ticket("a", true, "9000", limit("99")));
        refused(market, ticket("b", true, "2000", limit("99")), RefusedException.Reason.FUNDS);
        market.cancel(market.working("a").orElseThrow());
        worked(market, ticket("b", true, "2000", limit("99")));
    }
}
