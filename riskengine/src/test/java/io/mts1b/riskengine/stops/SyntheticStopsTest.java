package io.mts1b.riskengine.stops;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyntheticStopsTest {

    private static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");

    @Test
    void a_long_position_passes_its_stop_when_the_price_comes_down_to_it() {
        assertThat(passed(100, "90.01")).isEmpty();
        assertThat(passed(100, "90")).contains(Price.parse("90"));
        assertThat(passed(100, "80")).contains(Price.parse("90"));
        assertThat(passed(100, "110")).isEmpty();
    }

    @Test
    void a_short_position_passes_its_stop_when_the_price_goes_up_to_it() {
        assertThat(passed(-100, "109.99")).isEmpty();
        assertThat(passed(-100, "110")).contains(Price.parse("110"));
        assertThat(passed(-100, "90")).isEmpty();
    }

    @Test
    void the_stop_is_away_from_the_average_of_the_lots() {
        LotBook two = held(100, "100")
                .trade(new LotTrade(new LotId("m"), Decimal.of(300), NOW, Price.parse("120")), TaxLotMethod.FIFO)
                .book();

        assertThat(SyntheticStops.stop(limits().build(), two)).contains(Price.parse("103.5"));
    }

    @Test
    void the_envelope_says_whether_and_how_far() {
        RiskEnvelope near = limits().syntheticStop(Rate.parse("0.025")).build();
        RiskEnvelope none = limits().enableSyntheticStop(false).build();

        assertThat(SyntheticStops.stop(limits().build(), held(100, "100"))).contains(Price.parse("90"));
        assertThat(SyntheticStops.stop(near, held(-100, "100"))).contains(Price.parse("102.5"));
        assertThat(SyntheticStops.stop(none, held(100, "100"))).isEmpty();
        assertThat(SyntheticStops.passed(none, held(100, "100"), Price.parse("1")))
                .isEmpty();
        assertThat(SyntheticStops.stop(limits().build(), LotBook.EMPTY)).isEmpty();
    }

    @Test
    void a_position_closes_against_the_other_side_of_the_market() {
        assertThat(SyntheticStops.closing(quote("89", "91"), held(100, "100"))).isEqualTo(Price.parse("89"));
        assertThat(SyntheticStops.closing(quote("89", "91"), held(-100, "100"))).isEqualTo(Price.parse("91"));
    }

    private static Optional<Price> passed(long quantity, String price) {
        return SyntheticStops.passed(limits().build(), held(quantity, "100"), Price.parse(price));
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(AAPL, Price.parse(bid), Price.parse(ask), Quantity.of(1), Quantity.of(1), NOW);
    }

    private static RiskEnvelopeBuilder limits() {
        return RiskEnvelope.builder(Money.parse("1000000 USD"))
                .envelopeId(new EnvelopeId("alpha"))
                .fund(new FundId("alpha"))
                .createdAt(NOW);
    }

    private static LotBook held(long quantity, String price) {
        return LotBook.EMPTY
                .trade(new LotTrade(new LotId("l"), Decimal.of(quantity), NOW, Price.parse(price)), TaxLotMethod.FIFO)
                .book();
    }
}
