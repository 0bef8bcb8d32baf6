package io.mts1b.brokers.paper.book;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static io.mts1b.brokers.paper.book.Floor.AAPL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.BookDelta;
import io.mts1b.foundation.marketdata.BookLevel;
import io.mts1b.foundation.marketdata.BookSide;
import io.mts1b.foundation.marketdata.BookSnapshot;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperVenueTest {

    private static final OrderType MARKET = new OrderType.Market();

    private final List<VenueMessage> told = new ArrayList<>();
    private Floor floor = opened(CancelsAhead.NONE);

    private Floor opened(CancelsAhead cancelsAhead) {
        Floor opened = new Floor(cancelsAhead, told::add);
        opened.line.open();
        opened.settle();
        told.clear();
        return opened;
    }

    private ApprovedOrder submit(String id, Side side, long quantity, OrderType type, TimeInForce time) {
        ApprovedOrder order = Orders.order(id, AAPL, side, quantity, type, time);
        floor.line.submit(order);
        floor.settle();
        return order;
    }

    private ApprovedOrder limit(String id, Side side, long quantity, String price) {
        return submit(id, side, quantity, new OrderType.Limit(Price.parse(price)), TimeInForce.GTC);
    }

    /** What was told since this was last asked, in short. */
    private List<String> told() {
        floor.settle();
        List<String> words = told.stream()
                .map(message -> switch (message) {
                    case OrderReport.Traded(VenueFill fill) ->
                        fill.quantity() + " at " + fill.price() + " " + fill.liquidity();
                    case OrderReport.Rejected rejected -> "rejected: " + rejected.reason();
                    case OrderReport.Canceled canceled ->
                        "canceled with " + canceled.filled() + " filled: " + canceled.reason();
                    case OrderReport.Expired expired -> "expired with " + expired.filled() + " filled";
                    case OrderReport.ReplaceRejected rejected -> "not replaced: " + rejected.reason();
                    default -> message.getClass().getSimpleName();
                })
                .toList();
        told.clear();
        return words;
    }

    private static List<BookLevel> levels(String... pricesAndSizes) {
        List<BookLevel> levels = new ArrayList<>();
        for (int i = 0; i < pricesAndSizes.length; i += 2) {
            levels.add(new BookLevel(Price.parse(pricesAndSizes[i]), Quantity.parse(pricesAndSizes[i + 1])));
        }
        return levels;
    }

    private void snapshot(long sequence, List<BookLevel> bids, List<BookLevel> asks) {
        floor.venue.onSnapshot(new BookSnapshot(AAPL, sequence, bids, asks, floor.time.instant()));
    }

    private void delta(long sequence, BookSide side, String price, long size) {
        floor.venue.onDelta(
                new BookDelta(AAPL, sequence, side, Price.parse(price), Quantity.of(size), floor.time.instant()));
    }

    private Optional<Quantity> ahead(ApprovedOrder order) {
        return floor.venue.ahead(name(order, 0));
    }

    @Test
    void a_market_order_takes_what_is_displayed_level_by_level_and_the_rest_is_canceled() {
        snapshot(1, levels("99", "10"), levels("100", "30", "100.01", "50"));
        submit("o", Side.BUY, 100, MARKET, TimeInForce.DAY);

        assertThat(told())
                .containsExactly(
                        "Accepted",
                        "30 at 100 TAKER",
                        "50 at 100.01 TAKER",
                        "canceled with 80 filled: nothing more is offered");
    }

    @Test
    void nobody_is_shown_the_same_quantity_twice_before_the_market_shows_it_again() {
        floor.quote("99", 10, "100", 30);
        submit("o-1", Side.BUY, 30, MARKET, TimeInForce.DAY);
        submit("o-2", Side.BUY, 30, MARKET, TimeInForce.DAY);
        floor.quote("99", 10, "100", 30);
        submit("o-3", Side.BUY, 10, MARKET, TimeInForce.DAY);

        assertThat(told())
                .containsExactly(
                        "Accepted",
                        "30 at 100 TAKER",
                        "Accepted",
                        "canceled with 0 filled: nothing more is offered",
                        "Accepted",
                        "10 at 100 TAKER");
    }

    @Test
    void a_limit_order_waits_behind_what_was_displayed_before_it() {
        floor.quote("99", 50, "100", 50);
        ApprovedOrder order = limit("o", Side.BUY, 20, "99");
        floor.quote("99", 80, "100", 50);
        assertThat(ahead(order)).contains(Quantity.of(50));
        floor.sold("99", 30);
        assertThat(ahead(order)).contains(Quantity.of(20));
        assertThat(told()).containsExactly("Accepted");
        floor.sold("99", 25);
        assertThat(ahead(order)).contains(Quantity.ZERO);
        floor.sold("99", 100);

        assertThat(told()).containsExactly("5 at 99 MAKER", "15 at 99 MAKER");
        assertThat(ahead(order)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NONE, 50, 20", "PROPORTIONAL, 25, 10", "ALL, 10, 0"})
    void a_queue_moves_up_by_cancels_as_was_chosen(CancelsAhead cancelsAhead, long afterSome, long afterMost) {
        floor = opened(cancelsAhead);
        floor.quote("99", 50, "100", 50);
        ApprovedOrder order = limit("o", Side.BUY, 20, "99");
        floor.quote("99", 100, "100", 50);
        floor.quote("99", cancelsAhead == CancelsAhead.ALL ? 60 : 50, "100", 50);
        assertThat(ahead(order)).contains(Quantity.of(afterSome));
        floor.quote("99", 20, "100", 50);
        assertThat(ahead(order)).contains(Quantity.of(afterMost));
    }

    @Test
    void a_trade_through_an_order_fills_it_though_others_were_displayed_before() {
        floor.quote("99", 50, "100", 50);
        limit("o", Side.BUY, 20, "99");
        floor.sold("98.99", 15);

        assertThat(told()).containsExactly("Accepted", "15 at 99 MAKER");
    }

    @Test
    void a_market_that_comes_to_an_order_trades_with_it() {
        floor.quote("99", 50, "100", 50);
        limit("o", Side.BUY, 80, "99.50");
        floor.quote("99.40", 5, "99.50", 30);

        assertThat(told()).containsExactly("Accepted", "30 at 99.5 MAKER");
    }

    @Test
    void a_trade_of_unknown_aggressor_is_judged_by_the_book() {
        floor.quote("99", 0, "101", 0);
        limit("o", Side.BUY, 20, "99");
        floor.traded("100", 5, Aggressor.UNKNOWN);
        floor.traded("99", 5, Aggressor.UNKNOWN);
        floor.traded("99", 5, Aggressor.BUYER);

        assertThat(told()).containsExactly("Accepted", "5 at 99 MAKER");
    }

    @Test
    void books_and_their_changes_are_followed_and_after_a_gap_stand_still_until_a_snapshot() {
        delta(5, BookSide.BID, "99", 7);
        ApprovedOrder early = limit("early", Side.BUY, 1, "99");
        assertThat(ahead(early)).contains(Quantity.ZERO);
        floor.line.cancel(sent(early));
        floor.settle();

        snapshot(10, levels("99", "10", "98.505", "4", "98.504", "3"), levels("100", "10"));
        delta(10, BookSide.BID, "99", 20);
        delta(11, BookSide.BID, "99", 30);
        assertThat(ahead(limit("a", Side.BUY, 1, "99"))).contains(Quantity.of(30));
        // Finer levels than our tick are one.
        assertThat(ahead(limit("b", Side.BUY, 1, "98.50"))).contains(Quantity.of(7));
        delta(13, BookSide.BID, "97", 40);
        delta(14, BookSide.BID, "97", 50);
        assertThat(ahead(limit("c", Side.BUY, 1, "97"))).contains(Quantity.ZERO);
        snapshot(20, levels("96", "60"), levels("100", "10"));
        delta(21, BookSide.BID, "96", 0);
        assertThat(ahead(limit("d", Side.BUY, 1, "96"))).contains(Quantity.ZERO);
        delta(22, BookSide.ASK, "96", 3);

        assertThat(told())
                .filteredOn(words -> words.endsWith("MAKER"))
                .containsExactly("1 at 99 MAKER", "1 at 98.5 MAKER", "1 at 97 MAKER");
    }

    @Test
    void bars_trade_where_they_went_through_and_a_touch_is_not_a_trade() {
        limit("touched", Side.BUY, 20, "9.00");
        limit("passed", Side.BUY, 30, "9.01");
        limit("sells", Side.SHORT, 25, "10.99");
        submit("takes", Side.BUY, 5, new OrderType.Stop(Price.parse("10.50")), TimeInForce.GTC);
        told();
        floor.venue.onBar(new Bar(
                AAPL,
                BarInterval.DAY_1,
                floor.time.instant(),
                new PriceRange(Price.parse("10"), Price.parse("11"), Price.parse("9"), Price.parse("10.50")),
                Quantity.of(100)));

        assertThat(told()).containsExactly("25 at 9.01 MAKER", "25 at 10.99 MAKER", "5 at 11.01 TAKER");
    }

    @Test
    void stops_wait_for_a_trade() {
        floor.quote("99", 50, "100", 50);
        submit("stop", Side.SELL, 10, new OrderType.Stop(Price.parse("98")), TimeInForce.GTC);
        OrderType.StopLimit type = new OrderType.StopLimit(Price.parse("101"), Price.parse("100.50"));
        ApprovedOrder woken = submit("stop-limit", Side.BUY, 10, type, TimeInForce.GTC);
        assertThat(ahead(woken)).isEmpty();
        floor.traded("98.01", 1, Aggressor.BUYER);
        assertThat(told()).containsExactly("Accepted", "Accepted");
        floor.traded("98", 1, Aggressor.BUYER);
        assertThat(told()).containsExactly("10 at 99 TAKER");
        floor.quote("99", 50, "102", 50);
        floor.traded("101", 1, Aggressor.BUYER);
        assertThat(told()).isEmpty();
        assertThat(ahead(woken)).contains(Quantity.ZERO);
    }

    @Test
    void orders_that_may_not_wait_trade_or_are_gone() {
        floor.quote("99", 50, "100", 50);
        submit("ioc", Side.BUY, 80, new OrderType.MarketableLimit(Price.parse("100")), TimeInForce.IOC);
        floor.quote("99", 50, "100", 50);
        submit("fok", Side.BUY, 80, new OrderType.Limit(Price.parse("100")), TimeInForce.FOK);
        submit("fok-2", Side.BUY, 50, MARKET, TimeInForce.FOK);
        submit("opg", Side.BUY, 50, MARKET, TimeInForce.OPG);

        assertThat(told())
                .containsExactly(
                        "Accepted",
                        "50 at 100 TAKER",
                        "canceled with 50 filled: nothing more is offered",
                        "rejected: not enough to trade whole",
                        "Accepted",
                        "50 at 100 TAKER",
                        "rejected: no opening auction here");
    }

    @Test
    void a_day_order_expires_with_what_it_traded_and_another_stays() {
        floor.quote("99", 0, "100", 50);
        submit("day", Side.BUY, 50, new OrderType.Limit(Price.parse("99")), TimeInForce.DAY);
        limit("gtc", Side.BUY, 50, "99");
        floor.sold("99", 20);
        floor.venue.endSession(floor.time.instant());
        floor.sold("99", 20);

        assertThat(told())
                .containsExactly("Accepted", "Accepted", "20 at 99 MAKER", "expired with 20 filled", "20 at 99 MAKER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUY | 10 | 99.005 | price must be a positive multiple of the tick 0.01, was 99.005",
                "BUY | 10 | -1 | price must be a positive multiple of the tick 0.01, was -1",
                "BUY | 10 | 0 | price must be a positive multiple of the tick 0.01, was 0",
                "BUY | 1 | 9.99 | notional must be at least 10, was 9.99",
                "BUY | 4398046511105 | 1 | quantity out of range",
                "SHORT | 51 | 101 | insufficient borrow: would be short 51, 50 available",
                "SELL | 51 | 101 | insufficient borrow: would be short 51, 50 available"
            })
    void orders_are_refused_as_venues_do(Side side, long quantity, String price, String reason) {
        limit("o", side, quantity, price);

        assertThat(told()).containsExactly("rejected: " + reason);
    }

    @Test
    void orders_on_other_terms_than_those_the_market_opened_with_are_refused() {
        floor.quote("99", 50, "100.01", 50);
        ApprovedOrder rests = limit("before", Side.BUY, 10, "50");
        floor.list("0.001");
        limit("after", Side.BUY, 10, "50");
        floor.line.replace(sent(rests), name(rests, 1), Quantity.of(10), new OrderType.Limit(Price.parse("49.99")));
        floor.settle();
        floor.list("0.01");
        limit("again", Side.BUY, 10, "100.01");

        assertThat(told())
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("Accepted"),
                        one -> assertThat(one)
                                .startsWith("rejected: instrument AAPL.XNAS must have the terms its market opened with")
                                .contains("tick=0.01,", "tick=0.001,"),
                        one -> assertThat(one).isEqualTo("Replaced"),
                        one -> assertThat(one).isEqualTo("Accepted"),
                        one -> assertThat(one).isEqualTo("10 at 100.01 TAKER"));
    }

    @Test
    void odd_lots_closed_markets_and_post_only_orders_that_would_cross_are_refused() {
        floor.quote("99", 50, "100", 50);
        limit("post-1", Side.BUY, 10, "100");
        ApprovedOrder rests = limit("post-2", Side.BUY, 10, "99");
        floor.line.replace(sent(rests), name(rests, 1), Quantity.of(10), new OrderType.Limit(Price.parse("100")));
        floor.line.replace(
                sent(rests),
                name(rests, 2),
                Quantity.parse("9.5"),
                rests.order().type());
        floor.line.replace(sent(rests), name(rests, 3), Quantity.of(9), MARKET);
        floor.settle();
        floor.closed = true;
        limit("o", Side.BUY, 10, "99");

        assertThat(told())
                .containsExactly(
                        "rejected: post-only would cross",
                        "Accepted",
                        "not replaced: post-only would cross",
                        "not replaced: quantity must be a multiple of the lot 1, was 9.5",
                        "not replaced: type must stay LIMIT, was MARKET",
                        "rejected: market closed");
    }

    @Test
    void what_is_borrowed_counts_what_is_held_and_what_is_offered_already() {
        floor.quote("99", 0, "100", 30);
        submit("buy", Side.BUY, 30, MARKET, TimeInForce.DAY);
        limit("sell", Side.SELL, 30, "101");
        limit("short-1", Side.SHORT, 50, "101");
        limit("short-2", Side.SHORT, 1, "101");

        assertThat(told())
                .endsWith("Accepted", "Accepted", "rejected: insufficient borrow: would be short 51, 50 available");
    }

    @Test
    void orders_of_the_account_do_not_trade_with_each_other() {
        floor.quote("99", 0, "102", 0);
        limit("buy", Side.BUY, 10, "100");
        limit("sell", Side.SHORT, 10, "100");

        assertThat(told())
                .containsExactly(
                        "Accepted", "Accepted", "canceled with 0 filled: would trade with an order of this account");
    }

    @Test
    void cash_is_what_was_paid_and_the_fees() {
        floor.quote("99", 0, "100", 30);
        submit("buy", Side.BUY, 30, MARKET, TimeInForce.DAY);
        floor.line.listBalances(1);
        floor.settle();

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        VenueAnswer.Balances.class,
                        balances -> assertThat(balances.amounts())
                                .containsExactly(Map.entry(Floor.USD, Decimal.parse("9996999.98"))));
        assertThat(told)
                .filteredOn(OrderReport.Traded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.Traded.class,
                        traded -> assertThat(traded.fill().fee()).isEqualTo(Money.parse("0.02 USD")));
    }

    @Test
    void a_smaller_order_keeps_its_place_and_one_that_wants_more_loses_it() {
        floor.quote("99", 50, "100", 50);
        ApprovedOrder order = limit("o", Side.BUY, 20, "99");
        floor.quote("99", 80, "100", 50);
        floor.line.replace(
                sent(order), name(order, 1), Quantity.of(10), order.order().type());
        floor.settle();
        assertThat(floor.venue.ahead(name(order, 1))).contains(Quantity.of(50));
        floor.line.replace(
                sent(order, 1), name(order, 2), Quantity.of(11), order.order().type());
        floor.settle();
        assertThat(floor.venue.ahead(name(order, 2))).contains(Quantity.of(80));
    }

    @Test
    void an_order_sees_the_market_as_it_is_when_it_arrives() {
        floor.quote("99", 50, "100", 50);
        floor.line.submit(Orders.limit("o", AAPL, Side.BUY, 10, "100"));
        floor.quote("99", 50, "101", 50);
        floor.time.until(floor.time.instant().plus(Floor.LATENCY));
        assertThat(floor.venue.ahead(name(Orders.limit("o", AAPL, Side.BUY, 10, "100"), 0)))
                .contains(Quantity.ZERO);
        assertThat(told).isEmpty();
        floor.time.until(floor.time.instant().plus(Floor.LATENCY));
        assertThat(told)
                .singleElement()
                .satisfies(message ->
                        assertThat(message.at()).isEqualTo(floor.time.instant().minus(Floor.LATENCY)));
    }

    @Test
    void market_data_of_what_is_not_traded_here_and_prices_that_are_none_are_refused() {
        Quote unknown = new Quote(
                InstrumentId.parse("NONE.XNAS"),
                Price.parse("1"),
                Price.parse("2"),
                Quantity.of(1),
                Quantity.of(1),
                Floor.OPEN);
        assertThatThrownBy(() -> floor.venue.onQuote(unknown)).hasMessage("instrument must be known, was NONE.XNAS");
        assertThatThrownBy(() -> floor.quote("0", 1, "1", 1)).hasMessage("price must be positive, was 0");
        floor.quote("99", 50, "100", 50);
        ApprovedOrder order = limit("o", Side.BUY, 20, "99");
        assertThatThrownBy(() -> snapshot(1, List.of(), levels("0", "1"))).hasMessage("price must be positive, was 0");
        assertThat(ahead(order)).contains(Quantity.of(50));
        assertThatThrownBy(() -> floor.sold("-1", 1)).hasMessage("price must be positive, was -1");
    }
}
