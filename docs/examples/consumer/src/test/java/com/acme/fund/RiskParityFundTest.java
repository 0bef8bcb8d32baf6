package com.acme.fund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.rebalancing.PlannedTrade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RiskParityFundTest {

    private static final InstrumentId CALM = InstrumentId.parse("CALM.XNYS");
    private static final InstrumentId WILD = InstrumentId.parse("WILD.XNYS");
    private static final Money NAV = Money.parse("100010 USD");

    /** Returns of 1 % up and down, and of 2 %: a quarter of the variance, so four times the weight. */
    private static final double[][] HISTORIES = {
        {100, 101, 99.99, 100.9899, 99.980001}, {50, 51, 49.98, 48.9804, 49.960008},
    };

    private final RiskParityFund fund = new RiskParityFund(List.of(share(CALM), share(WILD)));

    @Test
    void sells_first_and_holds_four_fifths_of_what_moves_half_as_much() {
        TreeMap<InstrumentId, Decimal> held = new TreeMap<>(Map.of(WILD, Decimal.parse("1000")));
        MarketSnapshot market =
                MarketSnapshot.of(Instant.EPOCH, Map.of(CALM, Price.parse("100"), WILD, Price.parse("50")));

        assertEquals(
                List.of(
                        // A fifth, 20 002 USD, at 50 is 400 of the 1000 held; four fifths, 80 008 USD, at 100 are 800.
                        new PlannedTrade(WILD, Side.SELL, Quantity.parse("600")),
                        new PlannedTrade(CALM, Side.BUY, Quantity.parse("800"))),
                fund.rebalance(HISTORIES, market, NAV, held));
    }

    @Test
    void says_which_instrument_has_no_price() {
        MarketSnapshot market = MarketSnapshot.of(Instant.EPOCH, Map.of(CALM, Price.parse("100")));

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> fund.rebalance(HISTORIES, market, NAV, new TreeMap<InstrumentId, Decimal>()));

        assertEquals("WILD.XNYS cannot be sized: NO_PRICE", refused.getMessage());
    }

    private static Instrument share(InstrumentId id) {
        return new Instrument.Equity(
                id, new ContractTerms(Price.parse("0.01"), Quantity.parse("1"), Decimal.ONE, Currency.USD));
    }
}
