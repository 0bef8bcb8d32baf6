package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Liquidity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rates by volume traded before, by price, and by whether one makes or takes.
 *
 * @param rows the rates; the first volume is zero, and each volume has a row for any price
 */
public record RateTable(List<Row> rows) {

    /**
     * A rate and when it holds.
     *
     * @param from the volume from which it holds, zero or more
     * @param below the price below which it holds; empty for any price
     * @param maker the rate for who rests on the book, negative for a rebate
     * @param taker the rate for who takes from the book
     */
    public record Row(Decimal from, Optional<Price> below, Decimal maker, Decimal taker) {

        /** Validates. */
        public Row {
            Require.that(from.signum() >= 0, "from must not be negative, was " + from);
            Objects.requireNonNull(below, "below");
            Objects.requireNonNull(maker, "maker");
            Objects.requireNonNull(taker, "taker");
        }

        /** Who does not know what he did pays the dearer. */
        private Decimal rate(Liquidity liquidity) {
            return switch (liquidity) {
                case MAKER -> maker;
                case TAKER -> taker;
                case UNKNOWN -> maker.max(taker);
            };
        }
    }

    private static final Comparator<Row> NARROWEST_FIRST = Comparator.comparing(Row::from)
            .thenComparing(row -> row.below().isEmpty())
            .thenComparing(row -> row.below().map(Price::value).orElse(Decimal.ZERO));

    /** Validates, and sorts. */
    public RateTable {
        rows = rows.stream().sorted(NARROWEST_FIRST).toList();
        Require.that(
                !rows.isEmpty() && rows.getFirst().from().isZero(),
                "rates must begin with a volume of 0, were " + rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean isLast = i + 1 == rows.size() || !rows.get(i + 1).from().equals(row.from());
            Require.that(
                    isLast == row.below().isEmpty()
                            && (isLast || !rows.get(i + 1).below().equals(row.below())),
                    "rates from a volume of " + row.from() + " must be one for any price and one below each price");
        }
    }

    Decimal rate(Decimal volume, Price price, Liquidity liquidity) {
        Decimal tier = rows.stream()
                .map(Row::from)
                .filter(from -> from.compareTo(volume) <= 0)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return rows.stream()
                .filter(row -> row.from().equals(tier))
                .filter(row ->
                        row.below().isEmpty() || price.compareTo(row.below().get()) < 0)
                .findFirst()
                .orElseThrow()
                .rate(liquidity);
    }

    /** Charges each part of an amount at the rate of the volume it falls in. */
    BigDecimal slices(BigDecimal before, BigDecimal amount, Price price, Liquidity liquidity) {
        BigDecimal after = before.add(amount);
        List<Decimal> tiers = rows.stream().map(Row::from).distinct().toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal low = tiers.get(i).toBigDecimal().max(before);
            BigDecimal high =
                    i + 1 < tiers.size() ? tiers.get(i + 1).toBigDecimal().min(after) : after;
            if (low.compareTo(high) < 0) {
                BigDecimal rate = rate(tiers.get(i), price, liquidity).toBigDecimal();
                sum = sum.add(high.subtract(low).multiply(rate));
            }
        }
        return sum;
    }
}
