package io.mts1b.foundation.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void is_never_negative() {
        assertThatThrownBy(() -> Quantity.parse("-0.1")).hasMessage("quantity must not be negative, was -0.1");
        assertThatThrownBy(() -> Quantity.of(1).minus(Quantity.of(2)))
                .hasMessage("quantity must not be negative, was -1");
        assertThat(Quantity.of(2).minus(Quantity.of(2)).isZero()).isTrue();
    }

    @Test
    void crosses_the_market_making_wire_exactly_or_refuses() {
        assertThat(Quantity.parse("0.015").toWire1e8()).isEqualTo(1_500_000);
        assertThat(Quantity.ofWire1e8(1_500_000)).isEqualTo(Quantity.parse("0.015"));
        assertThatThrownBy(() -> Quantity.parse("0.000000001").toWire1e8())
                .hasMessage("0.000000001 has more than 8 decimals");
        assertThatThrownBy(() -> Quantity.ofWire1e8(-1)).isInstanceOf(IllegalArgumentException.class);
        ForAll.cases(random -> {
            long wire = ForAll.anyLong(random) & Long.MAX_VALUE;
            assertThat(Quantity.ofWire1e8(wire).toWire1e8()).isEqualTo(wire);
        });
    }

    @Test
    void adds_and_picks_the_smaller() {
        assertThat(Quantity.parse("1.5").plus(Quantity.parse("0.50"))).isEqualTo(Quantity.of(2));
        assertThat(Quantity.of(3).min(Quantity.of(2))).isEqualTo(Quantity.of(2));
        assertThat(Quantity.of(2).min(Quantity.of(3))).isEqualTo(Quantity.of(2));
    }
}
