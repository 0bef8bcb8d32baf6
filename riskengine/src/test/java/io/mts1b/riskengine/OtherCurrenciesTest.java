package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.AAPL;
import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.SAP;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.RiskEngine.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherCurrenciesTest {

    private static final Currency EUR = new Currency("EUR");
    private static final InstrumentId EURUSD = InstrumentId.parse("EUR/USD.IDEALPRO");
    private static final InstrumentId USDEUR = InstrumentId.parse("USD/EUR.IDEALPRO");

    @Test
    void without_a_rate_an_instrument_of_another_currency_is_denied() {
        World world = new World().instrument(share()).priced(SAP, "50");

        assertThat(denials(order(Side.BUY, 1).instrument(SAP).build(), world))
                .contains(new Denial.OtherCurrency(Currency.USD, EUR), new Denial.NoPrice(SAP));
        // What is held and cannot be counted denies what would add to it, whatever that is.
        assertThat(denials(order(Side.BUY, 1).instrument(AAPL).build(), world.holds(SAP, 1)))
                .containsExactly(new Denial.NoPrice(SAP));
    }

    @Test
    void an_order_counts_at_the_last_rate() {
        World world = new World()
                .instrument(share())
                .priced(SAP, "100")
                .instrument(pair(EURUSD, EUR, Currency.USD))
                .priced(EURUSD, "1.25")
                .limits(limits -> limits.maxOrderNotional(Money.parse("12500 USD")));

        assertThat(denials(order(Side.BUY, 100).instrument(SAP).build(), world)).isEmpty();
        assertThat(denials(order(Side.BUY, 101).instrument(SAP).build(), world))
                .containsExactly(
                        new Denial.OrderNotionalAboveLimit(Money.parse("12500 USD"), Money.parse("12625 USD")));
        world.priced(EURUSD, "1.26");
        assertThat(denials(order(Side.BUY, 100).instrument(SAP).build(), world))
                .containsExactly(
                        new Denial.OrderNotionalAboveLimit(Money.parse("12500 USD"), Money.parse("12600 USD")));
    }

    @Test
    void what_is_held_follows_the_rate_also_of_the_pair_the_other_way_round() {
        // 10,000 at 50 euros are 500,000 euros.
        World world = new World()
                .instrument(share())
                .holds(SAP, 10_000)
                .instrument(pair(USDEUR, Currency.USD, EUR))
                .limits(limits -> limits.maxGrossExposure(Rate.parse("0.7")));
        Order buy = order(Side.BUY, 1_000).build();

        assertThat(denials(buy, world)).containsExactly(new Denial.NoPrice(SAP));
        // A euro is 1.25 dollars: 625,000 dollars are held, and 100,000 would come.
        world.priced(USDEUR, "0.8");
        assertThat(denials(buy, world)).singleElement().asString().contains("actual=0.725]");
        world.priced(USDEUR, "1");
        assertThat(denials(buy, world)).isEmpty();
    }

    private static Instrument share() {
        return new Instrument.Equity(SAP, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, EUR));
    }

    private static Instrument pair(InstrumentId id, Currency base, Currency quote) {
        return new Instrument.FxPair(
                id, new ContractTerms(Price.parse("0.0001"), Quantity.of(1), Decimal.ONE, quote), base);
    }

    private static List<Denial> denials(Order order, World world) {
        return new RiskEngine(Mode.REPORT_ALL).review(order, world, NOW).decision()
                        instanceof RiskDecision.Denied denied
                ? denied.denials()
                : List.of();
    }
}
