package io.mts1b.marketdata.file;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the numbers of a table.
 *
 * <p>A price is exact as written. Files written from binary floating point carry more digits than they
 * mean ({@code 26.583992000000002}); what goes beyond {@value #DIGITS} significant digits is rounded half to
 * even, and counted so that the reader can say so.
 */
final class PriceCell {

    private static final int DIGITS = 15;
    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final int MOST_DECIMALS = 12;
    private static final String PRICE = "a price above zero, or an empty cell where there is none";
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST = 64;

    private int rounded;

    /** Returns how many prices were rounded so far. */
    int rounded() {
        return rounded;
    }

    /** An empty cell says that there is nothing; a word such as NaN may as well say that something went wrong. */
    static boolean isMissing(String cell) {
        return cell.isEmpty();
    }

    /** Reads a positive price; empty if the cell says that there is none. */
    Optional<Price> price(RawTable table, int row, int column) {
        String cell = table.rows().get(row)[column];
        if (isMissing(cell)) {
            return Optional.empty();
        }
        BigDecimal exact = number(table, row, column, PRICE);
        if (exact.signum() <= 0) {
            throw table.refuse(row, column, PRICE);
        }
        BigDecimal value = exact.precision() > DIGITS ? exact.round(ROUNDING) : exact;
        value = value.scale() > MOST_DECIMALS ? value.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : value;
        if (value.compareTo(exact) != 0) {
            rounded++;
        }
        if (value.signum() == 0 || value.precision() - value.scale() > DIGITS) {
            throw table.refuse(row, column, "a price between 10^-" + MOST_DECIMALS + " and 10^" + DIGITS);
        }
        return Optional.of(new Price(Decimal.of(value)));
    }

    /** Reads a volume; zero if the cell says that there is none. Fractions of a unit are kept. */
    Quantity volume(RawTable table, int row, int column) {
        String cell = table.rows().get(row)[column];
        if (isMissing(cell)) {
            return Quantity.ZERO;
        }
        BigDecimal value = number(table, row, column, "a volume of zero or more");
        if (value.signum() < 0 || value.precision() - value.scale() > 18) {
            throw table.refuse(row, column, "a volume of zero or more, below 10^18");
        }
        int places = Math.max(0, Math.min(8, 18 - (value.precision() - value.scale())));
        return new Quantity(Decimal.of(
                value.setScale(Math.min(places, Math.max(0, value.scale())), RoundingMode.HALF_EVEN)));
    }

    private static BigDecimal number(RawTable table, int row, int column, String expected) {
        String cell = table.rows().get(row)[column];
        if (cell.length() > LONGEST || !NUMBER.matcher(cell).matches()) {
            throw table.refuse(row, column, expected);
        }
        return new BigDecimal(cell);
    }
}
