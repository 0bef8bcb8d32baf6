package io.mts1b.marketdata.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.platform.random.RandomStreams;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {

    private static final List<LocalDate> DAYS =
            IntStream.range(0, 800).mapToObj(LocalDate.of(2010, 1, 1)::plusDays).toList();

    @Test
    void is_the_same_for_the_same_seed_and_another_for_another() {
        assertThat(simulate(7)).isEqualTo(simulate(7)).isNotEqualTo(simulate(8));
    }

    /** Pinned, so that a change of the numbers is a decision and not an accident. */
    @Test
    void has_the_prices_it_always_had() {
        DailySeries first = simulate(1).series().getFirst();

        assertThat(first.bars().getFirst().range())
                .hasToString("PriceRange[open=45.65, high=47.94, low=45.38, close=47.65]");
    }

    @Test
    void says_that_it_is_simulated() {
        assertThat(simulate(7).simulated()).isTrue();
        assertThat(simulate(7).understood())
                .containsExactly("simulated market, seed 7: 8 shares, 800 sessions, 2010-01-01 to 2012-03-10");
    }

    @Test
    void lists_a_quarter_of_the_shares_later() {
        assertThat(simulate(7).series().stream().filter(s -> s.bars().size() < DAYS.size()))
                .hasSize(2);
    }

    @Test
    void does_not_change_a_share_when_others_join() {
        SimulatedMarket market = new SimulatedMarket(new RandomStreams(3));

        assertThat(market.simulate(2, DAYS).series().getFirst())
                .isEqualTo(market.simulate(1, DAYS).series().getFirst());
    }

    @Test
    void normal_numbers_have_the_moments_of_the_normal_law() {
        SplittableRandom random = new SplittableRandom(1);
        double[] sums = new double[4];
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            double x = Normal.next(random);
            for (int k = 0; k < 4; k++) {
                sums[k] += StrictMath.pow(x, k + 1) / count;
            }
        }

        assertThat(sums[0]).isCloseTo(0, within(0.01));
        assertThat(sums[1]).isCloseTo(1, within(0.02));
        assertThat(sums[2]).isCloseTo(0, within(0.03));
        assertThat(sums[3]).isCloseTo(3, within(0.1));
    }

    @Test
    void refuses_nothing_to_simulate() {
        SimulatedMarket market = new SimulatedMarket(new RandomStreams(3));

        assertThatThrownBy(() -> market.simulate(0, DAYS)).hasMessage("shares must be in [1, 999], was 0");
        assertThatThrownBy(() -> market.simulate(1, List.of())).hasMessage("sessions must not be empty");
    }

    private static DailyBars simulate(long seed) {
        return new SimulatedMarket(new RandomStreams(seed)).simulate(8, DAYS);
    }
}
