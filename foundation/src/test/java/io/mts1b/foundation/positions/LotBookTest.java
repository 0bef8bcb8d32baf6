package io.mts1b.foundation.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.positions.LotBook.Change;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotBookTest {

    private static final Instant START = Instant.parse("2024-01-02T21:00:00Z");
    private static final ContractTerms SHARE =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);

    @Test
    void covering_a_short_below_its_price_is_a_gain() {
        Change change = LotBook.EMPTY
                .trade(trade("a", -100, "50"), TaxLotMethod.FIFO)
                .book()
                .trade(trade("b", 100, "40"), TaxLotMethod.FIFO);

        assertThat(change.book()).isEqualTo(LotBook.EMPTY);
        assertThat(change.closed()).singleElement().satisfies(lot -> {
            assertThat(lot.isOpen()).isFalse();
            assertThat(lot.gain(SHARE)).contains(Money.parse("1000 USD"));
        });
    }

    @Test
    void selling_a_long_below_its_price_is_a_loss() {
        Change change = LotBook.EMPTY
                .trade(trade("a", 100, "50"), TaxLotMethod.FIFO)
                .book()
                .trade(trade("b", -100, "40"), TaxLotMethod.FIFO);

        assertThat(change.closed().getFirst().gain(SHARE)).contains(Money.parse("-1000 USD"));
    }

    @ParameterizedTest
    @CsvSource({"FIFO, a b", "LIFO, c b", "HIFO, b c", "LOIFO, a c"})
    void closes_lots_in_the_order_of_the_method(TaxLotMethod method, String order) {
        Change change = threeLots().trade(trade("d", -15, "20"), method);

        assertThat(change.closed().stream().map(lot -> lot.lotId().value())).containsExactly(order.split(" "));
        assertThat(change.closed().stream().map(TaxLot::quantity)).containsExactly(Decimal.of(10), Decimal.of(5));
        assertThat(change.book().quantity()).isEqualTo(Decimal.of(15));
    }

    @Test
    void keeps_the_rest_of_a_lot_in_its_place() {
        LotBook book =
                threeLots().trade(trade("d", -4, "20"), TaxLotMethod.HIFO).book();

        assertThat(book.lots().stream().map(lot -> lot.lotId() + " " + lot.quantity()))
                .containsExactly("a 10", "b 6", "c 10");
    }

    @Test
    void closes_the_lots_that_are_named() {
        Change change = threeLots().tradeSpecified(trade("d", -12, "20"), List.of(new LotId("c"), new LotId("a")));

        assertThat(change.closed().stream().map(lot -> lot.lotId() + " " + lot.quantity()))
                .containsExactly("c 10", "a 2");
    }

    @Test
    void refuses_lots_that_do_not_fit_the_trade() {
        LotBook book = threeLots();
        LotTrade sale = trade("d", -12, "20");

        assertThatThrownBy(() -> book.trade(sale, TaxLotMethod.SPECID))
                .hasMessage("SPECID needs the lots to close, none were named");
        assertThatThrownBy(() -> book.tradeSpecified(sale, List.of(new LotId("z"))))
                .hasMessage("lot z is not open here");
        assertThatThrownBy(() -> book.tradeSpecified(sale, List.of(new LotId("a"), new LotId("a"))))
                .hasMessage("lot a must be named once");
        assertThatThrownBy(() -> book.tradeSpecified(sale, List.of(new LotId("a"))))
                .hasMessage("quantity must be at most the 10 of the lots named, was -12");
    }

    @Test
    void a_trade_beyond_flat_opens_the_other_side() {
        Change change = threeLots().trade(trade("d", -50, "20"), TaxLotMethod.FIFO);

        assertThat(change.closed()).hasSize(3);
        assertThat(change.book().lots()).singleElement().satisfies(lot -> {
            assertThat(lot.lotId()).isEqualTo(new LotId("d"));
            assertThat(lot.quantity()).isEqualTo(Decimal.of(-20));
            assertThat(lot.openPrice()).isEqualTo(Price.parse("20"));
        });
    }

    @Test
    void gains_plus_open_gains_are_the_cash_that_came_in_plus_what_is_held() {
        ForAll.cases(random -> {
            TaxLotMethod method =
                    ForAll.oneOf(random, TaxLotMethod.FIFO, TaxLotMethod.LIFO, TaxLotMethod.HIFO, TaxLotMethod.LOIFO);
            LotBook book = LotBook.EMPTY;
            Money cash = Money.zero(Currency.USD);
            Money realized = Money.zero(Currency.USD);
            Decimal held = Decimal.ZERO;
            for (int i = 0; i < 30; i++) {
                long quantity = random.nextLong(1, 50) * (random.nextBoolean() ? 1 : -1);
                String price = random.nextLong(1, 10_000) + "." + random.nextLong(10, 100);
                Change change = book.trade(trade("t" + i, quantity, price), method);
                book = change.book();
                cash = cash.minus(SHARE.value(Price.parse(price), Decimal.of(quantity)));
                held = held.plus(Decimal.of(quantity));
                for (TaxLot lot : change.closed()) {
                    realized = realized.plus(lot.gain(SHARE).orElseThrow());
                }
            }
            Price last = Price.parse("123.45");
            Money unrealized = Money.zero(Currency.USD);
            for (TaxLot lot : book.lots()) {
                unrealized = unrealized.plus(lot.gainAt(last, SHARE));
            }
            assertThat(book.quantity()).isEqualTo(held);
            assertThat(realized.plus(unrealized)).isEqualTo(cash.plus(SHARE.value(last, held)));
        });
    }

    @Test
    void refuses_lots_of_both_sides_or_closed_ones() {
        TaxLot lng = new TaxLot(new LotId("a"), Decimal.ONE, START, Price.parse("1"), Decimal.ZERO, null);
        TaxLot shrt = new TaxLot(new LotId("b"), Decimal.of(-1), START, Price.parse("1"), Decimal.ZERO, null);
        TaxLot closed = new TaxLot(
                new LotId("c"),
                Decimal.ONE,
                START,
                Price.parse("1"),
                Decimal.ZERO,
                new TaxLot.Closing(START, Price.parse("2")));

        assertThatThrownBy(() -> new LotBook(List.of(lng, shrt))).hasMessageStartingWith("lots must be all long");
        assertThatThrownBy(() -> new LotBook(List.of(closed))).hasMessageStartingWith("lots must be open");
        assertThatThrownBy(() -> new TaxLot(new LotId("d"), Decimal.ZERO, START, Price.parse("1"), Decimal.ZERO, null))
                .hasMessage("quantity must not be zero");
    }

    private static LotBook threeLots() {
        return LotBook.EMPTY
                .trade(trade("a", 10, "10"), TaxLotMethod.FIFO)
                .book()
                .trade(trade("b", 10, "12"), TaxLotMethod.FIFO)
                .book()
                .trade(trade("c", 10, "11"), TaxLotMethod.FIFO)
                .book();
    }

    private static LotTrade trade(String id, long quantity, String price) {
        return new LotTrade(new LotId(id), Decimal.of(quantity), START, Price.parse(price));
    }
}
