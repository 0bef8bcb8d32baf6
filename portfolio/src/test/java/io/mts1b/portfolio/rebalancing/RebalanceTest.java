package io.mts1b.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RebalanceTest {

    @Test
    void closes_before_it_opens() {
        List<PlannedTrade> trades = Rebalance.plan(
                positions("A 100", "B -50", "C 10", "D 5"), positions("A 40", "B 20", "C 10", "D 0", "E -7", "F 30"));

        assertThat(trades.stream()
                        .map(t -> t.side() + " " + t.quantity() + " "
                                + t.instrument().symbol()))
                .containsExactly("SELL 60 A", "COVER 50 B", "SELL 5 D", "BUY 20 B", "SHORT 7 E", "BUY 30 F");
    }

    @Test
    void leaves_alone_what_nobody_wishes_about() {
        assertThat(Rebalance.plan(positions("A 100"), positions())).isEmpty();
    }

    @Test
    void adds_to_shorts_and_reduces_them() {
        assertThat(Rebalance.plan(positions("A -10", "B -10"), positions("A -15", "B -4")).stream()
                        .map(t -> t.side() + " " + t.quantity()))
                .containsExactly("COVER 6", "SHORT 5");
    }

    @Test
    void leads_exactly_to_what_is_wanted() {
        ForAll.cases(random -> {
            SortedMap<InstrumentId, Decimal> held = any(random);
            SortedMap<InstrumentId, Decimal> wanted = any(random);

            SortedMap<InstrumentId, Decimal> after = new TreeMap<>(held);
            for (PlannedTrade trade : Rebalance.plan(held, wanted)) {
                Decimal before = after.getOrDefault(trade.instrument(), Decimal.ZERO);
                Decimal now = before.plus(trade.side().signed(trade.quantity()));
                // No trade crosses zero: one closes, another opens.
                assertThat(before.signum() * now.signum()).isNotNegative();
                assertThat(now.abs().compareTo(before.abs()) > 0)
                        .isEqualTo(trade.side().opens());
                after.put(trade.instrument(), now);
            }

            wanted.forEach((instrument, quantity) ->
                    assertThat(after.getOrDefault(instrument, Decimal.ZERO)).isEqualTo(quantity));
        });
    }

    private static SortedMap<InstrumentId, Decimal> any(RandomGenerator random) {
        SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
        for (char name = 'A'; name < 'F'; name++) {
            if (random.nextBoolean()) {
                positions.put(InstrumentId.parse(name + ".X"), Decimal.of(random.nextLong(-5, 6)));
            }
        }
        return positions;
    }

    private static SortedMap<InstrumentId, Decimal> positions(String... texts) {
        SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
        for (String text : texts) {
            String[] parts = text.split(" ", -1);
            positions.put(InstrumentId.parse(parts[0] + ".X"), Decimal.parse(parts[1]));
        }
        return positions;
    }
}
