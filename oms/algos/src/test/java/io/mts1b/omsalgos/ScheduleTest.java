package io.mts1b.omsalgos;

import static io.mts1b.omsalgos.Orders.buy;
import static io.mts1b.omsalgos.Orders.quote;
import static io.mts1b.omsalgos.Orders.start;
import static io.mts1b.omsalgos.Orders.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import io.mts1b.omsalgos.Rehearsal.Planned;
import io.mts1b.quantkit.execution.AlmgrenChriss.Schedule;
import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schedules worked by hand, and what each of their parameters does. */
class ScheduleTest {

    private static final Rehearsal QUIET =
            new Rehearsal(Price.parse("10"), Quantity.of(1_000_000), Quantity.ZERO, VolumeProfile.uniform(1));

    /** Almgren and Chriss (2000), table 1: a million shares in five days, five trades. */
    private static final ImpactModel PUBLISHED = new ImpactModel(Duration.ofDays(1), 0.95, 0.0625, 2.5e-7, 2.5e-6);

    private static List<Planned> plan(AlgoInput.Started start) {
        return QUIET.plan(start, Desk.RANDOM).children();
    }

    private static List<String> quantities(AlgoInput.Started start) {
        return plan(start).stream()
                .map(planned -> planned.order().quantity().toString())
                .toList();
    }

    private static List<Long> seconds(AlgoInput.Started start) {
        return plan(start).stream().map(planned -> planned.after().toSeconds()).toList();
    }

    private static Algo twap(int seconds, int slices, String jitter) {
        return new Algo.Twap(Duration.ofSeconds(seconds), slices, Rate.parse(jitter), ChildType.MARKETABLE_LIMIT);
    }

    private static Algo vwap(int seconds, Double... weights) {
        return new Algo.Vwap(
                Duration.ofSeconds(seconds), new VolumeProfile(List.of(weights)), ChildType.MARKETABLE_LIMIT);
    }

    @Test
    void twap_trades_as_much_in_each_slice_and_the_lots_that_do_not_divide_in_between() {
        // 100 in 3: until 33.3, 66.7 and 100 shares are out, so 33, 67 and 100.
        assertThat(quantities(buy(100, null, twap(60, 3, "0")))).containsExactly("33", "34", "33");
        assertThat(seconds(buy(100, null, twap(60, 3, "0")))).containsExactly(0L, 20L, 40L);
        assertThat(seconds(buy(100, null, twap(120, 3, "0")))).containsExactly(0L, 40L, 80L);
        // Fewer lots than slices: until 0.4, 0.8, 1.2, 1.6 and 2, of which halves are rounded up.
        assertThat(seconds(buy(2, null, twap(50, 5, "0")))).containsExactly(10L, 30L);
    }

    @Test
    void jitter_starts_slices_late_by_a_part_of_their_length_and_the_same_in_each_run() {
        List<Long> none = seconds(buy(100, null, twap(1_000, 10, "0")));
        List<Long> some = seconds(buy(100, null, twap(1_000, 10, "0.5")));
        assertThat(some).isNotEqualTo(none).isEqualTo(seconds(buy(100, null, twap(1_000, 10, "0.5"))));
        for (int k = 0; k < 10; k++) {
            assertThat(some.get(k)).isBetween(none.get(k), none.get(k) + 50);
        }
        assertThat(some.stream().mapToLong(late -> late % 100).max().orElseThrow())
                .as("not all at once")
                .isGreaterThan(20);
        assertThat(quantities(buy(100, null, twap(1_000, 10, "1")))).hasSize(10).containsOnly("10");
        // Slices of 100 ms, late by up to 10.
        plan(buy(100, null, twap(1, 10, "0.1")))
                .forEach(planned -> assertThat(planned.after().toMillis() % 100).isLessThan(10));
    }

    @Test
    void vwap_trades_as_the_profile_does() {
        assertThat(quantities(buy(100, null, vwap(60, 1.0, 2.0, 3.0, 4.0)))).containsExactly("10", "20", "30", "40");
        assertThat(seconds(buy(100, null, vwap(60, 1.0, 2.0, 3.0, 4.0)))).containsExactly(0L, 15L, 30L, 45L);
        assertThat(seconds(buy(100, null, vwap(60, 1.0, 0.0, 0.0, 1.0)))).containsExactly(0L, 45L);
    }

