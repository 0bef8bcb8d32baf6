package io.mts1b.foundation.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.positions.LotBook.Change;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.positions.LotBook.Restated;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.testkit.ForAll;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestatedLotsTest {

    private static final Instant START = Instant.parse("2024-01-02T21:00:00Z");
    private static final ContractTerms SHARE =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
    private static final ContractTerms HUNDRED =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.of(100), Currency.USD);

    @Test
    void a_split_keeps_the_cost_also_where_the_price_has_no_end() {
        LotBook book = bought("a", 100, "100");
        LotBook split = split(book, "3:1");

        assertThat(split.quantity()).isEqualTo(Decimal.of(300));
        TaxLot lot = split.lots().getFirst();
        assertThat(lot.openPrice()).isEqualTo(Price.parse("33.33333333"));
        assertThat(lot.adjustment()).isEqualTo(Decimal.parse("0.000001"));
        assertThat(lot.cost(SHARE)).isEqualTo(Money.parse("10000 USD"));
        assertThat(lot.openedAt()).isEqualTo(START);
        // All of it sold in three parts gains what it would have gained at once.
        Money gained = Money.zero(Currency.USD);
        LotBook left = split;
        for (int part = 0; part < 3; part++) {
            Change change = left.trade(trade("s" + part, -100, "40"), TaxLotMethod.FIFO);
            gained = gained.plus(change.closed().getFirst().gain(SHARE).orElseThrow());
            left = change.book();
        }
        assertThat(left).isEqualTo(LotBook.EMPTY);
        assertThat(gained).isEqualTo(Money.parse("2000 USD"));
    }

    @Test
    void a_split_back_is_the_same_cost_again() {
        LotBook book = bought("a", 7, "19.99");
        LotBook back = split(split(book, "3:1"), "1:3");
        assertThat(back).isEqualTo(book);
    }

    @Test
    void what_is_cut_off_leaves_its_cost_to_the_others() {
        LotBook book = bought("a", 1, "10")
                .trade(trade("b", 1, "20"), TaxLotMethod.FIFO)
                .book();
        // The first lot is too little to become anything.
        Restated restated = book.restated(UnitRatio.parse("0.00000001:2"), SHARE, Rate.ONE, SHARE);
        assertThat(restated.come().lots()).singleElement().satisfies(lot -> {
            assertThat(lot.quantity()).isEqualTo(Decimal.parse("0.00000001"));
            assertThat(lot.cost(SHARE)).isEqualTo(Money.parse("30 USD"));
        });
        Restated nothing = book.restated(UnitRatio.parse("0.00000001:3"), SHARE, Rate.ONE, SHARE);
        assertThat(nothing.come()).isEqualTo(LotBook.EMPTY);
        assertThat(nothing.lost()).isEqualTo(Money.parse("30 USD"));
    }

    @Test
    void a_spin_off_takes_its_part_of_the_cost_along_with_the_age() {
        Restated restated = bought("a", 10, "50").restated(UnitRatio.parse("1:4"), SHARE, Rate.parse("0.2"), HUNDRED);
        assertThat(restated.stay().lots().getFirst().cost(SHARE)).isEqualTo(Money.parse("400 USD"));
        TaxLot spun = restated.come().lots().getFirst();
        assertThat(spun.quantity()).isEqualTo(Decimal.parse("2.5"));
        assertThat(spun.openPrice()).isEqualTo(Price.parse("0.4"));
        assertThat(spun.cost(HUNDRED)).isEqualTo(Money.parse("100 USD"));
        assertThat(spun.openedAt()).isEqualTo(START);
    }

    @Test
    void lots_that_come_are_as_old_as_they_are() {
        LotBook mine = bought("new", 5, "10", START.plusSeconds(60));
        LotBook with = mine.with(bought("old", 3, "9"), START.plusSeconds(90), TaxLotMethod.FIFO)
                .book();
        assertThat(with.lots().stream().map(lot -> lot.lotId().value())).containsExactly("old", "new");
    }

    @Test
    void long_lots_that_come_to_a_short_close_it_at_what_they_cost() {
        LotBook shorted = bought("s", -10, "30");
        LotBook come = split(bought("l", 5, "41"), "3:1");
        Change change = shorted.with(come, START.plusSeconds(90), TaxLotMethod.FIFO);
        // Ten of fifteen that cost 205 close what brought 300; five stay.
        Money gain = change.closed().getFirst().gain(SHARE).orElseThrow();
        assertThat(change.book().quantity()).isEqualTo(Decimal.of(5));
        Money kept = change.book().lots().getFirst().cost(SHARE);
        assertThat(gain.plus(Money.parse("205 USD")).minus(kept)).isEqualTo(Money.parse("300 USD"));
    }

    @Test
    void no_cost_is_ever_lost_and_units_add_up() {
        ForAll.cases(RestatedLotsTest::restates);
    }

    private static void restates(RandomGenerator random) {
        LotBook book = LotBook.EMPTY;
        boolean shorts = random.nextBoolean();
        for (int i = 0; i <= random.nextInt(6); i++) {
            Decimal quantity = new Decimal(1 + random.nextLong(1_000_000), random.nextInt(5));
            LotTrade trade = new LotTrade(
                    new LotId("l" + i),
                    shorts ? quantity.negated() : quantity,
                    START.plusSeconds(i),
                    new Price(new Decimal(1 + random.nextLong(10_000_000), 4)));
            book = book.trade(trade, TaxLotMethod.FIFO).book();
        }
        UnitRatio ratio =
                new UnitRatio(new Decimal(1 + random.nextLong(1_000), 2), Decimal.of(1 + random.nextLong(20)));
        Rate share = new Rate(new Decimal(random.nextLong(101), 2));
        ContractTerms to = random.nextBoolean() ? SHARE : HUNDRED;

        Restated restated = book.restated(ratio, SHARE, share, to);

        assertThat(restated.come().quantity()).isEqualTo(ratio.times(book.quantity()));
        assertThat(cost(restated.come(), to).plus(restated.lost()).plus(cost(restated.stay(), SHARE)))
                .isEqualTo(cost(book, SHARE));
        assertThat(restated.stay().quantity()).isEqualTo(book.quantity());
        // Closing in parts, by any rule, leaves nothing of an adjustment behind.
        LotBook left = restated.come();
        Money gained = Money.zero(Currency.USD);
        Price price = Price.parse("12.34");
        TaxLotMethod method =
                ForAll.oneOf(random, TaxLotMethod.FIFO, TaxLotMethod.LIFO, TaxLotMethod.HIFO, TaxLotMethod.LOIFO);
        for (int i = 0; !left.lots().isEmpty(); i++) {
            Decimal most = left.quantity().negated();
            Decimal part = i == 3 ? most : most.times(new Decimal(random.nextLong(1, 100), 2), 8, RoundingMode.DOWN);
            Change change = left.trade(new LotTrade(new LotId("c" + i), part, START, price), method);
            for (TaxLot closed : change.closed()) {
                gained = gained.plus(closed.gain(to).orElseThrow());
            }
            left = change.book();
        }
        Money worth = to.value(price, restated.come().quantity());
        Money off = gained.minus(worth.minus(cost(restated.come(), to))).abs();
        // Each part is rounded to what a ledger keeps.
        assertThat(off).isLessThanOrEqualTo(Money.parse("0.00002 USD"));
    }

    @Test
    void a_ratio_cuts_towards_zero_and_prices_the_same_worth() {
        assertThat(UnitRatio.parse("1:3").times(Decimal.of(100))).isEqualTo(Decimal.parse("33.33333333"));
        assertThat(UnitRatio.parse("1:3").times(Decimal.of(-100))).isEqualTo(Decimal.parse("-33.33333333"));
        assertThat(UnitRatio.parse("4:1").over(Price.parse("1000"))).isEqualTo(Price.parse("250"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2:", ":1", "0:1", "1:0", "-1:1", "1:-1", "1:2:3", "a:b", "2-1"})
    void other_ratios_are_refused(String text) {
        assertThatThrownBy(() -> UnitRatio.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LotBook split(LotBook book, String ratio) {
        return book.restated(UnitRatio.parse(ratio), SHARE, Rate.ONE, SHARE).come();
    }

    private static Money cost(LotBook book, ContractTerms terms) {
        return book.lots().stream().map(lot -> lot.cost(terms)).reduce(Money.zero(Currency.USD), Money::plus);
    }

    private static LotBook bought(String id, long quantity, String price) {
        return bought(id, quantity, price, START);
    }

    private static LotBook bought(String id, long quantity, String price, Instant at) {
        return LotBook.EMPTY
                .trade(new LotTrade(new LotId(id), Decimal.of(quantity), at, Price.parse(price)), TaxLotMethod.FIFO)
                .book();
    }

    private static LotTrade trade(String id, long quantity, String price) {
        return new LotTrade(new LotId(id), Decimal.of(quantity), START.plusSeconds(5), Price.parse(price));
    }
}
