package io.mts1b.foundation.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Instant AT = Instant.parse("2024-01-02T21:00:00Z");
    private static final FundId FUND = new FundId("alpha");
    private static final InstrumentId FUTURE = InstrumentId.parse("ESH4.XCME");
    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.25"), Quantity.of(1), Decimal.of(50), Currency.USD);

    @Test
    void values_lots_with_the_multiplier() {
        LotBook lots = LotBook.EMPTY
                .trade(new LotTrade(new LotId("a"), Decimal.of(2), AT, Price.parse("4700")), TaxLotMethod.FIFO)
                .book()
                .trade(new LotTrade(new LotId("b"), Decimal.of(1), AT, Price.parse("4730")), TaxLotMethod.FIFO)
                .book();

        Position position = value(lots, "4720.25");

        assertThat(position.quantity()).isEqualTo(Decimal.of(3));
        assertThat(position.averagePrice()).isEqualTo(Price.parse("4710"));
        assertThat(position.marketValue()).isEqualTo(Money.parse("708037.5 USD"));
        assertThat(position.unrealizedPnl()).isEqualTo(Money.parse("1537.5 USD"));
    }

    @Test
    void values_a_short_position_negative() {
        LotBook lots = LotBook.EMPTY
                .trade(new LotTrade(new LotId("a"), Decimal.of(-1), AT, Price.parse("4700")), TaxLotMethod.FIFO)
                .book();

        Position position = value(lots, "4690");

        assertThat(position.marketValue()).isEqualTo(Money.parse("-234500 USD"));
        assertThat(position.unrealizedPnl()).isEqualTo(Money.parse("500 USD"));
        assertThat(position.averagePrice()).isEqualTo(Price.parse("4700"));
    }

    @Test
    void has_no_average_price_while_flat() {
        assertThat(value(LotBook.EMPTY, "4690").averagePrice()).isNull();
    }

    @Test
    void refuses_a_quantity_that_is_not_the_sum_of_its_lots() {
        Position flat = value(LotBook.EMPTY, "1");

        assertThatThrownBy(() -> new Position(
                        FUND,
                        FUTURE,
                        Decimal.ONE,
                        null,
                        flat.lastPrice(),
                        flat.marketValue(),
                        flat.unrealizedPnl(),
                        flat.realizedPnl(),
                        List.of(),
                        AT))
                .hasMessage("quantity must be the sum of the lots 0, was 1");
    }

    private static Position value(LotBook lots, String last) {
        return Position.value(FUND, FUTURE, lots, TERMS, Price.parse(last), Money.zero(Currency.USD), AT);
    }
}
