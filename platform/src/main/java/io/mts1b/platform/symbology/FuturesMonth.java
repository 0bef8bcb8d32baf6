package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The letters that stand for months in the names of futures, and the years that their digits stand for.
 *
 * <p>The letters are those of CME Group, "Month Codes", and of every other exchange of futures that uses letters.
 */
final class FuturesMonth {

    static final String LETTERS = "FGHJKMNQUVXZ";

    private FuturesMonth() {}

    /**
     * Returns the month that a letter and the last digits of a year name on a day.
     *
     * <p>One digit comes round every ten years, and an exchange gives a name to the next contract when the last one is
     * gone: it is the first such month that is not before the day's. Two digits are also written of what is long past:
     * they are the year closest to the day's, within 49 years before and 50 after.
     *
     * @param letter one of {@value #LETTERS}
     * @param digits one, two or four digits
     * @param on the day the name is used on
     * @return the month
     * @throws IllegalArgumentException if the letter stands for no month
     */
    static YearMonth resolve(char letter, String digits, LocalDate on) {
        int month = LETTERS.indexOf(letter) + 1;
        Require.that(month > 0, "month must be one of " + LETTERS + ", was '" + letter + "'");
        int number = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 1 -> {
                YearMonth first = YearMonth.of(on.getYear() + Math.floorMod(number - on.getYear(), 10), month);
                yield first.isBefore(YearMonth.from(on)) ? first.plusYears(10) : first;
            }
            case 2 -> YearMonth.of(on.getYear() - 49 + Math.floorMod(number - (on.getYear() - 49), 100), month);
            default -> YearMonth.of(number, month);
        };
    }

    static char letter(YearMonth month) {
        return LETTERS.charAt(month.getMonthValue() - 1);
    }
}
