package io.mts1b.foundation.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "1.20, 1.2",
        "+5, 5",
        "-101.25, -101.25",
        "007, 7",
        ".5, 0.5",
        "5., 5",
        "0.000000000000000001, 0.000000000000000001",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9.223372036854775807, 9.223372036854775807",
        "1e3, 1000",
        "1.5E-8, 0.000000015",
        "-2e+2, -200",
        "100000000000000000000e-3, 100000000000000000",
        "0e999, 0"
    })
    void reads_and_writes_plain_text(String text, String canonical) {
        assertThat(Decimal.parse(text)).hasToString(canonical);
        assertThat(Decimal.parse(canonical)).isEqualTo(Decimal.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "1 ",
                " 1",
                "1,5",
                "1_000",
                "0x10",
                "NaN",
                "Infinity",
                "1.2.3",
                "--1",
                "1e",
                "e5",
                "1e+",
                "1e5.0",
                "١٢",
                "1e9999999999",
                "one"
            })
    void refuses_what_is_no_number(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("text must be a decimal number, was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "0.0000000000000000001",
                "1e19",
                "1e999999999",
                "123456789012.1234567891"
            })
    void refuses_what_does_not_fit(String text) {
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("does not fit");
    }

    @Test
    void refuses_long_text_without_repeating_it() {
        assertThatThrownBy(() -> Decimal.parse("1".repeat(100_000)))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("text must be a decimal number of at most 64 characters, had 100000");
    }

    @Test
    void refuses_a_scale_out_of_range() {
        assertThatThrownBy(() -> new Decimal(1, 19)).hasMessage("scale must be in [0, 18], was 19");
        assertThatThrownBy(() -> new Decimal(1, -1)).hasMessage("scale must be in [0, 18], was -1");
    }

    @Test
    void is_canonical_so_that_equal_numbers_are_equal_keys() {
        assertThat(new Decimal(120, 2)).isEqualTo(new Decimal(12, 1)).hasSameHashCodeAs(new Decimal(12, 1));
        assertThat(new Decimal(0, 18)).isEqualTo(Decimal.ZERO);
        assertThat(new Decimal(-5_000, 3)).isEqualTo(Decimal.of(-5));
    }

    @Test
    void agrees_with_big_decimal_on_sums_differences_and_products() {
        ForAll.cases(20_000, random -> {
            Decimal a = any(random);
            Decimal b = any(random);
            agrees(() -> a.plus(b), a.toBigDecimal().add(b.toBigDecimal()));
            agrees(() -> a.minus(b), a.toBigDecimal().subtract(b.toBigDecimal()));
            agrees(() -> a.times(b), a.toBigDecimal().multiply(b.toBigDecimal()));
            agrees(a::negated, a.toBigDecimal().negate());
            agrees(a::abs, a.toBigDecimal().abs());
        });
    }

    @Test
    void agrees_with_big_decimal_on_order() {
        ForAll.cases(20_000, random -> {
            Decimal a = any(random);
            Decimal b = random.nextInt(4) == 0 ? a : any(random);
            int expected = a.toBigDecimal().compareTo(b.toBigDecimal());

            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
            assertThat(Integer.signum(a.compareToUnscaled(b.unscaled(), b.scale())))
                    .isEqualTo(expected);
            assertThat(a.equals(b)).isEqualTo(expected == 0);
            assertThat(a.min(b)).isEqualTo(expected <= 0 ? a : b);
            assertThat(a.max(b)).isEqualTo(expected >= 0 ? a : b);
            assertThat(a.signum()).isEqualTo(a.toBigDecimal().signum());
        });
    }

    @Test
    void agrees_with_big_decimal_on_rounding() {
        ForAll.cases(20_000, random -> {
            Decimal a = any(random);
            Decimal b = any(random);
            int places = random.nextInt(0, 19);
            RoundingMode mode = ForAll.oneOf(random, RoundingMode.values());
            if (!b.isZero()) {
                agrees(
                        () -> a.dividedBy(b, places, mode),
                        () -> a.toBigDecimal().divide(b.toBigDecimal(), places, mode));
            }
            agrees(
                    () -> a.times(b, places, mode),
                    () -> a.toBigDecimal().multiply(b.toBigDecimal()).setScale(places, mode));
            agrees(() -> a.rounded(places, mode), () -> a.toBigDecimal().setScale(places, mode));
        });
    }

    @Test
    void agrees_with_big_decimal_on_text_and_reals() {
        ForAll.cases(20_000, random -> {
            Decimal a = any(random);

            assertThat(a.toString()).isEqualTo(a.toBigDecimal().toPlainString());
            assertThat(Decimal.parse(a.toString())).isEqualTo(a);
            assertThat(Decimal.parse(a.toBigDecimal().toString())).isEqualTo(a);
            assertThat(a.toReal()).isEqualTo(a.toBigDecimal().doubleValue());
        });
    }

    @Test
    void reads_wire_integers_out_of_a_buffer_as_out_of_text() {
        ForAll.cases(20_000, random -> {
            String text = random.nextInt(3) == 0 ? almostNumber(random) : plainNumber(random);
            String before = "7".repeat(random.nextInt(20));
            byte[] buffer = (before + text + ".9-").getBytes(StandardCharsets.ISO_8859_1);
            int from = before.length();
            int to = from + text.length();
            int places = random.nextInt(Decimal.MAX_SCALE + 1);

            long expected;
            try {
                expected = Decimal.parse(text).toUnscaled(places);
            } catch (ArithmeticException | NumberFormatException e) {
                assertThatThrownBy(() -> Decimal.parseUnscaled(buffer, from, to, places))
                        .isInstanceOf(e.getClass())
                        .hasMessage(e.getMessage());
                return;
            }
            assertThat(Decimal.parseUnscaled(buffer, from, to, places))
                    .as(text + " with " + places + " places")
                    .isEqualTo(expected);
        });
    }

    @Test
    void reads_its_own_part_of_a_buffer_only() {
        byte[] buffer = "1.25".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Decimal.parseUnscaled(buffer, 2, 4, 0)).isEqualTo(25);
        assertThatThrownBy(() -> Decimal.parseUnscaled(buffer, 0, 5, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Decimal.parseUnscaled(buffer, 3, 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Decimal.parseUnscaled(buffer, 2, 2, 2)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Decimal.parseUnscaled(buffer, 0, 4, 1)).hasMessage("1.25 has more than 1 decimals");
        assertThatThrownBy(() -> Decimal.parseUnscaled(buffer, 0, 4, 19))
                .hasMessage("places must be in [0, 18], was 19");
    }

    private static String plainNumber(RandomGenerator random) {
        String digits = Long.toString(random.nextLong(0, 1L << random.nextInt(1, 63)));
        int point = random.nextInt(digits.length() + 1);
        String sign = ForAll.oneOf(random, "", "-", "");
        return random.nextBoolean() ? sign + digits : sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Any bytes, most of them such as stand in numbers or close to them in the code. */
    private static String almostNumber(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(19); i >= 0; i--) {
            text.append(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(256)
                            : "0123456789.-+e/:".charAt(random.nextInt(16)));
        }
        return text.toString();
    }

    @Test
    void counts_whole_steps() {
        Decimal tick = Decimal.parse("0.25");

        assertThat(Decimal.parse("101.75").isMultipleOf(tick)).isTrue();
        assertThat(Decimal.parse("101.80").isMultipleOf(tick)).isFalse();
        assertThat(Decimal.parse("101.80").truncatedTo(tick)).isEqualTo(Decimal.parse("101.75"));
        assertThat(Decimal.parse("-101.80").truncatedTo(tick)).isEqualTo(Decimal.parse("-101.75"));
        assertThat(Decimal.parse("1").wholeMultiples(tick, RoundingMode.UNNECESSARY))
                .isEqualTo(Decimal.of(4));
        assertThatThrownBy(() -> Decimal.ONE.truncatedTo(Decimal.ZERO)).hasMessage("step must be positive, was 0");
    }

    @Test
    void multiples_and_integer_products_are_those_of_big_decimals() {
        ForAll.cases(20_000, random -> {
            Decimal number = new Decimal(random.nextLong() >> random.nextInt(64), random.nextInt(19));
            Decimal other = new Decimal((random.nextLong() >>> (1 + random.nextInt(62))) + 1, random.nextInt(19));
            Decimal whole = new Decimal(other.unscaled() * random.nextInt(-9, 9), other.scale());
            int places = random.nextInt(19);
            RoundingMode rounding = ForAll.oneOf(random, RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.UP);
            BigDecimal product =
                    number.toBigDecimal().multiply(other.toBigDecimal()).setScale(places, rounding);

            assertThat(number.isMultipleOf(other))
                    .isEqualTo(number.toBigDecimal()
                                    .remainder(other.toBigDecimal())
                                    .signum()
                            == 0);
            if (Math.abs(other.unscaled()) < Long.MAX_VALUE / 10) {
                assertThat(whole.isMultipleOf(other)).isTrue();
            }
            if (product.unscaledValue().bitLength() < Long.SIZE) {
                assertThat(number.timesUnscaled(other, places, rounding))
                        .isEqualTo(product.unscaledValue().longValueExact());
            } else {
                assertThatThrownBy(() -> number.timesUnscaled(other, places, rounding))
                        .isInstanceOf(ArithmeticException.class);
            }
        });
    }

    @Test
    void gives_wire_integers_or_refuses() {
        assertThat(Decimal.parse("50000").toUnscaled(9)).isEqualTo(50_000_000_000_000L);
        assertThat(Decimal.parse("-0.5").toUnscaled(1)).isEqualTo(-5);
        assertThatThrownBy(() -> Decimal.parse("0.123").toUnscaled(2)).hasMessage("0.123 has more than 2 decimals");
        assertThatThrownBy(() -> Decimal.of(Long.MAX_VALUE).toUnscaled(1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void rounds_reals_by_their_exact_binary_value() {
        // 0.145 is 0.14499999999999999 as a double, so half-up to two places is 0.14.
        assertThat(Decimal.ofReal(0.145, 2, RoundingMode.HALF_UP)).isEqualTo(Decimal.parse("0.14"));
        assertThat(Decimal.ofReal(-2.5, 0, RoundingMode.DOWN)).isEqualTo(Decimal.of(-2));
        assertThatThrownBy(() -> Decimal.ofReal(Double.NaN, 2, RoundingMode.DOWN))
                .hasMessage("value must be finite, was NaN");
        assertThatThrownBy(() -> Decimal.ofReal(1e300, 2, RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
    }

    private static Decimal any(RandomGenerator random) {
        long unscaled = switch (random.nextInt(3)) {
            case 0 -> ForAll.anyLong(random);
            case 1 -> random.nextLong(-1_000_000_000L, 1_000_000_000L);
            default -> random.nextLong(-1_000L, 1_000L) * 1_000;
        };
        return new Decimal(unscaled, random.nextInt(0, 19));
    }

    private static void agrees(Supplier<Decimal> ours, BigDecimal expected) {
        agrees(ours, () -> expected);
    }

    /** Ours gives the twin's number where that fits, and an ArithmeticException where it does not. */
    private static void agrees(Supplier<Decimal> ours, Supplier<BigDecimal> twin) {
        Optional<Decimal> expected = Optional.empty();
        try {
            BigDecimal plain = twin.get().stripTrailingZeros();
            if (plain.scale() <= 18) {
                BigDecimal whole = plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
                expected = Optional.of(new Decimal(whole.unscaledValue().longValueExact(), whole.scale()));
            }
        } catch (ArithmeticException e) {
            // Rounding was needed and not allowed, or the digits do not fit: ours must refuse.
        }
        if (expected.isPresent()) {
            assertThat(ours.get()).isEqualTo(expected.get());
        } else {
            assertThatThrownBy(ours::get).isInstanceOf(ArithmeticException.class);
        }
    }
}
