package io.mts1b.platform.calendars;

import java.time.LocalDate;

/**
 * Easter Sunday of the western churches, the Sunday after the first full moon of spring as the Gregorian
 * calendar reckons it.
 *
 * <p>Reference: Anonymous correspondent, "To find Easter", Nature 13, 20 April 1876, 487; in the letters of
 * J. Meeus, Astronomical Algorithms, 2nd edition, 1998, chapter 8.
 */
final class Easter {

    private Easter() {}

    /**
     * Returns Easter Sunday of a year.
     *
     * @param year the year, 1583 or later
     * @return the day
     */
    static LocalDate sunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
