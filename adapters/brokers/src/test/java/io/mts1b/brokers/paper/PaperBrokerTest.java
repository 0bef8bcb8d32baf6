package io.mts1b.brokers.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderBuilder;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.Approver;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperBrokerTest {

    private static final Instant SENT = Instant.parse("2024-05-06T20:00:00Z");
    private static final Instant OPEN = Instant.parse("2024-05-07T13:30:00Z");
    private static final Instant CLOSE = Instant.parse("2024-05-07T20:00:00Z");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final Price CENT = Price.parse("0.01");

    /** Two cents of slippage and a dollar a trade. */
    private static final TradingCosts COSTS = new TradingCosts() {
        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            return Money.parse("1 USD");
        }

        @Override
        public Price worsen(Price reference, Side side, Price tick) {
            Price two = Price.parse("0.02");
            return side.sign() > 0 ? reference.plus(two) : reference.minus(two);
        }
    };

    /** The risk engine's part, played by the test. */
    private static final class Stamp extends Approver {

        ApprovedOrder on(Order order) {
            return approve(order);
        }
    }

    private final List<VenueMessage> events = new ArrayList<>();
    private final PaperBroker broker = new PaperBroker(
            new BrokerId("paper"), PaperBrokerTest::find, COSTS, InstantSource.fixed(SENT), events::add);

    @Test
    void fills_a_market_order_at_the_next_open_with_slippage_and_fee() {
        broker.submit(order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.OPG));
        broker.onBar(bar("10", "11", "9", "10.5"), OPEN);

        assertThat(events)
                .containsExactly(
                        new OrderReport.Accepted(name("o-1"), SENT),
                        new OrderReport.Traded(
                                VenueFill.of(fill(Side.BUY, "10.02", OPEN, Liquidity.TAKER), name("o-1"))));
    }

    @ParameterizedTest
    @CsvSource({
        // side, limit, open, high, low, close: filled at
        "BUY, 10.50, 10, 11, 9, 10, 10.02 open TAKER", // takes the open
        "BUY, 10.01, 10, 11, 9, 10, 10.01 open TAKER", // slippage stops at the limit
        "BUY, 9.50, 10, 11, 9, 10, 9.50 close MAKER", // the price passes it later
        "BUY, 9.00, 10, 11, 9, 10, none", // a touch is not a trade
        "BUY, 8.99, 10, 11, 9, 10, none",
        "SELL, 9.50, 10, 11, 9, 10, 9.98 open TAKER",
        "SELL, 9.99, 10, 11, 9, 10, 9.99 open TAKER",
        "SELL, 10.50, 10, 11, 9, 10, 10.50 close MAKER",
        "SELL, 11.00, 10, 11, 9, 10, none"
    })
    void fills_limit_orders_never_beyond_their_limit(
            Side side, String limit, String open, String high, String low, String close, String expected) {
        broker.submit(order("o-1", side, new OrderType.Limit(Price.parse(limit)), TimeInForce.GTC));
        broker.onBar(bar(open, high, low, close), OPEN);

        assertThat(filled()).isEqualTo(expected(side, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 10.50, 10, 11, 9, 10, 10.52 close TAKER",
        "BUY, 9.50, 10, 11, 9, 10, 10.02 open TAKER", // gapped over it
        "BUY, 11.01, 10, 11, 9, 10, none",
        "SELL, 9.50, 10, 11, 9, 10, 9.48 close TAKER",
        "SELL, 10.50, 10, 11, 9, 10, 9.98 open TAKER",
        "SELL, 8.99, 10, 11, 9, 10, none"
    })
    void wakes_stop_orders_at_their_stop(
            Side side, String stop, String open, String high, String low, String close, String expected) {
        broker.submit(order("o-1", side, new OrderType.Stop(Price.parse(stop)), TimeInForce.GTC));
        broker.onBar(bar(open, high, low, close), OPEN);

        assertThat(filled()).isEqualTo(expected(side, expected));
    }

    @Test
    void a_stop_limit_order_that_was_woken_rests_at_its_limit() {
        OrderType type = new OrderType.StopLimit(Price.parse("10.50"), Price.parse("10.51"));
        broker.submit(order("o-1", Side.BUY, type, TimeInForce.GTC));

        // Woken at 10.50, but two cents of slippage are beyond the limit.
        broker.onBar(bar("10", "11", "9", "10.9"), OPEN);
        assertThat(filled()).isEmpty();
        // The next day it is a plain limit order.
        broker.onBar(bar("10.9", "11", "10.4", "10.9"), OPEN);
        assertThat(filled()).isEqualTo(expected(Side.BUY, "10.51 close MAKER"));
    }

    @Test
    void a_stop_limit_order_that_gapped_beyond_its_limit_waits() {
        OrderType type = new OrderType.StopLimit(Price.parse("10.50"), Price.parse("10.60"));
        broker.submit(order("o-1", Side.BUY, type, TimeInForce.GTC));

        broker.onBar(bar("11", "11.5", "10.9", "11"), OPEN);
        assertThat(filled()).isEmpty();
        broker.onBar(bar("10.55", "11", "10", "10.9"), OPEN);
        assertThat(filled()).isEqualTo(expected(Side.BUY, "10.57 open TAKER"));
    }

    @Test
    void a_marketable_limit_order_trades_at_the_open_or_not_at_all() {
        broker.submit(order("o-1", Side.BUY, new OrderType.MarketableLimit(Price.parse("9.90")), TimeInForce.DAY));
        broker.onBar(bar("10", "11", "9", "10"), OPEN);

        assertThat(events.getLast()).isEqualTo(new OrderReport.Expired(name("o-1"), CLOSE, Quantity.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"DAY, true", "GTC, false", "IOC, true", "FOK, true", "OPG, true"})
    void what_did_not_trade_ends_with_the_bar_unless_it_is_good_till_canceled(TimeInForce time, boolean ends) {
        broker.submit(order("o-1", Side.BUY, new OrderType.Limit(Price.parse("1")), time));
        broker.onBar(bar("10", "11", "9", "10"), OPEN);

        assertThat(events.getLast() instanceof OrderReport.Expired).isEqualTo(ends);
    }

    @Test
    void what_had_no_bar_to_trade_in_ends_with_the_session() {
        broker.submit(order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.OPG));
        broker.submit(order("o-2", Side.BUY, new OrderType.Market(), TimeInForce.GTC));
        broker.endSession(CLOSE);
        broker.endSession(CLOSE);

        assertThat(events.subList(2, events.size()))
                .containsExactly(new OrderReport.Expired(name("o-1"), CLOSE, Quantity.ZERO));
    }

    @Test
    void an_order_never_trades_in_a_bar_that_opened_before_it_was_made() {
        broker.submit(order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.DAY));
        broker.onBar(bar("10", "11", "9", "10"), SENT);
        broker.endSession(SENT);
        assertThat(events).hasSize(1);

        broker.onBar(bar("10", "11", "9", "10"), SENT.plusNanos(1));
        assertThat(filled()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"IOC", "FOK", "OPG"})
    void what_must_trade_at_once_does_not_wait_for_the_low(TimeInForce time) {
        broker.submit(order("o-1", Side.BUY, new OrderType.Limit(Price.parse("9.50")), time));
        broker.onBar(bar("10", "11", "9", "10"), OPEN);

        assertThat(filled()).isEmpty();
    }

    @Test
    void trades_in_the_order_in_which_orders_came_and_each_once() {
        broker.submit(order("o-2", Side.BUY, new OrderType.Market(), TimeInForce.DAY));
        broker.submit(order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.DAY));
        broker.onBar(bar("10", "11", "9", "10"), OPEN);
        broker.onBar(bar("10", "11", "9", "10"), OPEN);

        assertThat(events.stream()
                        .filter(OrderReport.Traded.class::isInstance)
                        .map(event -> ((OrderReport.Traded) event).order()))
                .containsExactly(name("o-2"), name("o-1"));
    }

    @Test
    void leaves_the_orders_of_other_instruments_alone() {
        broker.submit(order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.DAY));
        broker.onBar(
                new Bar(
                        InstrumentId.parse("MSFT.XNAS"),
                        BarInterval.DAY_1,
                        CLOSE,
                        PriceRange.flat(CENT),
                        Quantity.ZERO),
                OPEN);

        assertThat(events).hasSize(1);
    }

    @Test
    void takes_an_order_once_however_often_it_is_sent() {
        ApprovedOrder order = order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.DAY);

        broker.submit(order);
        broker.submit(order);

        assertThat(events).hasSize(1);
    }

    @Test
    void cancels_what_is_on_the_book_and_refuses_the_rest() {
        ApprovedOrder order = order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.DAY);
        broker.submit(order);
        broker.cancel(sent(order));
        broker.cancel(sent(order));
        broker.onBar(bar("10", "11", "9", "10"), OPEN);

        assertThat(events)
                .containsExactly(
                        new OrderReport.Accepted(name("o-1"), SENT),
                        new OrderReport.Canceled(name("o-1"), SENT, Quantity.ZERO, "by request"),
                        new OrderReport.CancelRejected(name("o-1"), SENT, "not on the book"));
    }

    @Test
    void rejects_what_it_cannot_trade() {
        Order order =
                order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.DAY).order();
        InstrumentId nobody = InstrumentId.parse("NOBODY.XNAS");
        broker.submit(new Stamp().on(order(order).instrument(nobody).build()));

        assertThat(events)
                .containsExactly(new OrderReport.Rejected(name("o-1"), SENT, "unknown instrument NOBODY.XNAS"));
        assertThatThrownBy(() -> broker.submit(new Stamp()
                        .on(order(order).broker(new BrokerId("kraken")).build())))
                .hasMessage("order must be for paper, was for kraken");
    }

    @Test
    void no_order_ever_trades_at_a_price_the_bar_did_not_have_or_beyond_its_limit() {
        ForAll.cases(random -> {
            long low = random.nextLong(1_000, 2_000);
            long high = low + random.nextLong(0, 500);
            Price open = Price.ofTicks(random.nextLong(low, high + 1), CENT);
            Price close = Price.ofTicks(random.nextLong(low, high + 1), CENT);
            Bar bar = new Bar(
                    AAPL,
                    BarInterval.DAY_1,
                    CLOSE,
                    new PriceRange(open, Price.ofTicks(high, CENT), Price.ofTicks(low, CENT), close),
                    Quantity.ZERO);
            Price limit = Price.ofTicks(random.nextLong(900, 2_600), CENT);
            Price stop = Price.ofTicks(random.nextLong(900, 2_600), CENT);
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            OrderType type = ForAll.oneOf(
                    random,
                    new OrderType.Limit(limit),
                    new OrderType.StopLimit(stop, limit),
                    new OrderType.MarketableLimit(limit));
            events.clear();
            ApprovedOrder order = order("o-1", side, type, ForAll.oneOf(random, TimeInForce.values()));
            broker.submit(order);
            broker.onBar(bar, OPEN);
            broker.cancel(sent(order));

            filled().ifPresent(fill -> {
                int beyond = fill.price().compareTo(limit) * side.sign();
                assertThat(beyond).as("%s %s in %s", side, type, bar).isNotPositive();
                assertThat(fill.price()).isBetween(Price.ofTicks(low - 2, CENT), Price.ofTicks(high + 2, CENT));
            });
        });
    }

    @Test
    void goes_on_with_the_orders_it_is_given_back() {
        broker.restore(List.of(order("o-1", Side.BUY, new OrderType.Market(), TimeInForce.OPG)));
        broker.open();
        broker.onBar(bar("10", "11", "9", "10.5"), OPEN);

        assertThat(events)
                .containsExactly(
                        new VenueMessage.LineUp(SENT),
                        new OrderReport.Traded(
                                VenueFill.of(fill(Side.BUY, "10.02", OPEN, Liquidity.TAKER), name("o-1"))));
    }

    @Test
    void a_stop_limit_order_that_was_woken_and_is_given_back_waits_for_its_stop_again() {
        OrderType type = new OrderType.StopLimit(Price.parse("10.50"), Price.parse("10.60"));
        ApprovedOrder order = order("o-1", Side.BUY, type, TimeInForce.GTC);
        broker.submit(order);
        broker.onBar(bar("11", "11.5", "10.9", "11"), OPEN);

        PaperBroker restarted = new PaperBroker(
                new BrokerId("paper"), PaperBrokerTest::find, COSTS, InstantSource.fixed(SENT), events::add);
        restarted.restore(List.of(order));
        // One that is awake would trade here at its limit.
        restarted.onBar(bar("10", "10.40", "9", "10"), OPEN);
        assertThat(filled()).isEmpty();
        restarted.onBar(bar("10.55", "11", "10", "10.9"), OPEN);
        assertThat(filled()).isEqualTo(expected(Side.BUY, "10.57 open TAKER"));
    }

    private static OrderName name(String order) {
        return OrderName.of(ClientOrderId.of(new OrderId(order), 0)).at("paper-" + order);
    }

    private static SentOrder sent(ApprovedOrder order) {
        return new SentOrder(
                OrderState.created(order.order()),
                ClientOrderId.of(order.order().orderId(), 0));
    }

    /** The tests open longs and close them, never shorts. */
    private static Side side(VenueFill fill) {
        return fill.buys() ? Side.BUY : Side.SELL;
    }

    private Optional<Fill> filled() {
        return events.stream()
                .filter(OrderReport.Traded.class::isInstance)
                .map(event -> ((OrderReport.Traded) event).fill())
                .map(fill -> fill.of(new OrderId("o-1"), side(fill)))
                .findFirst();
    }

    private static Optional<Fill> expected(Side side, String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        String[] parts = text.split(" ", -1);
        Instant at = parts[1].equals("open") ? OPEN : CLOSE;
        return Optional.of(fill(side, parts[0], at, Liquidity.valueOf(parts[2])));
    }

    private static Fill fill(Side side, String price, Instant at, Liquidity liquidity) {
        return Fill.builder()
                .fillId(new FillId("o-1-1"))
                .orderId(new OrderId("o-1"))
                .instrument(AAPL)
                .side(side)
                .quantity(Quantity.of(100))
                .price(Price.parse(price))
                .fee(Money.parse("1 USD"))
                .liquidity(liquidity)
                .at(at)
                .build();
    }

    private static Bar bar(String open, String high, String low, String close) {
        PriceRange range = new PriceRange(Price.parse(open), Price.parse(high), Price.parse(low), Price.parse(close));
        return new Bar(AAPL, BarInterval.DAY_1, CLOSE, range, Quantity.of(1_000));
    }

    private static Optional<Instrument> find(InstrumentId id) {
        return id.equals(AAPL)
                ? Optional.of(
                        new Instrument.Equity(id, new ContractTerms(CENT, Quantity.of(1), Decimal.ONE, Currency.USD)))
                : Optional.empty();
    }

    private static ApprovedOrder order(String id, Side side, OrderType type, TimeInForce time) {
        return new Stamp()
                .on(Order.builder()
                        .orderId(new OrderId(id))
                        .idempotencyKey(new IdempotencyKey("k-" + id))
                        .fund(new FundId("alpha"))
                        .strategy(new StrategyId("momentum"))
                        .instrument(AAPL)
                        .side(side)
                        .quantity(Quantity.of(100))
                        .type(type)
                        .timeInForce(time)
                        .broker(new BrokerId("paper"))
                        .actor(new ActorId("momentum"))
                        .createdAt(SENT)
                        .build());
    }

    private static OrderBuilder order(Order order) {
        return Order.builder()
                .orderId(order.orderId())
                .idempotencyKey(order.idempotencyKey())
                .fund(order.fund())
                .strategy(order.strategy())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(order.quantity())
                .type(order.type())
                .timeInForce(order.timeInForce())
                .broker(order.broker())
                .actor(order.actor())
                .createdAt(order.createdAt());
    }
}
