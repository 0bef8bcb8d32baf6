package io.mts1b.foundation.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DecimalColumnTest {

    @Test
    void is_the_list_of_its_numbers() {
        List<Decimal> values = List.of(Decimal.parse("1.5"), Decimal.parse("-2"), Decimal.parse("0.25"));

        DecimalColumn column = DecimalColumn.copyOf(values);

        assertThat(column).isEqualTo(values);
        assertThat(column.scale()).isEqualTo(2);
        assertThat(column.unscaled(1)).isEqualTo(-200);
        assertThat(DecimalColumn.of(new long[] {150, -200, 25}, 2)).isEqualTo(column);
    }

    @Test
    void sums_exactly_as_number_by_number() {
        ForAll.cases(random -> {
            DecimalColumn column = any(random, random.nextInt(0, 50), random.nextInt(0, 19));
            BigInteger exact = BigInteger.ZERO;
            for (int i = 0; i < column.size(); i++) {
                exact = exact.add(BigInteger.valueOf(column.unscaled(i)));
            }
            if (exact.bitLength() < Long.SIZE) {
                assertThat(column.sum()).isEqualTo(Decimal.of(new BigDecimal(exact, column.scale())));
            } else {
                assertThatThrownBy(column::sum).isInstanceOf(ArithmeticException.class);
            }
        });
    }

    @Test
    void adds_and_compares_as_number_by_number() {
        ForAll.cases(random -> {
            int size = random.nextInt(0, 20);
            DecimalColumn a = any(random, size, random.nextInt(0, 4));
            DecimalColumn b = any(random, size, random.nextInt(0, 4));
            int below = 0;
            for (int i = 0; i < size; i++) {
                below += a.get(i).compareTo(b.get(i)) < 0 ? 1 : 0;
            }
            assertThat(a.countBelow(b)).isEqualTo(below);

            List<Decimal> sums = new ArrayList<>();
            int common = Math.max(a.scale(), b.scale());
            try {
                for (int i = 0; i < size; i++) {
                    long x = Math.multiplyExact(a.unscaled(i), PowersOfTen.at(common - a.scale()));
                    long y = Math.multiplyExact(b.unscaled(i), PowersOfTen.at(common - b.scale()));
                    sums.add(new Decimal(Math.addExact(x, y), common));
                }
            } catch (ArithmeticException e) {
                assertThatThrownBy(() -> a.plus(b)).isInstanceOf(ArithmeticException.class);
                return;
            }
            assertThat(a.plus(b)).isEqualTo(sums);
        });
    }

    @Test
    void refuses_what_does_not_fit() {
        DecimalColumn one = DecimalColumn.of(new long[] {1}, 0);

        assertThatThrownBy(() -> DecimalColumn.of(new long[0], 19)).hasMessage("scale must be in [0, 18], was 19");
        assertThatThrownBy(() -> one.plus(DecimalColumn.of(new long[2], 0)))
                .hasMessage("column must have 1 numbers, had 2");
        assertThatThrownBy(() -> DecimalColumn.copyOf(List.of(Decimal.of(Long.MAX_VALUE), Decimal.parse("0.1"))))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() ->
                        DecimalColumn.of(new long[] {Long.MAX_VALUE, 1}, 0).sum())
                .hasMessage("sum of 2 numbers does not fit in 64 bits");
        assertThatThrownBy(() -> one.plus(DecimalColumn.of(new long[] {Long.MAX_VALUE}, 0)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void cannot_be_changed_from_outside() {
        long[] words = {1, 2};
        DecimalColumn column = DecimalColumn.of(words, 0);
        words[0] = 99;

        assertThat(column.unscaled(0)).isEqualTo(1);
        assertThatThrownBy(() -> column.set(0, Decimal.ONE)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static DecimalColumn any(RandomGenerator random, int size, int scale) {
        long[] words = new long[size];
        boolean wild = random.nextInt(3) == 0;
        for (int i = 0; i < size; i++) {
            words[i] = wild ? ForAll.anyLong(random) : random.nextLong(-1_000_000, 1_000_000);
        }
        return DecimalColumn.of(words, scale);
    }
}
