package io.mts1b.portfolio.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Allocated;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Reason;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Refused;
import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DiscreteAllocatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"ppo20_common_window", "ppo20_full_ragged"})
    @Tag(SharedData.TAG)
    void buys_what_pyportfolioopt_buys(String file) throws IOException {
        JsonNode golden = new ObjectMapper()
                .readTree(Files.readString(SharedData.path("quant_goldens/pypfopt/" + file + ".json")));
        JsonNode weights = golden.at("/efficient_frontier/min_volatility/weights");
        JsonNode discrete = golden.path("discrete_allocation_100k_min_vol");
        List<String> names = new ArrayList<>();
        List<LotTarget> targets = new ArrayList<>();
        discrete.path("latest_prices").propertyStream().forEach(price -> {
            double weight = weights.path(price.getKey()).asDouble();
            if (weight > 1e-6) {
                names.add(price.getKey());
                targets.add(share(weight, price.getValue().asString()));
            }
        });

        for (DiscreteAllocator method : DiscreteAllocator.values()) {
            JsonNode expected = discrete.path(method == DiscreteAllocator.GREEDY ? "greedy_portfolio" : "lp_portfolio");
            Allocated allocated = allocated(method, targets, "100000");
            Map<String, Long> bought = new TreeMap<>();
            for (int asset = 0; asset < names.size(); asset++) {
                if (!allocated.quantities().get(asset).isZero()) {
                    bought.put(
                            names.get(asset), allocated.quantities().get(asset).unscaled());
                }
            }
            Map<String, Long> peer = new TreeMap<>();
            expected.path("allocation")
                    .propertyStream()
                    .forEach(lots -> peer.put(lots.getKey(), lots.getValue().asLong()));

            assertThat(bought).as(method.name()).isEqualTo(peer);
            assertThat(allocated.leftover().toReal())
                    .isCloseTo(expected.path("leftover").asDouble(), within(1e-7));
        }
    }

    @Test
    void the_exact_one_is_as_good_as_trying_everything() {
        ForAll.cases(random -> {
            int assets = random.nextInt(1, 5);
            List<LotTarget> targets = anyTargets(random, assets, random.nextBoolean() ? 1 : random.nextDouble());
            int cash = random.nextInt(1, 400);

            Allocated exact =
                    allocated(DiscreteAllocator.EXACT, targets, Decimal.of(cash).toString());
            Allocated greedy = allocated(
                    DiscreteAllocator.GREEDY, targets, Decimal.of(cash).toString());

            double best = leastDeviation(targets, 0, cash, cash);
            double tolerance = 1e-8 * cash + 1e-9;
            assertThat(exact.optimal()).isTrue();
            assertThat(exact.deviation()).isCloseTo(best, within(tolerance));
            assertThat(deviation(targets, exact, cash)).isCloseTo(best, within(tolerance));
            assertThat(greedy.deviation()).isGreaterThan(best - tolerance);
        });
    }

    @Test
    void gives_up_a_cheap_lot_to_round_up_a_dear_one() {
        // Nineteen lots of 1 leave the 100 that the first asset costs, of which 99.5 are wanted.
        List<LotTarget> targets = List.of(share(99.5 / 119, "100"), share(19.5 / 119, "1"));

        assertThat(allocated(DiscreteAllocator.EXACT, targets, "119").quantities())
                .containsExactly(Decimal.of(1), Decimal.of(19));
        // Twenty lots of 1 leave 99.5: one is given up, which greedy never does.
        List<LotTarget> tight = List.of(share(99.5 / 119.5, "100"), share(20.0 / 119.5, "1"));
        assertThat(allocated(DiscreteAllocator.EXACT, tight, "119.5").quantities())
                .containsExactly(Decimal.of(1), Decimal.of(19));
        assertThat(allocated(DiscreteAllocator.GREEDY, tight, "119.5")
                        .quantities()
                        .getFirst())
                .isEqualTo(Decimal.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void buys_whole_lots_and_tells_what_is_left(DiscreteAllocator method) {
        List<LotTarget> targets = List.of(
                new LotTarget(0.5, Price.parse("3"), Quantity.of(100)),
                new LotTarget(0.3, Price.parse("0.05"), Quantity.parse("0.5")));

        Allocated allocated = allocated(method, targets, "1000");

        // One lot of 300 and 12,000 of 0.025 fit. A second one of 300 is 100 beyond the target, but of 400 left.
        boolean exact = method == DiscreteAllocator.EXACT;
        assertThat(allocated.quantities()).containsExactly(Decimal.of(exact ? 200 : 100), Decimal.of(6000));
        assertThat(allocated.leftover()).isEqualTo(Decimal.of(exact ? 100 : 400));
        assertThat(allocated.deviation()).isCloseTo(exact ? 200 : 600, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void sells_short_and_pays_with_it_only_where_allowed(DiscreteAllocator method) {
        List<LotTarget> targets = List.of(share(1.3, "10"), share(-0.3, "7"));

        assertThat(method.allocate(targets, Decimal.of(1000), false))
                .isEqualTo(new Refused(Reason.LONGS_ABOVE_CASH, "long weights must sum to at most 1.0, summed to 1.3"));
        // 42 lots of 7 bring 294, and 1294 pay for 129 lots of 10.
        Allocated allocated = (Allocated) method.allocate(targets, Decimal.of(1000), true);
        assertThat(allocated.quantities()).containsExactly(Decimal.of(129), Decimal.of(-42));
        assertThat(allocated.shortProceeds()).isEqualTo(Decimal.of(294));
        assertThat(allocated.leftover()).isEqualTo(Decimal.of(4));
    }

    @ParameterizedTest
    @EnumSource
    void never_spends_more_than_there_is(DiscreteAllocator method) {
        ForAll.cases(200, random -> {
            List<LotTarget> targets = anyTargets(random, random.nextInt(1, 40), 1);
            long cash = random.nextLong(1, 1_000_000);

            Allocated allocated = allocated(method, targets, Decimal.of(cash).toString());

            Decimal spent = allocated.leftover();
            for (int asset = 0; asset < targets.size(); asset++) {
                Decimal quantity = allocated.quantities().get(asset);
                assertThat(quantity.signum()).isNotNegative();
                assertThat(quantity.isMultipleOf(targets.get(asset).lot().value()))
                        .isTrue();
                spent = spent.plus(quantity.times(targets.get(asset).price().value()));
            }
            assertThat(spent).isEqualTo(Decimal.of(cash));
            assertThat(method == DiscreteAllocator.EXACT).isEqualTo(allocated.optimal());
        });
    }

    @ParameterizedTest
    @EnumSource
    void refuses_by_name(DiscreteAllocator method) {
        assertThat(method.allocate(List.of(share(1, "0")), Decimal.of(1000), false))
                .isEqualTo(new Refused(Reason.PRICE_NOT_POSITIVE, "price of asset 0 must be positive, was 0"));
        assertThat(method.allocate(List.of(share(0.5, "1"), share(0.5, "-3")), Decimal.of(1000), false))
                .isEqualTo(new Refused(Reason.PRICE_NOT_POSITIVE, "price of asset 1 must be positive, was -3"));
        assertThat(method.allocate(List.of(share(1, "1")), Decimal.ZERO, false))
                .isEqualTo(new Refused(Reason.CASH_NOT_POSITIVE, "cash must be positive, was 0"));
        assertThat(method.allocate(List.of(share(1, "0.0000123456789")), Decimal.of(1_000_000_000), false))
                .isEqualTo(new Refused(
                        Reason.PRICE_TOO_SMALL,
                        "price of asset 0 must be worth counting beside 1000000000, was 0.0000123456789"));
        assertThatThrownBy(() -> share(Double.NaN, "1")).hasMessage("weight must be finite, was NaN");
        assertThatThrownBy(() -> new LotTarget(1, Price.parse("1"), Quantity.ZERO))
                .hasMessage("lot must be positive, was 0");
    }

    private static LotTarget share(double weight, String price) {
        return new LotTarget(weight, Price.parse(price), Quantity.of(1));
    }

    private static Allocated allocated(DiscreteAllocator method, List<LotTarget> targets, String cash) {
        return (Allocated) method.allocate(targets, Decimal.parse(cash), false);
    }

    private static List<LotTarget> anyTargets(RandomGenerator random, int assets, double total) {
        double[] weights = random.doubles(assets, 0.01, 1).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        List<LotTarget> targets = new ArrayList<>();
        for (double weight : weights) {
            Price price = new Price(new Decimal(random.nextLong(500, 12_000), 2));
            targets.add(new LotTarget(weight / sum * total, price, Quantity.of(random.nextInt(1, 3))));
        }
        return targets;
    }

    /** Tries every number of lots that the cash can pay. */
    private static double leastDeviation(List<LotTarget> targets, int asset, double cash, double left) {
        if (asset == targets.size()) {
            return left;
        }
        LotTarget target = targets.get(asset);
        double lot = target.price().value().times(target.lot().value()).toReal();
        double least = Double.POSITIVE_INFINITY;
        for (int lots = 0; lots * lot <= left + 1e-9; lots++) {
            double distance = Math.abs(target.weight() * cash - lots * lot);
            least = Math.min(least, distance + leastDeviation(targets, asset + 1, cash, left - lots * lot));
        }
        return least;
    }

    private static double deviation(List<LotTarget> targets, Allocated allocated, double cash) {
        double sum = allocated.leftover().toReal();
        for (int asset = 0; asset < targets.size(); asset++) {
            LotTarget target = targets.get(asset);
            Decimal value =
                    allocated.quantities().get(asset).times(target.price().value());
            sum += Math.abs(target.weight() * cash - value.toReal());
        }
        return sum;
    }
}
