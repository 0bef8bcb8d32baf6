package io.mts1b.foundation.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    @Test
    void may_be_negative() {
        assertThat(Price.parse("-37.63").isPositive()).isFalse();
        assertThat(Price.parse("-37.63")).isLessThan(Price.parse("0.01"));
    }

    @Test
    void counts_ticks_or_refuses() {
        Price tick = Price.parse("0.25");

        assertThat(Price.parse("101.75").toTicks(tick)).isEqualTo(407);
        assertThat(Price.parse("-0.5").toTicks(tick)).isEqualTo(-2);
        assertThat(Price.ofTicks(407, tick)).isEqualTo(Price.parse("101.75"));
        assertThatThrownBy(() -> Price.parse("101.80").toTicks(tick))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("price must be a multiple of the tick 0.25, was 101.8");
        assertThatThrownBy(() -> Price.parse("1").toTicks(Price.parse("0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "50000, 50000000000000",
        "0.000000001, 1",
        "0, 0",
        "9223372036.854775807, 9223372036854775807",
        "18446744073, 18446744073000000000"
    })
    void crosses_the_market_making_wire_exactly(String price, String unsigned) {
        long wire = Long.parseUnsignedLong(unsigned);

        assertThat(Price.parse(price).toWire1e9()).isEqualTo(wire);
        assertThat(Price.ofWire1e9(wire)).isEqualTo(Price.parse(price));
    }

    @Test
    void refuses_what_the_wire_cannot_carry() {
        assertThatThrownBy(() -> Price.parse("-1").toWire1e9())
                .hasMessage("price must not be negative on the wire, was -1");
        assertThatThrownBy(() -> Price.parse("0.0000000001").toWire1e9())
                .hasMessage("price must have at most 9 decimals on the wire, was 0.0000000001");
        assertThatThrownBy(() -> Price.parse("18446744074").toWire1e9())
                .hasMessage("price must be below 2^64 / 10^9 on the wire, was 18446744074");
        // 2^64 - 1 is 18446744073.709551615, twenty digits: more than we hold, so refused and not rounded.
        assertThatThrownBy(() -> Price.ofWire1e9(-1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void survives_the_wire_for_every_integer_that_fits() {
        ForAll.cases(random -> {
            long wire = ForAll.anyLong(random) & Long.MAX_VALUE;

            assertThat(Price.ofWire1e9(wire).toWire1e9()).isEqualTo(wire);
        });
    }

    @Test
    void adds_and_subtracts() {
        assertThat(Price.parse("1.10").plus(Price.parse("2.2"))).isEqualTo(Price.parse("3.3"));
        assertThat(Price.parse("1.10").minus(Price.parse("2.2"))).isEqualTo(Price.parse("-1.1"));
        assertThat(Price.parse("1.10")).hasToString("1.1");
    }
}