    @Test
    void a_profile_is_estimated_from_the_shape_of_days_and_not_from_their_size() {
        // (1/4 + 3/4) / 2 and (3/4 + 1/4) / 2, though the second day traded ten times as much.
        VolumeProfile profile = VolumeProfile.estimated(List.of(List.of(1.0, 3.0), List.of(30.0, 10.0)));
        assertThat(profile.weights().get(0)).isCloseTo(0.5, within(1e-15));
        assertThat(profile.weights().get(1)).isCloseTo(0.5, within(1e-15));
        assertThat(VolumeProfile.uniform(4).weights()).containsExactly(1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void almgren_chriss_follows_the_published_schedule() {
        // The holdings of quantkit's model, which its own tests hold against the paper, to half a share.
        Schedule model = PUBLISHED.of(1e6, Duration.ofDays(5), 5).schedule(1e-6);
        List<Planned> planned = plan(buy(
                1_000_000,
                null,
                new Algo.AlmgrenChriss(Duration.ofDays(5), 5, PUBLISHED, 1e-6, ChildType.MARKETABLE_LIMIT)));
        assertThat(planned).hasSize(5);
        for (int k = 0; k < 5; k++) {
            assertThat(1e6 - planned.get(k).filled().value().toReal())
                    .isCloseTo(model.holdings().get(k + 1), within(0.51));
        }
        // The paper's kappa is 0.61 per day, so 429,000 are left after the first day by its figure 2.
        assertThat(planned.getFirst().order().quantity()).isBetween(Quantity.of(450_000), Quantity.of(480_000));
    }

    @Test
    void almgren_chriss_by_hand() {
        // kappa s = acosh(1 + 0.5 * 1) with lambda sigma^2 s^2 / eta = 1, so 0.962424; two steps: sinh k / sinh 2k =
        // 1/3.
        ImpactModel impact = new ImpactModel(Duration.ofSeconds(30), 1, 0, 0, 1);
        Algo risky = new Algo.AlmgrenChriss(Duration.ofSeconds(60), 2, impact, 1, ChildType.MARKETABLE_LIMIT);
        assertThat(quantities(buy(300, null, risky))).containsExactly("200", "100");
        Algo even = new Algo.AlmgrenChriss(Duration.ofSeconds(60), 3, impact, 0, ChildType.MARKETABLE_LIMIT);
        assertThat(quantities(buy(300, null, even))).containsExactly("100", "100", "100");
        assertThat(seconds(buy(300, null, even))).containsExactly(0L, 20L, 40L);
        // Each figure of the model changes the schedule as it should: the first slice of 300.
        assertThat(first(new ImpactModel(Duration.ofSeconds(30), 2, 0, 0, 1))).isGreaterThan(200);
        assertThat(first(new ImpactModel(Duration.ofSeconds(30), 1, 0, 0, 2))).isLessThan(200);
        assertThat(first(new ImpactModel(Duration.ofSeconds(30), 1, 0, 1, 1))).isGreaterThan(200);
        assertThat(first(new ImpactModel(Duration.ofSeconds(60), 1, 0, 0, 1))).isLessThan(200);
        // The spread is paid however slowly one trades.
        assertThat(first(new ImpactModel(Duration.ofSeconds(30), 1, 5, 0, 1))).isEqualTo(200);
    }

    private static long first(ImpactModel impact) {
        Algo algo = new Algo.AlmgrenChriss(Duration.ofSeconds(60), 2, impact, 1, ChildType.MARKETABLE_LIMIT);
        return Long.parseLong(quantities(buy(300, null, algo)).getFirst());
    }

    private static Algo shortfall(double aversion, double adaptation, String arrival) {
        return new Algo.ImplementationShortfall(
                Duration.ofSeconds(60),
                6,
                new ImpactModel(Duration.ofSeconds(60), 0.1, 0, 0, 0.0001),
                aversion,
                adaptation,
                arrival.isEmpty() ? null : Price.parse(arrival),
                ChildType.MARKETABLE_LIMIT);
    }

    @Test
    void shortfall_without_adaptation_is_almgren_chriss() {
        // The best schedule for what is left is the rest of the best schedule.
        ForAll.cases(50, random -> {
            double aversion = random.nextDouble() * 0.2;
            long quantity = random.nextLong(100, 1_000_000);
            List<Planned> anew = plan(buy(quantity, null, shortfall(aversion, 0, "")));
            Algo once = new Algo.AlmgrenChriss(
                    Duration.ofSeconds(60),
                    6,
                    new ImpactModel(Duration.ofSeconds(60), 0.1, 0, 0, 0.0001),
                    aversion,
                    ChildType.MARKETABLE_LIMIT);
            List<Planned> planned = plan(buy(quantity, null, once));
            for (int k = 0; k < Math.min(anew.size(), planned.size()); k++) {
                assertThat(anew.get(k).filled().value().toReal())
                        .isCloseTo(planned.get(k).filled().value().toReal(), within(4.0));
            }
        });
    }

    @Test
    void shortfall_hurries_when_the_price_is_better_than_on_arrival() {
        // The market is at 10; a buyer who arrived at 10.10 is one deviation to the good.
        long even = firstOf(shortfall(0.01, 1, "10"));
        assertThat(firstOf(shortfall(0.01, 1, "10.10"))).isGreaterThan(even);
        assertThat(firstOf(shortfall(0.01, 1, "9.90"))).isLessThan(even);
        assertThat(firstOf(shortfall(0.01, -1, "10.10"))).isLessThan(even);
        assertThat(firstOf(shortfall(0.02, 1, "10"))).isGreaterThan(even);
        assertThat(firstOf(shortfall(0.01, 3, ""))).as("arrived now").isEqualTo(even);
        // One deviation doubles nothing by itself: it multiplies the risk aversion by e.
        assertThat(firstOf(shortfall(0.01, 1, "10.10"))).isEqualTo(firstOf(shortfall(0.01 * Math.E, 0, "10")));
        // A seller is to the good when the price is higher.
        AlgoInput.Started sold =
                start(Orders.order(Side.SELL, 60_000, null), shortfall(0.01, 1, "9.90"), ExecutionLimits.NONE);
        assertThat(Long.parseLong(quantities(sold).getFirst())).isGreaterThan(even);
        // Extreme moves are all at once, not an error.
        assertThat(firstOf(shortfall(1e300, 100, "10000"))).isEqualTo(60_000);
    }

    private static long firstOf(Algo algo) {
        return Long.parseLong(quantities(buy(60_000, null, algo)).getFirst());
    }

    /** Trades 1,000 in ten minutes, a fifth, two fifths, a fifth and a fifth. */
    private static final Rehearsal MARKET = new Rehearsal(
            Price.parse("10"), Quantity.of(100), Quantity.of(1_000), new VolumeProfile(List.of(1.0, 2.0, 1.0, 1.0)));

    private static final Algo TENTH =
            new Algo.Pov(Rate.parse("0.1"), Duration.ofMinutes(1), Duration.ofMinutes(10), ChildType.MARKETABLE_LIMIT);

    @Test
    void pov_trades_its_part_of_the_volume() {
        assertThat(MARKET.plan(buy(1_000, null, TENTH), Desk.RANDOM).children())
                .extracting(planned -> planned.order().quantity().toString())
                .containsExactly("20", "40", "20", "20");
        assertThat(MARKET.plan(buy(1_000, null, TENTH), Desk.RANDOM).end())
                .isEqualTo(new AlgoCommand.Finish(FinishReason.HORIZON_OVER, Quantity.of(100), Quantity.of(900)));
    }

    @Test
    void what_pov_owes_below_the_smallest_child_waits_for_more() {
        AlgoInput.Started start =
                start(Orders.order(Side.BUY, 1_000, null), TENTH, ExecutionLimits.NONE.withLeastChild(Quantity.of(50)));
        // 20 and 40 are owed, and then 20 and 20.
        assertThat(MARKET.plan(start, Desk.RANDOM).children())
                .extracting(planned -> planned.order().quantity().toString())
                .containsExactly("60");
    }

    @Test
    void slices_below_the_smallest_child_wait_for_each_other() {
        ExecutionLimits limits = ExecutionLimits.NONE.withLeastChild(Quantity.of(25));
        AlgoInput.Started start = start(Orders.order(Side.BUY, 100, null), twap(100, 10, "0"), limits);
        // 10 shares a slice: 30 are due with the third, 30 with the sixth, 30 with the ninth, and the last is the rest.
        assertThat(quantities(start)).containsExactly("30", "30", "30", "10");
        assertThat(seconds(start)).containsExactly(20L, 50L, 80L, 90L);
    }

    @Test
    void what_a_pause_missed_and_an_amendment_adds_is_spread_over_the_slices_left() {
        Desk desk = new Desk(buy(100, null, twap(100, 10, "0")));
        assertThat(desk.fill(quote("9.99", "10.00"), tick(10))).containsExactly("10", "10");
        assertThat(desk.fill(new AlgoInput.Paused(Orders.after(11)), tick(20), tick(50)))
                .isEmpty();
        // 80 are left for the four slices from 60 seconds on.
        assertThat(desk.fill(new AlgoInput.Resumed(Orders.after(55)))).isEmpty();
        assertThat(desk.fill(tick(60), tick(70))).containsExactly("20", "20");
        assertThat(desk.fill(new AlgoInput.Amended(Quantity.of(200), null, Orders.after(71))))
                .isEmpty();
        assertThat(desk.fill(tick(80), tick(90))).containsExactly("70", "70");
        assertThat(Desk.text(desk.said).getLast()).isEqualTo("FILLED 200/0");
    }
}
