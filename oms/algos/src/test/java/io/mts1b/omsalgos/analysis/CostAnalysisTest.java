package io.mts1b.omsalgos.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.analysis.CostAnalysis.Comparison;
import io.mts1b.platform.json.Json;
import io.mts1b.quantkit.execution.ImplementationShortfall;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostAnalysisTest {

    private static final InstrumentId ACME = InstrumentId.parse("ACME.XNAS");
    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

    private static ContractTerms terms(String multiplier) {
        return new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.parse(multiplier), Currency.USD);
    }

    private static Fill fill(Side side, Quantity quantity, Price price, String fee) {
        return Fill.builder()
                .fillId(FillId.parse("f"))
                .orderId(OrderId.parse("parent-1"))
                .instrument(ACME)
                .side(side)
                .quantity(quantity)
                .price(price)
                .fee(Money.parse(fee))
                .liquidity(Liquidity.TAKER)
                .at(START)
                .build();
    }

    private static Fill fill(Side side, long quantity, String price, String fee) {
        return fill(side, Quantity.of(quantity), Price.parse(price), fee);
    }

    private static ParentResult bought(String multiplier) {
        return new ParentResult(
                Side.BUY,
                Quantity.of(1_000),
                terms(multiplier),
                Price.parse("50"),
                Price.parse("50.10"),
                Price.parse("51"),
                List.of(fill(Side.BUY, 600, "50.20", "6 USD"), fill(Side.BUY, 200, "50.40", "2 USD")));
    }

    @Test
    void a_purchase_by_hand() {
        // Decided at 50, arrived at 50.10, bought 600 at 50.20 and 200 at 50.40 of 1000, ended at 51, paid 8.
        CostAnalysis costs = CostAnalysis.of(bought("1"), Price.parse("50.30"), Price.parse("50.25"));
        assertThat(costs.filled()).isEqualTo(Quantity.of(800));
        assertThat(costs.averagePrice()).isEqualTo(Price.parse("50.25"));
        assertThat(costs.delay()).isEqualTo(Money.parse("80 USD"));
        assertThat(costs.execution()).isEqualTo(Money.parse("120 USD"));
        assertThat(costs.opportunity()).isEqualTo(Money.parse("200 USD"));
        assertThat(costs.fees()).isEqualTo(Money.parse("8 USD"));
        assertThat(costs.total()).isEqualTo(Money.parse("408 USD"));
        // Of 50,000.
        assertThat(costs.totalBps()).isEqualTo(Decimal.parse("81.6"));
        // 800 at 50.25 against 50.10, 50.30, 50.25 and 51; in parts of their value at those prices.
        assertThat(costs.comparisons())
                .containsExactly(
                        comparison(Benchmark.ARRIVAL, "50.1", "120", "29.9401"),
                        comparison(Benchmark.VWAP, "50.3", "-40", "-9.9404"),
                        comparison(Benchmark.TWAP, "50.25", "0", "0"),
                        comparison(Benchmark.CLOSE, "51", "-600", "-147.0588"));
        assertThat(Json.read(Json.write(costs), CostAnalysis.class)).isEqualTo(costs);
    }

    private static Comparison comparison(Benchmark benchmark, String price, String cost, String bps) {
        return new Comparison(benchmark, Price.parse(price), Money.parse(cost + " USD"), Decimal.parse(bps));
    }

    @Test
    void contracts_count_by_their_multiplier() {
        assertThat(CostAnalysis.of(bought("50")).total()).isEqualTo(Money.parse("20008 USD"));
        assertThat(CostAnalysis.of(bought("50")).comparisons())
                .extracting(Comparison::benchmark)
                .containsExactly(Benchmark.ARRIVAL, Benchmark.CLOSE);
    }

    @Test
    void nothing_traded_is_opportunity_alone() {
        ParentResult missed = new ParentResult(
                Side.SHORT,
                Quantity.of(10),
                terms("1"),
                Price.parse("50"),
                Price.parse("49"),
                Price.parse("47"),
                List.of());
        CostAnalysis costs = CostAnalysis.of(missed);
        assertThat(costs.total()).isEqualTo(Money.parse("30 USD")).isEqualTo(costs.opportunity());
        assertThat(costs.averagePrice()).isNull();
        assertThat(costs.comparisons().getFirst().bps()).isNull();
    }

    @Test
    void agrees_with_the_estimate_in_real_numbers() {
        ForAll.cases(300, random -> {
            Side side = ForAll.oneOf(random, Side.values());
            List<Fill> fills = new ArrayList<>();
            int count = random.nextInt(0, 6);
            double[] quantities = new double[count];
            double[] prices = new double[count];
            for (int k = 0; k < count; k++) {
                Quantity quantity = Quantity.of(random.nextLong(1, 10_000));
                Price price = price(random.nextLong(9_000, 11_000));
                fills.add(fill(side, quantity, price, "-0.25 USD"));
                quantities[k] = side.sign() * quantity.value().toReal();
                prices[k] = price.value().toReal();
            }
            Quantity wanted =
                    fills.stream().map(Fill::quantity).reduce(Quantity.of(random.nextLong(1, 5_000)), Quantity::plus);
            Price decision = price(random.nextLong(9_000, 11_000));
            Price arrival = price(random.nextLong(9_000, 11_000));
            Price close = price(random.nextLong(9_000, 11_000));
            CostAnalysis exact =
                    CostAnalysis.of(new ParentResult(side, wanted, terms("1"), decision, arrival, close, fills));
            ImplementationShortfall estimate = ImplementationShortfall.of(
                    side.sign() * wanted.value().toReal(),
                    decision.value().toReal(),
                    arrival.value().toReal(),
                    close.value().toReal(),
                    quantities,
                    prices,
                    -0.25 * count);
            assertThat(exact.delay().amount().toReal()).isCloseTo(estimate.delay(), within(1e-6));
            assertThat(exact.execution().amount().toReal()).isCloseTo(estimate.trading(), within(1e-6));
            assertThat(exact.opportunity().amount().toReal()).isCloseTo(estimate.opportunity(), within(1e-6));
            assertThat(exact.fees().amount().toReal()).isCloseTo(estimate.fees(), within(1e-6));
            assertThat(exact.total().amount().toReal()).isCloseTo(estimate.total(), within(1e-6));
        });
    }

    private static Price price(long cents) {
        return new Price(new Decimal(cents, 2));
    }

    private static Trade trade(long second, String price, long quantity) {
        return new Trade(
                "t", ACME, Price.parse(price), Quantity.of(quantity), Aggressor.BUYER, START.plusSeconds(second));
    }

    @Test
    void means_of_the_market_by_hand() {
        List<Trade> trades =
                List.of(trade(-5, "9", 100), trade(10, "10", 100), trade(40, "13", 300), trade(70, "20", 1));
        Instant end = START.plusSeconds(60);
        // 100 at 10 and 300 at 13.
        assertThat(MarketPrices.vwap(trades, START, end)).contains(Price.parse("12.25"));
        // 10 seconds at 9, 30 at 10, 20 at 13: 650 / 60.
        assertThat(MarketPrices.twap(trades, START, end)).contains(Price.parse("10.83333333"));
        assertThat(MarketPrices.twap(trades.subList(1, 2), START, end)).contains(Price.parse("10"));
        assertThat(MarketPrices.vwap(trades.subList(0, 1), START, end)).isEmpty();
        assertThat(MarketPrices.twap(List.of(), START, end)).isEmpty();
        assertThat(MarketPrices.twap(trades.subList(3, 4), START, end)).isEmpty();
    }

    @Test
    void bad_input_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParentResult(
                        Side.BUY,
                        Quantity.of(1),
                        terms("1"),
                        Price.parse("1"),
                        Price.parse("1"),
                        Price.parse("1"),
                        List.of(fill(Side.BUY, 2, "1", "0 USD"))))
                .withMessage("fills must not exceed 1, were 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParentResult(
                        Side.SELL,
                        Quantity.of(2),
                        terms("1"),
                        Price.parse("1"),
                        Price.parse("1"),
                        Price.parse("1"),
                        List.of(fill(Side.BUY, 2, "1", "0 USD"))))
                .withMessageStartingWith("fills must be of side SELL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostAnalysis.of(new ParentResult(
                        Side.BUY,
                        Quantity.of(2),
                        terms("1"),
                        Price.parse("1"),
                        Price.parse("1"),
                        Price.parse("1"),
                        List.of(fill(Side.BUY, 2, "1", "1 EUR")))))
                .withMessage("currency must be USD, was EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MarketPrices.vwap(List.of(trade(2, "1", 1), trade(1, "1", 1)), START, START.plusSeconds(9)))
                .withMessage("trades must be in the order of time, were not at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketPrices.twap(List.of(), START, START))
                .withMessageStartingWith("from must be before to");
    }
}
