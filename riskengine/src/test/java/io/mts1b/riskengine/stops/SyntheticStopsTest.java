package io.mts1b.riskengine.stops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.positions.Position;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyntheticStopsTest {

    private static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    private static final FundId FUND = new FundId("alpha");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);

    private final SyntheticStops stops =
            new SyntheticStops(new StopDesk(new StrategyId("stops"), new BrokerId("paper"), new ActorId("riskengine")));

    @Test
    void a_long_position_is_sold_once_when_the_price_comes_down_to_its_stop() {
        assertThat(watch(100, "90.01")).isEmpty();

        Order exit = watch(100, "90").orElseThrow();

        assertThat(exit.side()).isEqualTo(Side.SELL);
        assertThat(exit.quantity()).isEqualTo(Quantity.of(100));
        assertThat(exit.thesis()).isEqualTo("the price 90 passed the stop at 90");
        assertThat(watch(100, "80")).isEmpty();
        assertThat(watch(40, "95")).isEmpty();
    }

    @Test
    void a_short_position_is_covered_when_the_price_goes_up_to_its_stop() {
        assertThat(watch(-100, "109.99")).isEmpty();

        Order exit = watch(-100, "110").orElseThrow();

        assertThat(exit.side()).isEqualTo(Side.COVER);
        assertThat(exit.quantity()).isEqualTo(Quantity.of(100));
    }

    @Test
    void a_new_position_has_a_new_stop() {
        assertThat(watch(100, "90")).isPresent();
        assertThat(watch(0, "90")).isEmpty();
        assertThat(watch(100, "90")).isPresent();
        assertThat(watch(-100, "110")).isPresent();
    }

    @Test
    void what_is_being_closed_already_is_not_closed_twice() {
        Optional<Order> rest = stops.watch(limits().build(), position(100, "90"), Quantity.of(60), NOW);
        SyntheticStops others = new SyntheticStops(
                new StopDesk(new StrategyId("stops"), new BrokerId("paper"), new ActorId("riskengine")));

        assertThat(rest.orElseThrow().quantity()).isEqualTo(Quantity.of(40));
        assertThat(others.watch(limits().build(), position(100, "90"), Quantity.of(100), NOW))
                .isEmpty();
    }

    @Test
    void the_envelope_says_whether_and_how_far() {
        assertThat(SyntheticStops.stop(limits().build(), position(100, "95"))).contains(Price.parse("90"));
        assertThat(SyntheticStops.stop(
                        limits().syntheticStop(Rate.parse("0.025")).build(), position(-100, "95")))
                .contains(Price.parse("102.5"));
        assertThat(SyntheticStops.stop(limits().enableSyntheticStop(false).build(), position(100, "95")))
                .isEmpty();
        assertThat(stops.watch(limits().enableSyntheticStop(false).build(), position(100, "1"), Quantity.ZERO, NOW))
                .isEmpty();
        assertThat(SyntheticStops.stop(limits().build(), position(0, "95"))).isEmpty();
    }

    @Test
    void refuses_the_limits_of_another_fund() {
        assertThatThrownBy(() ->
                        stops.watch(limits().fund(new FundId("beta")).build(), position(100, "90"), Quantity.ZERO, NOW))
                .hasMessage("limits must be those of alpha, were those of beta");
    }

    private Optional<Order> watch(long quantity, String price) {
        return stops.watch(limits().build(), position(quantity, price), Quantity.ZERO, NOW);
    }

    private static RiskEnvelopeBuilder limits() {
        return RiskEnvelope.builder(Money.parse("1000000 USD"))
                .envelopeId(new EnvelopeId("alpha"))
                .fund(FUND)
                .createdAt(NOW);
    }

    /** A position that was opened at 100. */
    private static Position position(long quantity, String last) {
        LotBook lots = quantity == 0
                ? LotBook.EMPTY
                : LotBook.EMPTY
                        .trade(
                                new LotTrade(new LotId("l"), Decimal.of(quantity), NOW, Price.parse("100")),
                                TaxLotMethod.FIFO)
                        .book();
        return Position.value(FUND, AAPL, lots, TERMS, Price.parse(last), Money.zero(Currency.USD), NOW);
    }
}
