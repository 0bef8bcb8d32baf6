package io.mts1b.foundation.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarketDataTest {

    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final Instant AT = Instant.parse("2024-01-02T21:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "100, 100.02, true",
        "100, 100, true",
        "100, 110, true",
        "100, 110.01, false",
        "-1, 1, false",
        "0, 1, false"
    })
    void quotes_are_sane_within_ten_percent_of_a_positive_bid(String bid, String ask, boolean sane) {
        assertThat(quote(bid, ask).isSane()).isEqualTo(sane);
    }

    @Test
    void quotes_have_an_exact_middle() {
        assertThat(quote("100", "100.01").mid()).isEqualTo(Price.parse("100.005"));
        assertThat(quote("100", "100.01").spread()).isEqualTo(Price.parse("0.01"));
        assertThat(quote("-38", "-37").mid()).isEqualTo(Price.parse("-37.5"));
    }

    @Test
    void refuses_a_crossed_quote() {
        assertThatThrownBy(() -> quote("100.01", "100")).hasMessage("ask must not be below bid 100.01, was 100");
    }

    @Test
    void refuses_an_inverted_bar() {
        assertThatThrownBy(() -> range("10", "9", "8", "9"))
                .hasMessage("high must not be below open 10 or close 9, was 9");
        assertThatThrownBy(() -> range("10", "12", "11", "12"))
                .hasMessage("low must not be above open 10 or close 12, was 11");
        assertThat(PriceRange.flat(Price.parse("5"))).isEqualTo(range("5", "5", "5", "5"));
    }

    @Test
    void refuses_a_book_that_is_crossed_or_out_of_order() {
        assertThatThrownBy(() -> book(List.of(level("10")), List.of(level("10"))))
                .hasMessage("best ask must be above best bid 10, was 10");
        assertThatThrownBy(() -> book(List.of(level("9"), level("10")), List.of()))
                .hasMessage("bids must fall, was 9 then 10");
        assertThatThrownBy(() -> book(List.of(), List.of(level("9"), level("9"))))
                .hasMessage("asks must rise, was 9 then 9");
        assertThat(book(List.of(level("9"), level("8")), List.of(level("10"), level("11")))
                        .bids())
                .hasSize(2);
        assertThatThrownBy(() -> new BookLevel(Price.parse("1"), Quantity.ZERO))
                .hasMessage("size must be positive, was 0");
    }

    @Test
    void a_delta_of_size_zero_removes_a_level() {
        assertThat(new BookDelta(AAPL, 7, BookSide.BID, Price.parse("1"), Quantity.ZERO, AT)
                        .size()
                        .isZero())
                .isTrue();
        assertThatThrownBy(() -> new BookDelta(AAPL, -1, BookSide.BID, Price.parse("1"), Quantity.ZERO, AT))
                .hasMessage("sequence must not be negative, was -1");
    }

    @Test
    void refuses_a_trade_of_nothing() {
        assertThatThrownBy(() -> new Trade("t", AAPL, Price.parse("1"), Quantity.ZERO, Aggressor.BUYER, AT))
                .hasMessage("quantity must be positive, was 0");
    }

    @ParameterizedTest
    @EnumSource
    void intervals_survive_their_text(BarInterval interval) {
        assertThat(BarInterval.parse(interval.toString())).isEqualTo(interval);
        assertThat(interval.duration()).isPositive();
    }

    @Test
    void refuses_an_interval_nobody_has() {
        assertThatThrownBy(() -> BarInterval.parse("2d"))
                .hasMessage("interval must be one of 1m 5m 15m 30m 1h 4h 1d 1w, was '2d'");
    }

    @Test
    void snapshots_know_the_prices_they_were_given() {
        MarketSnapshot snapshot = MarketSnapshot.of(AT, Map.of(AAPL, Price.parse("190")));

        assertThat(snapshot.price(AAPL)).contains(Price.parse("190"));
        assertThat(snapshot.price(InstrumentId.parse("IBM.XNYS"))).isEmpty();
        assertThatThrownBy(() -> snapshot.prices().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(AAPL, Price.parse(bid), Price.parse(ask), Quantity.of(1), Quantity.of(1), AT);
    }

    private static PriceRange range(String open, String high, String low, String close) {
        return new PriceRange(Price.parse(open), Price.parse(high), Price.parse(low), Price.parse(close));
    }

    private static BookLevel level(String price) {
        return new BookLevel(Price.parse(price), Quantity.of(1));
    }

    private static BookSnapshot book(List<BookLevel> bids, List<BookLevel> asks) {
        return new BookSnapshot(AAPL, 1, bids, asks, AT);
    }
}
